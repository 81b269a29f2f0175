using System.Globalization;
using System.Runtime.InteropServices;
using PractitionerFinder.Core.Statistics;

namespace PractitionerFinder.Web.Shared.Counting;

/// <summary>The lines of a file of the journal, added up. A line that cannot be read counts for nothing.</summary>
internal sealed class CountedLines
{
    private const long Millionths = 1_000_000;

    private readonly Dictionary<(DateOnly Week, long Question), Search> searches = [];
    private readonly Dictionary<(long Listing, DateOnly Week, long Question), int> appearances = [];
    private readonly Dictionary<(string Slug, DateOnly Week), (int Views, int Contacts)> pages = [];
    private readonly HashSet<(long Listing, DateOnly Week, string Place)> places = [];

    public CountedLines(IReadOnlyList<string> lines)
    {
        Count = lines.Count;
        foreach (var line in lines)
        {
            var parts = line.Split(Shown.Between);
            if (parts.Length > 2 && DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var week) && parts[1] is [var kind])
            {
                Read(week, kind, parts.AsSpan(2));
            }
        }
    }

    /// <param name="Place">Where it was asked.</param>
    /// <param name="Answers">Pages served.</param>
    /// <param name="Slots">Listings on them.</param>
    /// <param name="EqualShare">See <see cref="CountedSearch.EqualShare"/>.</param>
    public readonly record struct Search(string Place, int Answers, int Slots, long EqualShare);

    public int Count { get; }

    public IReadOnlyDictionary<(DateOnly Week, long Question), Search> Searches => searches;

    public IReadOnlyDictionary<(long Listing, DateOnly Week, long Question), int> Appearances => appearances;

    public IReadOnlyDictionary<(string Slug, DateOnly Week), (int Views, int Contacts)> Pages => pages;

    public IReadOnlyCollection<(long Listing, DateOnly Week, string Place)> Places => places;

    public IEnumerable<long> Listings => appearances.Keys.Select(a => a.Listing).Concat(places.Select(p => p.Listing)).Distinct();

    public IEnumerable<string> Slugs => pages.Keys.Select(p => p.Slug).Distinct(StringComparer.Ordinal);

    public IEnumerable<DateOnly> Weeks => appearances.Keys.Select(a => a.Week).Concat(pages.Keys.Select(p => p.Week)).Concat(places.Select(p => p.Week)).Distinct();

    private void Read(DateOnly week, char kind, ReadOnlySpan<string> parts)
    {
        switch (kind)
        {
            case Shown.Search when parts.Length == 4 && Number(parts[0]) is { } question && Number(parts[1]) is > 0 and var total:
                var ids = parts[3].Split(',').Select(Number).OfType<long>().ToList();
                ref var search = ref CollectionsMarshal.GetValueRefOrAddDefault(searches, (week, question), out _);
                search = new Search(Uri.UnescapeDataString(parts[2]), search.Answers + 1, search.Slots + ids.Count, search.EqualShare + (ids.Count * Millionths / Math.Max(total, ids.Count)));
                foreach (var id in ids)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(appearances, (id, week, question), out _)++;
                }

                break;
            case Shown.Profile or Shown.Contact:
                ref var page = ref CollectionsMarshal.GetValueRefOrAddDefault(pages, (Uri.UnescapeDataString(parts[0]), week), out _);
                page = kind == Shown.Profile ? (page.Views + 1, page.Contacts) : (page.Views, page.Contacts + 1);
                break;
            case CountJournal.Enough when parts.Length == 2 && Number(parts[0]) is { } listing:
                places.Add((listing, week, Uri.UnescapeDataString(parts[1])));
                break;
        }
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
