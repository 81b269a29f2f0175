namespace PractitionerFinder.Core.Listings;

/// <summary>
/// One section of a listing's form exactly as it was typed, whole or not. It becomes a revision when it is sent; until then
/// nothing public is made from it.
/// </summary>
public sealed class ListingDraft
{
    /// <summary>Longest name of a section, in characters.</summary>
    public const int SectionMaxLength = 20;

    /// <summary>Longest section as JSON, in characters: far more than a person types.</summary>
    public const int JsonMaxLength = 200_000;

    private ListingDraft()
    {
    }

    /// <summary>Begins a section.</summary>
    public ListingDraft(long listingId, string section, string json, long by, DateTime at)
    {
        ListingId = listingId;
        Section = section;
        Save(json, by, at);
    }

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>Section, one of <see cref="Editing.ListingForm.Sections"/>.</summary>
    public string Section { get; private set; } = "";

    /// <summary>The form as JSON.</summary>
    public string Json { get; private set; } = "";

    /// <summary>1, 2, 3 …: of two who save, the later one is told.</summary>
    public long Version { get; private set; }

    /// <summary>The account that saved last.</summary>
    public long SavedBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime SavedAt { get; private set; }

    /// <summary>Takes what was typed.</summary>
    public void Save(string json, long by, DateTime at)
    {
        Json = json;
        SavedBy = by;
        SavedAt = at;
        Version++;
    }
}
