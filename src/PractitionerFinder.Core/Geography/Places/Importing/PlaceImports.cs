using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace PractitionerFinder.Core.Geography.Places.Importing;

/// <summary>
/// The folder of places that an operator adds from official files. Each import is one file, replaced whole or not at
/// all; what a killed import leaves behind is never read, and swept by the next.
/// </summary>
/// <param name="folder">Where imports are kept; made when it is first needed.</param>
/// <param name="clock">Tells when an import was made.</param>
public sealed class PlaceImports(string folder, TimeProvider clock)
{
    private const string Extension = ".tsv.gz";
    private const string UnfinishedExtension = ".unfinished";
    private const string NoteMark = "#";

    /// <summary>Imports an official file, plain or zipped, in place of an earlier one of the same kind and name.</summary>
    /// <param name="file">Path of the file.</param>
    public PlaceImportOutcome Import(string file)
    {
        if (!File.Exists(file))
        {
            return new PlaceImportOutcome.Refused("there is no such file", Path.GetFileName(file), null);
        }

        // Once to see that every line is sound and to count, once to write: nothing is held, however large the file.
        var reader = new ImportReader(file);
        var rows = reader.Rows().Count();
        if (reader.Fault is { } fault)
        {
            return fault;
        }

        if (reader.Kind is not { } kind || rows == 0)
        {
            return new PlaceImportOutcome.Refused("it has no places in it", Path.GetFileName(file), null);
        }

        Directory.CreateDirectory(folder);
        using var claim = Claim();
        if (claim is null)
        {
            return new PlaceImportOutcome.Refused("another import is running: try again when it is done", Path.GetFileName(file), null);
        }

        Sweep();
        var import = new PlaceImport(NameOf(kind, file), kind, LicenceOf(kind), rows, clock.GetUtcNow().UtcDateTime);
        return Write(import, new ImportReader(file));
    }

    /// <summary>The imports in place, by name.</summary>
    public IReadOnlyList<PlaceImport> List() => [.. Files(folder).Select(ReadNote)];

    /// <summary>Removes an import. Answers whether there was one of that name.</summary>
    /// <param name="name">A name that <see cref="List"/> gives.</param>
    public bool Remove(string name)
    {
        var file = Files(folder).FirstOrDefault(f => NameIn(f) == name);
        if (file is null)
        {
            return false;
        }

        File.Delete(file);
        return true;
    }

    /// <summary>The files of a folder of imports, by name; none if the folder is not there.</summary>
    internal static IReadOnlyList<string> Files(string? folder) => !Directory.Exists(folder) ? []
        : [.. Directory.EnumerateFiles(folder, "*" + Extension).Order(StringComparer.Ordinal)];

    private PlaceImportOutcome Write(PlaceImport import, ImportReader reader)
    {
        var target = Path.Combine(folder, import.Name + Extension);
        var unfinished = Path.Combine(folder, import.Name + UnfinishedExtension);
        using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            using (var writer = new StreamWriter(new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true), new UTF8Encoding(false)))
            {
                writer.NewLine = "\n";
                writer.WriteLine(Note(import));
                foreach (var row in reader.Rows())
                {
                    writer.WriteLine(row.ToLine());
                }
            }

            // On the disk before it gets its name, so that a cut of power leaves the old file or the new one.
            stream.Flush(flushToDisk: true);
        }

        if (reader.Fault is { } fault)
        {
            File.Delete(unfinished);
            return fault;
        }

        File.Move(unfinished, target, overwrite: true);
        return new PlaceImportOutcome.Imported(import);
    }

    /// <summary>The right to write here, held until disposed of; null if another process has it.</summary>
    private FileStream? Claim()
    {
        try
        {
            return new FileStream(Path.Combine(folder, "importing.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private void Sweep()
    {
        foreach (var left in Directory.EnumerateFiles(folder, "*" + UnfinishedExtension))
        {
            File.Delete(left);
        }
    }

    private static string NameIn(string file) => Path.GetFileName(file)[..^Extension.Length];

    /// <summary>"GB.zip" of GeoNames is two files of one name: the kind tells them apart.</summary>
    private static string NameOf(PlaceImportKind kind, string file)
    {
        var stem = string.Concat(Path.GetFileNameWithoutExtension(file).ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        var prefix = kind switch
        {
            PlaceImportKind.GeoNamesPlaces => "geonames-places",
            PlaceImportKind.GeoNamesPostcodes => "geonames-postcodes",
            _ => "os-open-names",
        };
        return $"{prefix}-{stem[..Math.Min(stem.Length, 60)]}".TrimEnd('-');
    }

    private static string LicenceOf(PlaceImportKind kind) =>
        kind == PlaceImportKind.OsOpenNames ? "Open Government Licence v3.0" : "CC BY 4.0";

    /// <summary>The file's first line, where the seed's files have their headings.</summary>
    private static string Note(PlaceImport import) => string.Join('\t',
        NoteMark, import.Kind, import.Licence, import.Rows.ToString(CultureInfo.InvariantCulture), import.ImportedAt.ToString("O", CultureInfo.InvariantCulture));

    private static PlaceImport ReadNote(string file) =>
        FirstLine(file)?.Split('\t') is [NoteMark, var kind, var licence, var rows, var at]
            && Enum.TryParse<PlaceImportKind>(kind, out var known)
            && int.TryParse(rows, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && DateTime.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var when)
            ? new PlaceImport(NameIn(file), known, licence, count, when)
            : throw new InvalidDataException($"{Path.GetFileName(file)} is damaged or is not an import: 'places remove {NameIn(file)}', then import it again.");

    private static string? FirstLine(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        try
        {
            return reader.ReadLine();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
