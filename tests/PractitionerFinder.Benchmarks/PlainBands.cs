using System.Numerics;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Finder.Index;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Benchmarks;

/// <summary>
/// What the index is measured against: the least code that answers the questions of <see cref="SyntheticPeople"/> with the total, the
/// counts of techniques and the nearest 20. It knows listings with one place and nothing of the other rules.
/// </summary>
internal sealed class PlainBands
{
    private const int Nearest = 20;

    private readonly Row[] rows;
    private readonly int[] bands = new int[LatitudeBands.Of(90) + 2];
    private readonly List<string> languages = [];
    private readonly List<string> techniques;

    public PlainBands(IEnumerable<IndexedListing> listings, Vocabulary vocabulary)
    {
        techniques = [.. vocabulary.Techniques.Select(t => t.Slug)];
        rows = [.. listings.Select(Make).OrderBy(r => LatitudeBands.Of(r.Point.Latitude)).ThenBy(r => r.Point.Longitude)];
        foreach (var row in rows)
        {
            bands[LatitudeBands.Of(row.Point.Latitude) + 1]++;
        }

        for (var i = 1; i < bands.Length; i++)
        {
            bands[i] += bands[i - 1];
        }
    }

    public Answer Search(SearchCriteria question)
    {
        var (origin, within, now) = (question.Origin!.Point, question.Within!.Value.Metres, question.Now.Ticks);
        var wanted = question.Techniques.Aggregate(0UL, (all, slug) => all | 1UL << techniques.IndexOf(slug));
        var language = question.Language is null ? 0 : 1UL << languages.IndexOf(question.Language);
        var answer = new Answer(new int[techniques.Count], new PriorityQueue<long, int>(Nearest + 1));
        foreach (var part in LatitudeBands.Touching(origin, within))
        {
            var end = bands[(int)part.Band + 1];
            for (var i = FirstFrom(part.West, bands[(int)part.Band], end); i < end && rows[i].Point.Longitude <= part.East; i++)
            {
                ref readonly var row = ref rows[i];
                var proven = row.ProvenUntil > now ? row.Proven : 0;
                var shown = row.Techniques & (~row.Protected | proven);
                if (row.HiddenFrom <= now
                    || (question.Accepting is { } accepting && row.Accepting != accepting)
                    || (question.Gender is { } gender && row.Gender != gender)
                    || (row.Meets & question.Needs) != question.Needs
                    || (row.Languages & language) != language
                    || origin.MetresTo(row.Point) is var metres && metres > within)
                {
                    continue;
                }

                for (var rest = question.Verified ? proven : shown; rest != 0; rest &= rest - 1)
                {
                    answer.Techniques[BitOperations.TrailingZeroCount(rest)]++;
                }

                if ((wanted != 0 && (shown & wanted) == 0) || (question.Verified && (proven & (wanted == 0 ? ulong.MaxValue : wanted)) == 0))
                {
                    continue;
                }

                answer.Total++;
                if (answer.Page.Count < Nearest)
                {
                    answer.Page.Enqueue(row.Id, -metres);
                }
                else
                {
                    answer.Page.EnqueueDequeue(row.Id, -metres);
                }
            }
        }

        return answer;
    }

    private int FirstFrom(double longitude, int from, int to)
    {
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = rows[middle].Point.Longitude < longitude ? (middle + 1, to) : (from, middle);
        }

        return from;
    }

    private Row Make(IndexedListing listing) => new(
        listing.Id,
        new GeoPoint(listing.Places[0].Latitude, listing.Places[0].Longitude),
        listing.HiddenFrom?.Ticks ?? long.MaxValue,
        Bits(listing, _ => true),
        Bits(listing, t => t.NeedsProof),
        Bits(listing, t => t.ProvenUntil is not null),
        listing.Techniques.Max(t => t.ProvenUntil)?.Ticks ?? 0,
        listing.Languages.Aggregate(0UL, (all, code) => all | 1UL << NumberOf(code)),
        listing.Accepting,
        listing.Gender,
        listing.Places[0].Meets);

    private ulong Bits(IndexedListing listing, Func<IndexedTechnique, bool> which) =>
        listing.Techniques.Where(which).Aggregate(0UL, (all, t) => all | 1UL << techniques.IndexOf(t.Slug));

    private int NumberOf(string code)
    {
        if (!languages.Contains(code))
        {
            languages.Add(code);
        }

        return languages.IndexOf(code);
    }

    internal sealed record Answer(int[] Techniques, PriorityQueue<long, int> Page)
    {
        public int Total { get; set; }
    }

    private readonly record struct Row(
        long Id, GeoPoint Point, long HiddenFrom, ulong Techniques, ulong Protected, ulong Proven, long ProvenUntil, ulong Languages, Accepting Accepting, Gender? Gender, Needs Meets);
}
