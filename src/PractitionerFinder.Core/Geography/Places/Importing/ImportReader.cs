namespace PractitionerFinder.Core.Geography.Places.Importing;

/// <summary>Recognises an official file by its first line, and reads it to the end or to its first fault.</summary>
internal sealed class ImportReader(string path)
{
    /// <summary>Which file it is; known once a row was read.</summary>
    public PlaceImportKind? Kind { get; private set; }

    /// <summary>The fault the reading stopped at, null if there was none.</summary>
    public PlaceImportOutcome.Refused? Fault { get; private set; }

    /// <summary>The wanted rows, one at a time; stops at the first fault.</summary>
    public IEnumerable<ImportedRow> Rows()
    {
        using var lines = SourceFile.Lines(path).GetEnumerator();
        while (Fault is null && TryNext(lines))
        {
            var (file, number, line) = lines.Current;
            Kind ??= KindOf(line);
            if (Kind is null)
            {
                Fault = new("it is none of the files that can be imported: GeoNames country dump (19 columns), GeoNames postal codes (12) or OS Open Names (34)", file, number);
            }
            else if (Read(Kind.Value, line, out var row) is { } reason)
            {
                Fault = new(reason, file, number);
            }
            else if (row is not null)
            {
                yield return row;
            }
        }
    }

    private bool TryNext(IEnumerator<(string File, int Number, string Line)> lines)
    {
        try
        {
            return lines.MoveNext();
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Fault = new($"it cannot be read: {e.Message}", Path.GetFileName(path), null);
            return false;
        }
    }

    private static PlaceImportKind? KindOf(string line) => (line.Count(c => c == '\t') + 1) switch
    {
        GeoNamesPlaces.Columns => PlaceImportKind.GeoNamesPlaces,
        GeoNamesPostcodes.Columns => PlaceImportKind.GeoNamesPostcodes,
        _ => SourceFile.CommaSeparated(line)?.Length == OsOpenNames.Columns ? PlaceImportKind.OsOpenNames : null,
    };

    private static string? Read(PlaceImportKind kind, string line, out ImportedRow? row)
    {
        row = null;
        var cells = kind == PlaceImportKind.OsOpenNames ? SourceFile.CommaSeparated(line) : line.Split('\t');
        var columns = kind switch
        {
            PlaceImportKind.GeoNamesPlaces => GeoNamesPlaces.Columns,
            PlaceImportKind.GeoNamesPostcodes => GeoNamesPostcodes.Columns,
            _ => OsOpenNames.Columns,
        };
        if (cells?.Length != columns)
        {
            return cells is null ? "a quotation mark is left open" : $"it has {cells.Length} columns, not {columns}";
        }

        if (line.Any(c => c != '\t' && char.IsControl(c)))
        {
            return "it has a control character";
        }

        return kind switch
        {
            PlaceImportKind.GeoNamesPlaces => GeoNamesPlaces.Read(cells, out row),
            PlaceImportKind.GeoNamesPostcodes => GeoNamesPostcodes.Read(cells, out row),
            _ => OsOpenNames.Read(cells, out row),
        };
    }
}
