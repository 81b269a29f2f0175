using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Finder.Cards;

namespace PractitionerFinder.Web.Shared.Finding;

/// <summary>A result: what the public may know of a listing, and how it was found.</summary>
public sealed record Card(ListingCard Listing, Match Match)
{
    /// <summary>The place it was found by; null for a visit or online.</summary>
    public CardFacts.Place? Place => Match.By == MatchedBy.Clinic ? Listing.Places.FirstOrDefault(l => l.Key == Match.Key) : null;

    /// <summary>The area of visits it was found by; null otherwise.</summary>
    public CardFacts.Visits? Visits => Match.By == MatchedBy.Visit ? Listing.VisitAreas.FirstOrDefault(v => v.Key == Match.Key) : null;

    /// <summary>Town, village or suburb: of what it was found by, online of their first place.</summary>
    public string? Locality => Place?.Locality ?? Visits?.Locality ?? (Listing.Places is [var first, ..] ? first.Locality : null);

    /// <summary>ISO 3166-1 alpha-2, of the same.</summary>
    public string? Country => Place?.Country ?? Visits?.Country ?? (Listing.Places is [var first, ..] ? first.Country : null);

    /// <summary>Whether distance and point are those of a coarse cell and not of an address.</summary>
    public bool IsApproximate => Visits is not null || Place is { IsApproximate: true };

    /// <summary>Whether there is unexpired, checked proof for a technique that was searched for, or for any when none was.</summary>
    public bool IsVerifiedFor(SearchCriteria criteria) =>
        Listing.Techniques.Any(t => t.IsProven && (criteria.Techniques.Count == 0 || criteria.Techniques.Contains(t.Slug)));
}
