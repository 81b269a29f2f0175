using System.Collections.Concurrent;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Shared.Finding;

/// <summary>How many people a question finds in each country: what can be said before a reader has said where they are.</summary>
public sealed class CountByCountry(SnapshotKeeper keeper, Gazetteer gazetteer, Origins origins, Vocabulary vocabulary, SiteSettings site, TimeProvider time)
{
    // Over a million listings a count takes longer than a page should: there it may be so old.
    private static readonly TimeSpan Cheap = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Counted> counted = new();

    /// <summary>People in a country.</summary>
    /// <param name="Name">English name of the country.</param>
    /// <param name="People">How many, at least one.</param>
    /// <param name="Criteria">The search that finds them; null where no words lead to the country.</param>
    public sealed record Row(string Name, int People, SearchCriteria? Criteria);

    private sealed record Counted(Snapshot Snapshot, DateTimeOffset At, TimeSpan Took, IReadOnlyList<Row> Rows);

    /// <summary>The countries with most people first. None while there is no snapshot to count in.</summary>
    /// <param name="techniques">Slugs of which any is wanted; none for any technique.</param>
    /// <param name="area">Slug of the area wanted; null for any.</param>
    public IReadOnlyList<Row> Of(IReadOnlyList<string> techniques, string? area)
    {
        if (keeper.Current is not { } snapshot)
        {
            return [];
        }

        var key = $"{string.Join('+', techniques)}|{area}";
        var now = time.GetUtcNow();
        if (counted.TryGetValue(key, out var kept) && (kept.Snapshot == snapshot || kept.Took > Cheap) && now - kept.At < KeptFor)
        {
            return kept.Rows;
        }

        var begun = time.GetTimestamp();
        var rows = Count(snapshot, techniques, area, now.UtcDateTime);
        counted[key] = new Counted(snapshot, now, time.GetElapsedTime(begun), rows);
        return rows;
    }

    private List<Row> Count(Snapshot snapshot, IReadOnlyList<string> techniques, string? area, DateTime now)
    {
        var asked = new SearchCriteria
        {
            Techniques = [.. techniques.Order(StringComparer.Ordinal)],
            Area = area,
            AreasMatching = area is null ? [] : vocabulary.AreasMatching(area),
            Now = now,
            ShowDemo = site.ShowDemo,
        };
        return
        [
            .. snapshot.Index.Countries
                .Select(code => (Code: code, Name: gazetteer.CountryName(code) ?? code))
                .Select(c => (c.Code, c.Name, People: snapshot.Index.Search(asked with { Origin = Inside(c.Code, c.Name) }, SearchDepth.Page).Total))
                .Where(c => c.People > 0)
                .OrderByDescending(c => c.People).ThenBy(c => c.Name, StringComparer.Ordinal)
                .Select(c => new Row(c.Name, c.People, LinkTo(asked, c.Code, c.Name))),
        ];
    }

    // Only the codes matter to a count.
    private static SearchOrigin Inside(string code, string name) =>
        new() { Point = default, Region = new RegionCodes(code, null, []), Name = name, Country = code, Kind = "country" };

    /// <summary>A name such as that of Luxembourg may mean a town first.</summary>
    private SearchCriteria? LinkTo(SearchCriteria asked, string code, string name) =>
        origins.Resolve(name, code) is PlaceAnswer.Found { Place: { Kind: PlaceKind.Country } place } && place.Country == code
            ? asked with { Near = name, Country = code, Origin = origins.Of(place) }
            : null;
}
