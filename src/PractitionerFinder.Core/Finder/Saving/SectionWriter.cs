using System.Runtime.InteropServices;
using PractitionerFinder.Core.Finder.Packing;

namespace PractitionerFinder.Core.Finder.Saving;

/// <summary>Writes arrays one after another, as they lie in memory, each with a checksum.</summary>
internal sealed class SectionWriter(Stream stream)
{
    private readonly List<Section> sections = [];

    /// <summary>What was written, in order.</summary>
    public IReadOnlyList<Section> Sections => sections;

    public void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        sections.Add(new Section(stream.Position, bytes.Length, Checksum.Of(bytes)));
        stream.Write(bytes);
    }

    public void Write(IEnumerable<string> texts) => Write(texts, (text, pack) => pack.Text(text));

    /// <summary>Writes what is no plain array.</summary>
    public void Write<T>(IEnumerable<T> items, Action<T, PackWriter> write)
    {
        var pack = new PackWriter();
        var count = 0;
        foreach (var item in items)
        {
            write(item, pack);
            count++;
        }

        Write<int>([count]);
        Write(pack.Written);
    }
}

/// <summary>Where an array stands in a file.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Check">Their <see cref="Checksum"/>.</param>
internal readonly record struct Section(long Start, int Length, uint Check);
