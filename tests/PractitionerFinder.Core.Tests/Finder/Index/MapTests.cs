using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Finder.Index;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.TestKit;
using PractitionerFinder.TestKit.Data;
using PractitionerFinder.TestKit.Finder;

namespace PractitionerFinder.Core.Tests.Finder.Index;

public sealed class MapTests
{
    private const int PerDegree = 1_000_000;

    private static readonly MapView Earth = View(-180, -90, 180, 90);

    private static readonly Gen<MapView> Views = Gen.Frequency(
        (1, Gen.Constant(Earth)),
        (4, from west in Gen.Choose(-18_000, 18_000)
            from width in Gen.Elements(0, 1, 20, 300, 9_000, 20_000, 35_999)
            from south in Gen.Choose(-9_000, 8_999)
            from height in Gen.Elements(1, 15, 200, 4_000, 18_000)
            select View(west / 100.0, south / 100.0, (west + width > 18_000 ? west + width - 36_000 : west + width) / 100.0, Math.Min(90, (south + height) / 100.0))),
        (4, from at in Gen.Elements<(double Latitude, double Longitude)>((53.8, -1.55), (0, 180), (0, -180), (-17.85, 180), (90, 0), (-90, 45), (52.125, 0))
            from size in Gen.Elements(0.00002, 0.001, 0.01, 0.2, 3, 40)
            select View(
                at.Longitude - size < -180 ? at.Longitude - size + 360 : at.Longitude - size,
                Math.Max(-90, at.Latitude - size),
                at.Longitude + size > 180 ? at.Longitude + size - 360 : at.Longitude + size,
                Math.Min(90, at.Latitude + size))));

    /// <summary>How many worlds are made: 200, or as many as FINDER_WORLDS says.</summary>
    private static int Worlds =>
        int.TryParse(Environment.GetEnvironmentVariable("FINDER_WORLDS"), CultureInfo.InvariantCulture, out var worlds) ? worlds : 200;

