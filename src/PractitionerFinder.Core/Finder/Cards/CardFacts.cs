using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder.Cards;

/// <summary>
/// What a result shows of a published listing, with the instants that decide what of it may be shown: it is kept as it is
/// and looked at at any time, see <see cref="ListingCard"/>. Public facts only.
/// </summary>
public sealed record CardFacts
{
    /// <summary>Key of the listing, positive.</summary>
    public required long Id { get; init; }

    /// <summary>Address of the page.</summary>
    public required string Slug { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>One line, as written.</summary>
    public string Headline { get; init; } = "";

    /// <summary>Whether it is fictional.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Whether new people are taken on.</summary>
    public Accepting Accepting { get; init; }

    /// <summary>The photo, its words as written; null when there is none.</summary>
    public Photo? Photo { get; init; }

    /// <summary>Until when the owner has paused it, UTC; null when not paused.</summary>
    public DateTime? PausedUntil { get; init; }

    /// <summary>From when it is hidden, UTC; null when never.</summary>
    public DateTime? HiddenFrom { get; init; }

    /// <summary>The older of the confirmations of contact and address, UTC.</summary>
    public DateTime? ConfirmedAt { get; init; }

    /// <summary>Whether sessions are held over video or telephone.</summary>
    public bool OffersOnline { get; init; }

    /// <summary>Techniques in the practitioner's order.</summary>
    public IReadOnlyList<Technique> Techniques { get; init; } = [];

    /// <summary>Places where people are seen, the one that was saved first first.</summary>
    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>Home-visit areas, the one that was saved first first.</summary>
    public IReadOnlyList<Visits> VisitAreas { get; init; } = [];

    /// <summary>When each fact was last confirmed, UTC.</summary>
    public IReadOnlyList<Confirmed> Confirmations { get; init; } = [];

    /// <summary>Whether a result may show it.</summary>
    public bool IsShown(DateTime now) => !(HiddenFrom <= now) && !(PausedUntil > now);

    /// <summary>A technique that is offered.</summary>
    /// <param name="Slug">Its slug.</param>
    /// <param name="NeedsProof">Whether it shows only while proof is unexpired.</param>
    /// <param name="ProvenUntil">The instant from which checked proof no longer holds, UTC; null when none was checked.</param>
    public readonly record struct Technique(string Slug, bool NeedsProof, DateTime? ProvenUntil);

    /// <summary>A place where people are seen.</summary>
    /// <param name="Key">Its key within the listing's content.</param>
    /// <param name="Setting">A clinic or a home.</param>
    /// <param name="Locality">Town, village or suburb.</param>
    /// <param name="Country">ISO 3166-1 alpha-2.</param>
    /// <param name="Point">The public point.</param>
    /// <param name="IsApproximate">Whether that is the middle of a coarse cell.</param>
    /// <param name="IsStepFree">Whether it can be entered without steps throughout.</param>
    public sealed record Place(string Key, LocationSetting Setting, string Locality, string Country, GeoPoint Point, bool IsApproximate, bool IsStepFree);

    /// <summary>An area in which people are visited.</summary>
    /// <param name="Key">Its key within the listing's content.</param>
    /// <param name="Locality">Town or suburb that visits start from.</param>
    /// <param name="Country">ISO 3166-1 alpha-2.</param>
    public sealed record Visits(string Key, string Locality, string Country);

    /// <summary>The last confirmation of a fact.</summary>
    /// <param name="Fact">The fact.</param>
    /// <param name="At">When, UTC.</param>
    public readonly record struct Confirmed(ListingFact Fact, DateTime At);
}
