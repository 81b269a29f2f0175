using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using PractitionerFinder.Core.Finder.Packing;

namespace PractitionerFinder.Core.Finder.Saving;

/// <summary>
/// Reads what <see cref="SectionWriter"/> wrote, in the same order. Large arrays are handed out before they are filled, so that all can be filled at once, by as
/// many threads as there are cores.
/// </summary>
internal sealed class SectionReader(SafeFileHandle file, IReadOnlyList<Section> sections)
{
    private readonly List<Action> unfilled = [];
    private int next;

    /// <summary>An array that holds nothing yet.</summary>
    /// <exception cref="InvalidDataException">There is none of such items.</exception>
    public T[] Later<T>()
        where T : unmanaged
    {
        var (values, section) = Next<T>();
        unfilled.Add(() => Fill(values, section));
        return values;
    }

    /// <summary>An array with what it holds.</summary>
    /// <exception cref="InvalidDataException">There is none of such items, or it is damaged.</exception>
    public T[] Now<T>()
        where T : unmanaged
    {
        var (values, section) = Next<T>();
        Fill(values, section);
        return values;
    }

    public string[] Texts() => Items((ref PackReader pack) => pack.Text());

    /// <summary>Reads what is no plain array.</summary>
    public T[] Items<T>(Read<T> read)
    {
        var items = new T[Now<int>()[0]];
        var pack = new PackReader(Now<byte>());
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read(ref pack);
        }

        return items;
    }

    /// <summary>Fills every array that was handed out.</summary>
    /// <exception cref="InvalidDataException">Something was not read, or is damaged.</exception>
    public void Fill()
    {
        if (next != sections.Count)
        {
            throw new InvalidDataException("There is more in the file than was read.");
        }

        try
        {
            Parallel.ForEach(unfilled, fill => fill());
        }
        catch (AggregateException errors) when (errors.InnerException is InvalidDataException or IOException)
        {
            throw new InvalidDataException(errors.InnerException.Message, errors);
        }
    }

    private (T[] Values, Section Section) Next<T>()
        where T : unmanaged
    {
        if (next == sections.Count || sections[next].Length % Unsafe.SizeOf<T>() != 0)
        {
            throw new InvalidDataException("The file does not hold what was to be read.");
        }

        var section = sections[next++];
        return (GC.AllocateUninitializedArray<T>(section.Length / Unsafe.SizeOf<T>()), section);
    }

    private void Fill<T>(T[] values, Section section)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values.AsSpan());
        for (var read = 0; read < bytes.Length;)
        {
            var some = RandomAccess.Read(file, bytes[read..], section.Start + read);
            read += some > 0 ? some : throw new InvalidDataException("The file is too short.");
        }

        if (Checksum.Of(bytes) != section.Check)
        {
            throw new InvalidDataException("The file is damaged.");
        }
    }

    /// <summary>Reads one of several.</summary>
    public delegate T Read<out T>(ref PackReader pack);
}
