using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using PractitionerFinder.Core.Finder.Index;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Core.Finder.Saving;

/// <summary>
/// A snapshot as a file: its arrays as they lie in memory, so that reading it is little more than copying. It is read by the very program that wrote
/// it, with the very same words, or not at all; whatever is damaged is refused.
/// </summary>
public static class SnapshotFile
{
    /// <summary>Bytes of a mark.</summary>
    public const int MarkBytes = 32;

    private static ReadOnlySpan<byte> Magic => "PFSNAP01"u8;

    /// <summary>Writes a snapshot that was built from scratch.</summary>
    /// <param name="stream">An empty file, at its beginning.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="vocabulary">The words in force when it was built.</param>
    /// <param name="mark">What tells whether the feed of changes is still the one that was followed; <see cref="MarkBytes"/>.</param>
    /// <exception cref="ArgumentException">It holds changes, or the mark has another length.</exception>
    public static void Write(Stream stream, Snapshot snapshot, Vocabulary vocabulary, ReadOnlySpan<byte> mark)
    {
        if (snapshot.Changes > 0 || mark.Length != MarkBytes)
        {
            throw new ArgumentException("Only a snapshot that was built from scratch is written, with a mark.", nameof(snapshot));
        }

        // The head is written when all else is: a file that is not whole has none.
        stream.Write(new byte[Unsafe.SizeOf<Head>()]);
        var sections = new SectionWriter(stream);
        snapshot.Index.Save(sections);
        snapshot.Cards.Save(sections);
        snapshot.Spelling.Save(sections);
        Section[] directory = [.. sections.Sections];
        var head = new Head { Position = snapshot.Position, Directory = stream.Position, Sections = directory.Length, DirectoryCheck = Checksum.Of(MemoryMarshal.AsBytes(directory.AsSpan())) };
        Magic.CopyTo(head.Magic);
        MakerOf(vocabulary).CopyTo(head.Maker);
        mark.CopyTo(head.Mark);
        stream.Write(MemoryMarshal.AsBytes(directory.AsSpan()));
        stream.Position = 0;
        stream.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<Head>(in head)));
    }

    /// <summary>Reads a snapshot.</summary>
    /// <param name="path">The file.</param>
    /// <param name="vocabulary">The words in force.</param>
    /// <returns>The snapshot and the mark it was written with.</returns>
    /// <exception cref="InvalidDataException">It was written by another program, with other words, or is damaged; the message says which.</exception>
    public static (Snapshot Snapshot, byte[] Mark) Read(string path, Vocabulary vocabulary)
    {
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        var head = default(Head);
        if (RandomAccess.Read(file, MemoryMarshal.AsBytes(new Span<Head>(ref head)), 0) != Unsafe.SizeOf<Head>() || !Magic.SequenceEqual(head.Magic))
        {
            throw new InvalidDataException("It is not a whole snapshot.");
        }

        if (!MakerOf(vocabulary).AsSpan().SequenceEqual(head.Maker))
        {
            throw new InvalidDataException("Another version of the program wrote it, or one with other words.");
        }

        var directory = new Section[Math.Clamp(head.Sections, 0, RandomAccess.GetLength(file) / Unsafe.SizeOf<Section>())];
        var bytes = MemoryMarshal.AsBytes(directory.AsSpan());
        if (RandomAccess.Read(file, bytes, head.Directory) != bytes.Length || Checksum.Of(bytes) != head.DirectoryCheck)
        {
            throw new InvalidDataException("The file is damaged.");
        }

        var sections = new SectionReader(file, directory);
        var snapshot = new Snapshot(
            ListingIndex.Load(sections, vocabulary, head.Position), Cards.CardTable.Load(sections), Spelling.Load(sections), 0, head.Position);
        sections.Fill();
        return (snapshot, ((ReadOnlySpan<byte>)head.Mark).ToArray());
    }

    /// <summary>What has to be the same for numbers and layouts to mean the same.</summary>
    private static byte[] MakerOf(Vocabulary vocabulary)
    {
        var all = new StringBuilder();
        all.Append(typeof(SnapshotFile).Module.ModuleVersionId).Append(' ').Append(BitConverter.IsLittleEndian);
        foreach (var technique in vocabulary.Techniques)
        {
            all.Append('\n').Append(technique.Slug).Append('\t').Append(technique.Name).Append('\t').Append(technique.NeedsProof).Append('\t').AppendJoin('\t', technique.ProtectedWords);
        }

        foreach (var area in vocabulary.Areas)
        {
            all.Append('\n').Append(area.Slug).Append('\t').Append(area.Name).Append('\t').Append(area.Parent);
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString()));
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Head
    {
        public Eight Magic;
        public ThirtyTwo Maker;
        public ThirtyTwo Mark;
        public long Position;
        public long Directory;
        public int Sections;
        public uint DirectoryCheck;
    }

    [InlineArray(8)]
    private struct Eight
    {
        private byte first;
    }

    [InlineArray(MarkBytes)]
    private struct ThirtyTwo
    {
        private byte first;
    }
}
