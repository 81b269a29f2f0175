using System.IO.Compression;
using System.Text;

namespace PractitionerFinder.Core.Geography.Places.Importing;

/// <summary>The lines of an official file, plain or in a zip beside its readme, one at a time.</summary>
internal static class SourceFile
{
    /// <summary>The longest line of the official files has 15,000 characters; more is no list of places.</summary>
    private const int MostCharactersInLine = 65_536;

    /// <summary>Twice the largest official file. A zip that unfolds to more is a fault or an attack.</summary>
    private const long MostCharacters = 4L << 30;

    /// <summary>The lines that are not blank, each with the file it stands in and its number there.</summary>
    /// <exception cref="InvalidDataException">The zip is damaged, or a line or the whole is too long.</exception>
    public static IEnumerable<(string File, int Number, string Line)> Lines(string path)
    {
        if (!IsZip(path))
        {
            using var plain = new StreamReader(path, Encoding.UTF8);
            foreach (var line in Lines(plain, Path.GetFileName(path), MostCharacters))
            {
                yield return line;
            }

            yield break;
        }

        using var zip = ZipFile.OpenRead(path);
        var left = MostCharacters;
        foreach (var entry in zip.Entries.Where(IsData).OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            foreach (var line in Lines(reader, entry.FullName, left))
            {
                left -= line.Line.Length;
                yield return line;
            }
        }
    }

    /// <summary>The cells of a comma-separated line, where quotes may hold commas; null if a quote is left open.</summary>
    public static string[]? CommaSeparated(string line)
    {
        var cells = new List<string>(34);
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                if (quoted && i + 1 < line.Length && line[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = !quoted;
                }
            }
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i] == '\t' ? ' ' : line[i]);
            }
        }

        cells.Add(cell.ToString());
        return quoted ? null : [.. cells];
    }

    private static bool IsZip(string path)
    {
        using var stream = File.OpenRead(path);
        Span<byte> head = stackalloc byte[4];
        return stream.ReadAtLeast(head, 4, throwOnEndOfStream: false) == 4 && head.SequenceEqual("PK\u0003\u0004"u8);
    }

    /// <summary>GeoNames puts a readme beside its file; Ordnance Survey puts the headings into a folder of their own.</summary>
    private static bool IsData(ZipArchiveEntry entry) =>
        Path.GetExtension(entry.Name).ToLowerInvariant() is ".txt" or ".csv"
        && !entry.Name.StartsWith("readme", StringComparison.OrdinalIgnoreCase)
        && !entry.FullName.Split('/').SkipLast(1).Contains("Doc", StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<(string File, int Number, string Line)> Lines(StreamReader reader, string file, long most)
    {
        var number = 0;
        var line = new StringBuilder();
        for (var next = reader.Read(); next >= 0; next = reader.Read())
        {
            if (--most < 0)
            {
                throw new InvalidDataException("it unfolds to more than any official file");
            }

            if (next != '\n')
            {
                if (line.Length == MostCharactersInLine)
                {
                    throw new InvalidDataException($"{file}, line {number + 1}: too long to be a place");
                }

                line.Append((char)next);
                continue;
            }

            number++;
            if (Taken(line) is { Length: > 0 } whole)
            {
                yield return (file, number, whole);
            }
        }

        if (Taken(line) is { Length: > 0 } last)
        {
            yield return (file, number + 1, last);
        }
    }

    private static string Taken(StringBuilder line)
    {
        var taken = line.ToString().TrimEnd('\r');
        line.Clear();
        return taken;
    }
}
