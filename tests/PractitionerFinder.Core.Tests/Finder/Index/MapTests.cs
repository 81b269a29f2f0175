using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Finder.Index;
using PractitionerFinder.Core.Geography;
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

    [Fact]
    public void Counts_thousands_alike_whatever_is_asked_of_them()
    {
        var random = new Random(7);
        var listings = Saved.From([.. Enumerable.Range(0, 2_500).Select(i =>
        {
            var (latitude, longitude) = i % 3 == 0 ? (45.0, 0.0) : i % 3 == 1 ? (-17.8, 180.0) : (random.NextDouble() * 170 - 85, random.NextDouble() * 360 - 180);
            var made = new ListingBuilder().Named(i % 3 == 0 ? "Ada Moor" : "Ben Hill")
                .In(Math.Round(latitude + random.NextDouble() * 2, 6), Math.Round(Math.IEEERemainder(longitude + random.NextDouble() * 6 - 3, 360), 6))
                .Offering([.. new[] { TestVocabulary.Free, TestVocabulary.AlsoFree, TestVocabulary.Titled, TestVocabulary.Mark }.Where(_ => random.Next(3) == 0), TestVocabulary.Free])
                .Speaking([.. new[] { "en", "pl" }.Where(_ => random.Next(2) == 0)])
                .WorkingOn([.. new[] { "neck-side", "knee" }.Where(_ => random.Next(3) == 0)])
                .Taking((Accepting)random.Next(3)).Being((Gender)random.Next(2));
            made = random.Next(4) == 0 ? made.ProvenIn(TestVocabulary.Mark, ListingBuilder.Morning.AddDays(random.Next(-2, 4))) : made;
            made = random.Next(30) == 0 ? made.Paused() : random.Next(10) == 0 ? made.Demo() : made;
            return (random.Next(3) == 0 ? made.PrivateHome() : made).Build(TestVocabulary.Instance);
        })]);
        var index = IndexOf(listings);
        var changed = index.With(listings.Where(l => l.Id % 40 == 0).ToDictionary(l => l.Id, IndexedListing? (_) => null), 1);
        List<Listing> left = [.. listings.Where(l => l.Id % 40 != 0)];
        var plain = new SearchCriteria { Now = ListingBuilder.Morning };
        SearchCriteria[] questions =
        [
            plain, plain with { ShowDemo = false }, plain with { Techniques = [TestVocabulary.AlsoFree] }, plain with { Techniques = [TestVocabulary.Mark] },
            plain with { Techniques = [TestVocabulary.AlsoFree, TestVocabulary.Mark], MatchAll = true }, plain with { Verified = true },
            plain with { Verified = true, Techniques = [TestVocabulary.Mark] }, plain with { Language = "pl", Accepting = Accepting.Waiting },
            plain with { Area = "neck", AreasMatching = TestVocabulary.Instance.AreasMatching("neck") }, plain with { Gender = Gender.Man }, plain with { Settings = [Setting.Clinic] },
            plain with { Q = "moor", Words = ["moor"] }, plain with { Q = "nobody", Words = ["nobody"] }, plain with { Q = "ben hill", Words = ["ben", "hi"] },
        ];
        MapView[] views =
        [
            Earth, View(-10, 30, 30, 60), View(-2, 44, 4, 48), View(170, -30, -170, 10), View(179, -19, -179, -16), View(0.5, 45, 0.6, 46),
            View(-30, 45.0879, 5.3, 46.1), View(10, -90, 9.9, 90), View(-180, -17, -176, -16.9),
        ];

        foreach (var question in questions)
        {
            Assert.All(views, view => AssertAnswers(index, listings, question, view));
            Assert.All(views[..4], view => AssertAnswers(changed, left, question, view));
        }
    }

    [Fact]
    public void A_place_goes_and_comes_back_at_the_instant_within_an_hour_that_was_counted()
    {
        var hidden = ListingBuilder.Morning.AddDays(1).AddMinutes(31);
        IndexedListing[] crowd = [.. Enumerable.Range(1, 200).Select(i => Spot(i) with { HiddenFrom = i <= 20 ? hidden : null, PausedUntil = i is > 20 and <= 50 ? hidden : null })];
        var index = ListingIndex.Build(crowd, TestVocabulary.Instance, sequence: 0);

        Assert.Equal(170, Total(hidden.AddMinutes(-30)));
        Assert.Equal(170, Total(hidden.AddTicks(-1)));
        Assert.Equal(180, Total(hidden));
        Assert.Equal(180, Total(hidden.AddHours(1)));
        Assert.Equal(170, Total(hidden.AddMinutes(-1)));

        int Total(DateTime now) => index.Map(new SearchCriteria { Now = now }, Earth).Total;
        static IndexedListing Spot(int id) => new()
        {
            Id = id,
            Places = [new IndexedSpot("p", Setting.Clinic, 53.8 + id * 0.001, -1.5, new IndexedRegion("GB", null, null), Needs.None, [])],
        };
    }

    [Theory]
    [InlineData("-1.8,53.7,-1.3,53.95", true)]
    [InlineData(" -180 , -90, 180,90 ", true)]
    [InlineData("179,-1,-179,1", true)]
    [InlineData("-1.3,53.7,-1.3,53.95", true)]
    [InlineData("1,2,3", false)]
    [InlineData("1,2,3,2", false)]
    [InlineData("1,3,3,2", false)]
    [InlineData("-180.1,0,1,1", false)]
    [InlineData("0,0,1,90.1", false)]
    [InlineData("0,0,Infinity,1", false)]
    [InlineData("0;0;1;1", false)]
    [InlineData(null, false)]
    public void A_view_is_four_numbers_of_degrees(string? text, bool isView) => Assert.Equal(isView, MapView.Read(text) is not null);

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