    [Fact]
    public void Every_cluster_and_place_is_what_the_rules_say_of_its_cell_after_changes_too() =>
        Prop.ForAll(Asked(listings: 14, questions: 12), asked =>
        {
            var (world, views) = asked;
            var start = Crowded(Saved.From([.. world.Listings.Take(8)]));
            var replaced = Saved.From([.. world.Listings.Skip(8).Take(3)]);
            var fresh = Saved.From([.. world.Listings.Skip(11)], first: 500);
            var before = IndexOf(start);
            var after = before.With(News(replaced), 1).With(News(fresh), 2);
            List<Listing> there = [.. start.Skip(replaced.Count), .. replaced, .. fresh];
            if (there.Count > 0)
            {
                after = after.With(new Dictionary<long, IndexedListing?> { [there[0].Id] = null }, 3);
                there.RemoveAt(0);
            }

            foreach (var question in world.Questions)
            {
                foreach (var view in views)
                {
                    AssertAnswers(before, start, question, view);
                    AssertAnswers(after, there, question, view);
                    AssertAnswers(after, there, new SearchCriteria { Now = question.Now, ShowDemo = question.ShowDemo }, view);
                }
            }
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(Worlds).WithStartSize(1).WithEndSize(10));

    /// <summary>Some in the same place and many around them, so that there is something to count.</summary>
    private static IReadOnlyList<Listing> Crowded(IReadOnlyList<Listing> few)
    {
        var random = new Random(few.Count);
        return
        [
            .. few,
            .. Saved.From([.. Enumerable.Range(0, 120).Select(i => (i % 4) switch
            {
                0 => At(53.8, -1.55).PrivateHome(),
                1 => At(53.8 + random.NextDouble() * 0.3, -1.55 - random.NextDouble() * 0.3),
                2 => At(random.NextDouble() * 180 - 90, random.NextDouble() * 360 - 180),
                _ => At(random.NextDouble() * 0.01, i % 8 == 3 ? -180 + random.NextDouble() * 0.01 : 180 - random.NextDouble() * 0.01),
            }).Select((b, i) => (i % 5 == 0 ? b.Speaking("pl").WorkingOn("neck") : b).Build(TestVocabulary.Instance))], first: 1_000),
        ];

        static ListingBuilder At(double latitude, double longitude) =>
            new ListingBuilder().In(Math.Round(latitude, 6), Math.Round(longitude, 6)).Offering(TestVocabulary.Free);
    }

    private static void AssertAnswers(ListingIndex index, IReadOnlyList<Listing> listings, SearchCriteria question, MapView view)
    {
        var answer = index.Map(question, view);
        var all = listings.SelectMany(l => PlacesOf(l, question)).ToList();
        var inView = all.Where(p => Holds(view, p.Point)).ToList();
        Assert.Equal(inView.Count, answer.Total);

        // Whoever is in the view is in one cluster or by themselves.
        var shown = answer.Places.Select(p => (p.ListingId, p.Key, p.Point)).ToHashSet();
        Assert.Equal(answer.Places.Count, shown.Count);
        Assert.Subset(all.ToHashSet(), shown);
        Assert.All(inView, p => Assert.Equal(1, (shown.Contains(p) ? 1 : 0) + answer.Clusters.Count(c => Holds(c.Cell, p.Point))));
        Assert.All(shown, p => Assert.DoesNotContain(answer.Clusters, c => Holds(c.Cell, p.Point)));
        Assert.All(answer.Places, p => Assert.Contains(p.Point, inView.Select(i => i.Point)));
        foreach (var cluster in answer.Clusters)
        {
            List<GeoPoint> held = [.. all.Select(p => p.Point).Where(p => Holds(cluster.Cell, p))];
            Assert.Equal(held.Count, cluster.Count);
            Assert.True(held.Count > 1);
            Assert.Contains(held, p => Holds(view, p));
            Assert.Equal(new GeoPoint(Mean(held, p => p.Latitude), Mean(held, p => p.Longitude)), cluster.Middle);
        }

        Assert.True(answer.Clusters.Count + MapAnswer.WeightOfPlace * answer.Places.Count <= MapAnswer.MostWeight);
    }

    /// <summary>By brute force: the places of a listing that passes every rule but that of reach.</summary>
    private static IEnumerable<(long Id, string Key, GeoPoint Point)> PlacesOf(Listing listing, SearchCriteria question) =>
        SearchRules.Evaluate(listing, question).Rules.Any(r => !r.Passed && r.Rule != SearchRule.Reach) ? []
        : listing.Locations.Where(l => question.SettingsSearched.Contains(l.Setting.AsSetting())
                && (l.StepFree || !question.Needs.HasFlag(Needs.StepFree))
                && (l.Evenings || !question.Needs.HasFlag(Needs.Evenings))
                && (l.Weekends || !question.Needs.HasFlag(Needs.Weekends)))
            .Select(l => (listing.Id, l.Key, l.Point));

    private static bool Holds(MapView view, GeoPoint point) =>
        Micro(point.Latitude) >= Micro(view.South) && Micro(point.Latitude) <= Micro(view.North)
        && (view.CrossesAntimeridian
            ? Micro(point.Longitude) >= Micro(view.West) || Micro(point.Longitude) <= Micro(view.East)
            : Micro(point.Longitude) >= Micro(view.West) && Micro(point.Longitude) <= Micro(view.East));

    private static int Micro(double degrees) => (int)Math.Round(degrees * PerDegree);

    private static double Mean(List<GeoPoint> points, Func<GeoPoint, double> of) =>
        Math.Round((double)points.Sum(p => (long)Micro(of(p))) / points.Count) / PerDegree;

    private static Arbitrary<(World World, List<MapView> Views)> Asked(int listings, int questions) => Arb.From(
        from world in World.Arbitrary(listings, questions).Generator
        from views in Views.ListOf(4)
        select (world, views.ToList()));

    private static MapView View(double west, double south, double east, double north) =>
        MapView.Of(west, south, east, north) ?? throw new InvalidOperationException($"{west},{south},{east},{north} is no view.");

    private static Dictionary<long, IndexedListing?> News(IEnumerable<Listing> listings) => listings.ToDictionary(l => l.Id, IndexedListing.Of);

    private static ListingIndex IndexOf(IEnumerable<Listing> listings) =>
        ListingIndex.Build(listings.Select(IndexedListing.Of).OfType<IndexedListing>(), TestVocabulary.Instance, sequence: 0);
}
