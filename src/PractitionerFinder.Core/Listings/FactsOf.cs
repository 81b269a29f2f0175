namespace PractitionerFinder.Core.Listings;

/// <summary>Which groups of facts a change of content touches.</summary>
internal static class FactsOf
{
    /// <summary>The facts that read differently.</summary>
    public static IEnumerable<ListingFact> Changed(ListingContent before, ListingContent after) =>
        Freshness.Facts.Where(f => !ListingJson.AreSame(Of(f, before), Of(f, after)));

    private static object?[] Of(ListingFact fact, ListingContent content) => fact switch
    {
        ListingFact.Accepting => [content.Accepting],
        ListingFact.Contact => [content.Contact, .. content.Locations.Select(l => l.Phone)],
        ListingFact.Address => [.. content.Locations.Select(l => l with { Hours = null, Phone = null }), .. content.VisitAreas.Select(v => v with { Hours = null })],
        ListingFact.Hours => [.. content.Locations.Select(l => l.Hours), .. content.VisitAreas.Select(v => v.Hours), content.Online],
        ListingFact.Fees => [.. content.Fees],
        _ => [.. content.Techniques, .. content.Credentials],
    };
}
