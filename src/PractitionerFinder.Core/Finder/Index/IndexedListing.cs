using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>What the index is told of a published listing: the public facts that search reads, and nothing else.</summary>
public sealed record IndexedListing
{
    /// <summary>Key of the listing, positive.</summary>
    public required long Id { get; init; }

    /// <summary>Whether it is fictional.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Whether new people are taken on.</summary>
    public Accepting Accepting { get; init; }

    /// <summary>Gender, when said.</summary>
    public Gender? Gender { get; init; }

    /// <summary>Until when the owner has paused it, UTC; null when not paused.</summary>
    public DateTime? PausedUntil { get; init; }

    /// <summary>From when it is hidden, UTC; null when never.</summary>
    public DateTime? HiddenFrom { get; init; }

    /// <summary>From when some fact is overdue, UTC; null when never.</summary>
    public DateTime? OverdueFrom { get; init; }

    /// <summary>The older of the confirmations of contact and address, UTC.</summary>
    public DateTime? ConfirmedAt { get; init; }

    /// <summary>What online sessions meet; null when none are offered.</summary>
    public Needs? Online { get; init; }

    /// <summary>Plain words, a space before and after each.</summary>
    public string SearchText { get; init; } = "";

    /// <summary>Techniques offered.</summary>
    public IReadOnlyList<IndexedTechnique> Techniques { get; init; } = [];

    /// <summary>Slugs of body areas.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>ISO 639-1 codes.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Places where people are seen, the one that was saved first first.</summary>
    public IReadOnlyList<IndexedSpot> Places { get; init; } = [];

    /// <summary>Home-visit areas, the one that was saved first first.</summary>
    public IReadOnlyList<IndexedSpot> VisitAreas { get; init; } = [];

    /// <summary>What the index is told of a listing with its search rows; null of one that is not published.</summary>
    public static IndexedListing? Of(Listing listing) => listing.State != ListingState.Published ? null : new IndexedListing
    {
        Id = listing.Id,
        IsDemo = listing.IsDemo,
        Accepting = listing.Accepting,
        Gender = listing.Gender,
        PausedUntil = listing.PausedUntil,
        HiddenFrom = listing.HiddenFrom,
        OverdueFrom = listing.OverdueFrom,
        ConfirmedAt = listing.ConfirmedAt,
        Online = listing.OffersOnline ? NeedsMet(stepFree: true, listing.OnlineEvenings, listing.OnlineWeekends) : null,
        SearchText = listing.SearchText,
        Techniques = [.. listing.Techniques.Select(t => new IndexedTechnique(t.Slug, t.NeedsProof, t.ProvenUntil))],
        Areas = [.. listing.Areas.Select(a => a.Slug)],
        Languages = [.. listing.Languages.Select(l => l.Code)],
        Places =
        [
            .. listing.Locations.OrderBy(l => l.Id).Select(l => new IndexedSpot(
                l.Key, l.Setting.AsSetting(), l.Latitude, l.Longitude, new IndexedRegion(l.Country, l.Admin1Code, l.County), NeedsMet(l.StepFree, l.Evenings, l.Weekends), [])),
        ],
        VisitAreas =
        [
            .. listing.VisitAreas.OrderBy(v => v.Id).Select(v => new IndexedSpot(
                v.Key, Setting.Visit, v.Latitude, v.Longitude, new IndexedRegion(v.Country, v.Admin1Code, v.County), NeedsMet(stepFree: true, v.Evenings, v.Weekends), [.. v.Cells.Select(c => c.Cell)])),
        ],
    };

    /// <summary>What a way of being seen meets.</summary>
    public static Needs NeedsMet(bool stepFree, bool evenings, bool weekends) =>
        (stepFree ? Needs.StepFree : 0) | (evenings ? Needs.Evenings : 0) | (weekends ? Needs.Weekends : 0);
}

/// <summary>A technique that a listing offers.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="NeedsProof">Whether it shows, matches and counts only while proof is unexpired.</param>
/// <param name="ProvenUntil">The instant from which checked proof no longer holds, UTC; null when none was checked.</param>
public readonly record struct IndexedTechnique(string Slug, bool NeedsProof, DateTime? ProvenUntil);

/// <summary>The gazetteer's codes of where a place lies.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Admin1Code">First-order region.</param>
/// <param name="County">County or district.</param>
public readonly record struct IndexedRegion(string Country, string? Admin1Code, string? County);

/// <summary>A place, or the base of a home-visit area.</summary>
/// <param name="Key">Its key within the listing's content.</param>
/// <param name="Setting">Clinic, home or visit.</param>
/// <param name="Latitude">Of the public point, degrees WGS 84.</param>
/// <param name="Longitude">Of the public point, degrees WGS 84.</param>
/// <param name="Region">Where it lies.</param>
/// <param name="Meets">What it meets.</param>
/// <param name="Cells">Of a home-visit area, the numbers of the cells that make it up.</param>
public readonly record struct IndexedSpot(
    string Key, Setting Setting, double Latitude, double Longitude, IndexedRegion Region, Needs Meets, IReadOnlyList<long> Cells);
