using System.IO.Compression;

namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>Reads the gazetteer's folder, and the imports over it.</summary>
internal static class PlaceFiles
{
    private static readonly string[] Seed = ["places.tsv.gz", "localities-london.tsv.gz", "postcodes.tsv.gz", "postcodes-world.tsv.gz"];

    /// <exception cref="FileNotFoundException">A file of the gazetteer is missing.</exception>
    /// <exception cref="InvalidDataException">A file is damaged; the message names it.</exception>
    public static (PlaceTable Table, int SeedRows) ReadTable(string folder, IReadOnlyList<string> imports)
    {
        string[] files = [.. Seed.Select(name => Path.Combine(folder, name)), .. imports];
        var reads = Array.ConvertAll(files, file => Task.Run(() => Decompress(file)));
        var contents = Array.ConvertAll(reads, read => read.GetAwaiter().GetResult());

        var text = new byte[contents.Sum(c => c.Length)];
        var rows = new PlaceRows();
        var seedRows = 0;
        for (var (i, start) = (0, 0); i < files.Length; start += contents[i].Length, i++)
        {
            contents[i].CopyTo(text.AsSpan(start));
            rows.Read(text, start, contents[i].Length, Path.GetFileName(files[i]));
            seedRows = i < Seed.Length ? rows.Line.Count : seedRows;
        }

        return (new PlaceTable(text, rows), seedRows);
    }

    private static byte[] Decompress(string file)
    {
        using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var all = new MemoryStream(1 << 20);
        try
        {
            stream.CopyTo(all);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{Path.GetFileName(file)} is damaged: {e.Message}", e);
        }

        // A gzip file that stops early ends without complaint, but then mostly within a line.
        return all.Length > 0 && all.GetBuffer()[all.Length - 1] == '\n' ? all.ToArray()
            : throw new InvalidDataException($"{Path.GetFileName(file)} is damaged: it ends within a line.");
    }
}
