namespace PractitionerFinder.Core.Geography.Places.Importing;

/// <summary>How an import went.</summary>
public abstract record PlaceImportOutcome
{
    private PlaceImportOutcome()
    {
    }

    /// <summary>The file is in place, whole; it is read when the gazetteer is next loaded.</summary>
    /// <param name="Import">What was imported.</param>
    public sealed record Imported(PlaceImport Import) : PlaceImportOutcome;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Reason">What is wrong, in plain words.</param>
    /// <param name="File">The file, or the file within the zip, that is at fault.</param>
    /// <param name="Line">Its line, from 1; null where no single line is at fault.</param>
    public sealed record Refused(string Reason, string File, int? Line) : PlaceImportOutcome;
}
