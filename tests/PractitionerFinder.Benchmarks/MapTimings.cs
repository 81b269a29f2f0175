using System.Buffers;
using System.Globalization;
using System.Text.Json;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Finder.Cards;
using PractitionerFinder.Core.Finder.Index;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Features.Finder;

namespace PractitionerFinder.Benchmarks;

/// <summary>What a map of many listings takes: 1,200 views, from the whole earth to a street, without and with filters, in time of the processor, and how large the answers are.</summary>
internal static class MapTimings
{
    private const int Views = 1_200;
    private const int Rounds = 9;

    public static void Run(int count)
    {
        var world = SyntheticWorld.Load();
        var gazetteer = Gazetteer.Load(Path.Combine(AppContext.BaseDirectory, "seed-data", "places"));
        Console.WriteLine($"{count} listings, {Views} views");
        Measure("world", count, world.People, world.Vocabulary, gazetteer);
        Measure("dense", count, world.Dense, world.Vocabulary, gazetteer);
    }

    private static void Measure(string name, int count, SyntheticPeople people, Vocabulary vocabulary, Gazetteer gazetteer)
    {
        var snapshot = Snapshot.Build(people.Listings(count, varied: false).Select(l => new PublishedListing(l, CardOf(l))), vocabulary, position: 0);
        var views = people.Views(Views);
        var everybody = new SearchCriteria { AskedSeed = 12_345, Now = SyntheticWorld.Now };

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = ThreadClock.Milliseconds;
        snapshot.Index.Map(everybody, views[0].View);
        var first = ThreadClock.Milliseconds - clock;
        clock = ThreadClock.Milliseconds;
        snapshot.Index.Map(everybody with { Now = everybody.Now.AddHours(1) }, views[0].View);
        var another = ThreadClock.Milliseconds - clock;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: the first view {first:0.0} ms, the first of another hour {another:0.0} ms; the counts keep {(GC.GetTotalMemory(forceFullCollection: true) - before) / (double)count:0.00} bytes a listing"));
        Ask($"{name}: no filter", snapshot, gazetteer, views, _ => everybody);

        // Questions that filter by something; the place they are asked from has no say.
        SearchCriteria[] filtered = [.. people.Questions(3 * Views)
            .Where(q => q.Techniques.Count > 0 || q.Accepting is not null || q.Verified || q.Language is not null || q.Gender is not null || q.Needs != Needs.None)
            .Take(Views).Select(q => q with { Origin = null, AskedSeed = 12_345 })];
        Ask($"{name}: filters", snapshot, gazetteer, views, i => filtered[i]);
    }

    private static void Ask(string name, Snapshot snapshot, Gazetteer gazetteer, IReadOnlyList<(string Kind, MapView View)> views, Func<int, SearchCriteria> of)
    {
        var times = new double[views.Count][];
        for (var round = -2; round < Rounds; round++)
        {
            for (var i = 0; i < views.Count; i++)
            {
                var question = of(i);
                var start = ThreadClock.Milliseconds;
                snapshot.Index.Map(question, views[i].View);
                var elapsed = ThreadClock.Milliseconds - start;
                times[i] ??= new double[Rounds];
                if (round >= 0)
                {
                    times[i][round] = elapsed;
                }
            }
        }

        double[] medians = [.. times.Select(t => t.Order().ElementAt(Rounds / 2))];
        Say($"{name}: all", medians);
        foreach (var kind in views.Select((v, i) => (v.Kind, Time: medians[i])).GroupBy(v => v.Kind, v => v.Time))
        {
            Say($"{name}: {kind.Key}", kind);
        }

        int[] sizes = [.. views.Select((v, i) => BytesOf(snapshot.Index.Map(of(i), v.View), snapshot, gazetteer)).Order()];
        Console.WriteLine($"{name}: answers of {sizes[sizes.Length / 2]} bytes at the median, {sizes[^1]} at most");
    }

    private static int BytesOf(MapAnswer answer, Snapshot snapshot, Gazetteer gazetteer)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes);
        MapApi.Write(json, answer, snapshot, gazetteer);
        json.Flush();
        return bytes.WrittenCount;
    }

    private static void Say(string what, IEnumerable<double> asked)
    {
        double[] times = [.. asked.Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: p50 {times[times.Length / 2]:0.000} ms, p99 {times[times.Length * 99 / 100]:0.000} ms, max {times[^1]:0.000} ms"));
    }

    private static CardFacts CardOf(IndexedListing listing) => new()
    {
        Id = listing.Id,
        Slug = $"sam-synthetic-{listing.Id}",
        Name = $"Sam Synthetic the {listing.Id}th",
        Places = [.. listing.Places.Select(p => new CardFacts.Place(
            p.Key, p.Setting == Setting.Clinic ? LocationSetting.Clinic : LocationSetting.TheirHome, "Town", p.Region.Country, new GeoPoint(p.Latitude, p.Longitude), p.Setting == Setting.TheirHome, IsStepFree: false))],
    };
}
