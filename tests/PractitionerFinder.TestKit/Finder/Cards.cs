using System.Text.Json;
using PractitionerFinder.Core.Finder.Cards;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.TestKit.Finder;

/// <summary>What a snapshot is told of a listing to show, taken from the listing itself.</summary>
public static class Cards
{
    /// <summary>Everything that a record holds, to be compared: lists in records do not compare by what is in them, and a clock's zone does not matter where all are UTC.</summary>
    public static string Written(object? record) => JsonSerializer.Serialize(record).Replace("Z\"", "\"", StringComparison.Ordinal);

    public static CardFacts Of(Listing listing) => new()
    {
        Id = listing.Id,
        Slug = listing.Slug,
        Name = listing.Name,
        Headline = listing.Headline,
        IsDemo = listing.IsDemo,
        Accepting = listing.Accepting,
        Photo = listing.PhotoKey is { } key ? new Photo(key, listing.PhotoAlt!) : null,
        PausedUntil = listing.PausedUntil,
        HiddenFrom = listing.HiddenFrom,
        ConfirmedAt = listing.ConfirmedAt,
        OffersOnline = listing.OffersOnline,
        Techniques = [.. listing.Techniques.OrderBy(t => t.Position).Select(t => new CardFacts.Technique(t.Slug, t.NeedsProof, t.ProvenUntil))],
        Places = [.. listing.Locations.OrderBy(l => l.Id).Select(l => new CardFacts.Place(l.Key, l.Setting, l.Locality, l.Country, l.Point, l.Approximate, l.StepFree))],
        VisitAreas = [.. listing.VisitAreas.OrderBy(v => v.Id).Select(v => new CardFacts.Visits(v.Key, v.Locality, v.Country))],
        Confirmations = [.. listing.Confirmations.OrderBy(c => c.Fact).Select(c => new CardFacts.Confirmed(c.Fact, c.At))],
    };
}
