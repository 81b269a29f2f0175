using FsCheck;
using FsCheck.Fluent;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.TestKit.Data;

namespace PractitionerFinder.TestKit.Finder;

/// <summary>Generated listings and questions: small, but with every corner of the earth and of the rules.</summary>
public sealed record World(IReadOnlyList<Listing> Listings, IReadOnlyList<SearchCriteria> Questions)
{
    public static readonly DateTime Now = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    private static readonly GeoPoint[] Corners =
    [
        new(53.8, -1.55), new(53.8, -1.55), new(53.803, -1.553), new(53.9, -1.7), new(51.5, -0.12), new(0, 180), new(0, -180),
        new(0.001, 179.999), new(-0.001, -179.999), new(-17.8, 179.9), new(-17.9, -179.8), new(90, 0), new(90, 120),
        new(89.9999, -60), new(-90, 45), new(-89.99, -170), new(0, 0), new(64.1, -21.9), new(52.125, 0.125), new(52.125, -0.125),
    ];

    private static readonly string[] Slugs = [TestVocabulary.Free, TestVocabulary.AlsoFree, TestVocabulary.Titled, TestVocabulary.Mark];

    private static readonly WeeklyHours[] Hours =
    [
        Week(new OpenPeriod(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(17, 0))),
        Week(new OpenPeriod(DayOfWeek.Friday, new TimeOnly(12, 0), new TimeOnly(19, 0))),
        Week(new OpenPeriod(DayOfWeek.Sunday, new TimeOnly(9, 0), new TimeOnly(20, 0))),
        Week(new OpenPeriod(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(21, 0)), new OpenPeriod(DayOfWeek.Saturday, new TimeOnly(9, 0), new TimeOnly(12, 0))),
    ];

    private static readonly Gen<GeoPoint> Points = Gen.Frequency(
        (6, Gen.Elements(Corners)),
        (2, from p in Gen.Elements(Corners[..5])
            from north in Gen.Choose(-900, 900)
            from east in Gen.Choose(-900, 900)
            select new GeoPoint(p.Latitude + north / 10000.0, p.Longitude + east / 10000.0)),
        (1, from latitude in Gen.Choose(-9000, 9000)
            from longitude in Gen.Choose(-18000, 18000)
            select new GeoPoint(latitude / 100.0, longitude / 100.0)));

    private static readonly Gen<bool> Rarely = Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)));

    private static readonly Gen<bool> Sometimes = Gen.Elements(true, false);

    private static readonly Gen<WeeklyHours?> AnyHours = Gen.Elements([null, .. Hours]);

    private static readonly Gen<Address> Addresses = Gen.Elements(
        Place("GB", "ENG", "Leeds"), Place("GB", "ENG", "Bradford"), Place("GB", "SCT", "Fife"), Place("FJ", null, null));

    private static readonly Gen<PracticeLocation> Locations =
        from point in Points
        from address in Addresses
        from home in Sometimes
        from isPrivate in Sometimes
        from townCell in Sometimes
        from steps in Gen.Elements(Enum.GetValues<StepFree>())
        from hours in AnyHours
        select new PracticeLocation
        {
            Key = "",
            Setting = home ? LocationSetting.TheirHome : LocationSetting.Clinic,
            Address = address,
            Point = point,
            Cell = CoarseCell.Containing(point, _ => townCell),
            Privacy = isPrivate ? AddressPrivacy.AreaOnly : AddressPrivacy.Public,
            StepFree = steps,
            Hours = hours,
        };

    private static readonly Gen<VisitArea> VisitAreas =
        from point in Points
        from address in Addresses
        from hours in AnyHours
        from radius in Gen.Elements(500, 5_000, 20_000, VisitArea.MostRadiusMetres)
        from drawn in Rarely
        let cell = CoarseCell.Containing(point, _ => true)
        let outline = drawn && Math.Abs(point.Latitude) < 80 && Math.Abs(point.Longitude) < 179 ? Triangle(point) : null
        select new VisitArea
        {
            Key = "",
            Base = address,
            BaseCell = cell,
            RadiusMetres = outline is null ? radius : null,
            Outline = outline,
            Cover = outline is null ? VisitCover.OfRadius(cell.Centre, radius) : VisitCover.OfOutline(outline),
            Hours = hours,
        };

    private static readonly Gen<ListingContent> Contents =
        from locations in UpTo(3, Locations)
        from visits in UpTo(2, VisitAreas)
        from online in Rarely
        from onlineHours in AnyHours
        from techniques in Gen.SubListOf(Slugs)
        from proves in Gen.SubListOf(Slugs)
        from areas in Gen.SubListOf("neck", "neck-side", "neck-back", "knee")
        from languages in Gen.SubListOf("en", "pl")
        from accepting in Gen.Elements(Enum.GetValues<Accepting>())
        from gender in Gen.Elements(new Gender?[] { null, Gender.Woman, Gender.Man })
        from name in Gen.Elements("Ada Moor", "Zoë Certified Roller", "Ben Moorland")
        select new ListingContent
        {
            Name = name,
            Headline = "Kneading in the old mill",
            About = "",
            Techniques = [.. techniques.Select(s => new OfferedTechnique(s))],
            Areas = [.. areas],
            Languages = [.. languages],
            Accepting = accepting,
            Gender = gender,
            Locations = [.. locations.Select((l, i) => l with { Key = $"l{i}" })],
            VisitAreas = [.. visits.Select((v, i) => v with { Key = $"v{i}" })],
            Online = online ? new OnlineSessions(onlineHours) : null,
            Credentials = [new Credential("proof", "Register of tests", "1", null, [.. proves])],
        };

    private static readonly Gen<DateTime?> Instants = Gen.Elements(
        new DateTime?[] { null, Now, Now.AddTicks(1), Now.AddTicks(-1), Now.AddYears(1), Now.AddYears(-1) });

    private static readonly Gen<Listing> OneListing =
        from content in Contents
        from demo in Rarely
        from published in Gen.Frequency((12, Gen.Constant(0)), (1, Gen.Choose(1, 3)))
        from age in Gen.Elements(0, 10, 30, 31, 89, 90, 119, 120, 121)
        from isChecked in Sometimes
        from proofUntil in Instants
        from paused in Rarely
        from pausedUntil in Instants
        select Make(content, demo, published, age, isChecked, proofUntil, paused, pausedUntil);

    private static readonly Gen<SearchOrigin?> Origins = Gen.Frequency(
        (8, from point in Points select Origin(point, null)),
        (2, from region in Gen.Elements(
                new RegionCodes("GB", null, []), new RegionCodes("GB", "ENG", []), new RegionCodes("GB", "ENG", ["Leeds", "Bradford"]), new RegionCodes("FJ", null, []))
            select Origin(Corners[0], region)),
        (1, Gen.Constant<SearchOrigin?>(null)));

    private static readonly Gen<decimal> Kilometres = Gen.Elements(0m, 0.001m, 1m, 5.5m, 16.093m, 50m, 320m, 5000m, 20015.115m);

    private static Gen<SearchCriteria> Question(IReadOnlyList<Listing> listings) =>
        from origin in Origins
        from kilometres in Kilometres
        from atTheEdge in Sometimes
        from edge in Gen.Elements([.. listings.SelectMany(l => l.Locations).Select(l => l.Point).DefaultIfEmpty(Corners[0])])
        from techniques in Gen.Frequency((2, Gen.Constant(new List<string>())), (2, Gen.SubListOf(Slugs).Select(s => s.ToList())))
        from all in Sometimes
        from area in Gen.Frequency((4, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>("neck", "neck-side", "knee")))
        from settings in Gen.Frequency((2, Gen.Constant(new List<Setting>())), (3, Gen.SubListOf(Enum.GetValues<Setting>()).Select(s => s.Order().ToList())))
        from accepting in Gen.Frequency((4, Gen.Constant<Accepting?>(null)), (1, Gen.Elements(Enum.GetValues<Accepting>()).Select(a => (Accepting?)a)))
        from verified in Rarely
        from needs in Gen.Frequency((3, Gen.Constant(Needs.None)), (1, Gen.Choose(1, 7).Select(n => (Needs)n)))
        from language in Gen.Frequency((5, Gen.Constant<string?>(null)), (1, Gen.Constant<string?>("pl")))
        from gender in Gen.Frequency((5, Gen.Constant<Gender?>(null)), (1, Gen.Constant<Gender?>(Gender.Woman)))
        from q in Gen.Frequency((5, Gen.Constant("")), (1, Gen.Elements("moor", "mill knead", "certified roller", "marked method ada", "zoe", "oor")))
        from sort in Gen.Frequency((5, Gen.Constant(SearchSort.Distance)), (1, Gen.Constant(SearchSort.Confirmed)))
        from seed in Gen.Choose(1, int.MaxValue - 1)
        from showDemo in Sometimes
        from now in Gen.Frequency((4, Gen.Constant(Now)), (1, Gen.Elements(Now.AddTicks(-1), Now.AddTicks(1), Now.AddDays(-31), Now.AddDays(31), Now.AddYears(2))))
        from page in Gen.Frequency((3, Gen.Constant((1, SearchCriteria.MostPerPage))), (1, Gen.Elements((1, 2), (2, 2), (3, 1), (9, 1))))
        let parted = TestVocabulary.Instance.Titles.Part(PlainWords.Of(q))
        select new SearchCriteria
        {
            Origin = origin,
            AskedWithin = new Radius(atTheEdge && origin is not null ? origin.Point.MetresTo(edge) / 1000m : kilometres, DistanceUnit.Kilometres),
            Techniques = [.. techniques.Order(StringComparer.Ordinal)],
            MatchAll = all,
            Area = area,
            AreasMatching = area is null ? [] : TestVocabulary.Instance.AreasMatching(area),
            Settings = settings,
            Accepting = accepting,
            Verified = verified,
            Needs = needs,
            Language = language,
            Gender = gender,
            Q = q,
            Words = parted.Free,
            ProvenTechniques = parted.Techniques,
            Sort = sort,
            AskedSeed = seed,
            ShowDemo = showDemo,
            Page = page.Item1,
            PageSize = page.Item2,
            Now = now,
        };

    public static Arbitrary<World> Arbitrary(int listings, int questions) => Arb.From(
        from made in OneListing.ListOf(listings)
        from asked in Question([.. made]).ListOf(questions)
        select new World([.. made], [.. asked]));

    private static Listing Make(
        ListingContent content, bool demo, int unpublished, int age, bool isChecked, DateTime? proofUntil, bool paused, DateTime? pausedUntil)
    {
        var vocabulary = TestVocabulary.Instance;
        var at = Now.AddDays(-age);
        var listing = new Listing(Guid.NewGuid().ToString("n"), content, "author", at, demo);
        listing.Submit(1, at);
        if (unpublished == 1)
        {
            return listing;
        }

        listing.Approve(1, "staff", at, vocabulary);
        if (isChecked)
        {
            listing.Check("proof", "staff", at, proofUntil, vocabulary);
        }

        if (paused)
        {
            listing.Pause(pausedUntil, at);
        }

        if (unpublished == 2)
        {
            listing.Suspend();
        }
        else if (unpublished == 3)
        {
            listing.Archive();
        }

        return listing;
    }

    private static Gen<List<T>> UpTo<T>(int most, Gen<T> gen) => Gen.Choose(0, most).SelectMany(n => gen.ListOf(n)).Select(l => l.ToList());

    private static SearchOrigin? Origin(GeoPoint point, RegionCodes? region) =>
        new() { Point = point, Region = region, Name = "here", Kind = "point", Country = "FJ" };

    private static GeoPoint[] Triangle(GeoPoint point) =>
    [
        new(point.Latitude - 0.05, point.Longitude - 0.08), new(point.Latitude + 0.07, point.Longitude), new(point.Latitude - 0.02, point.Longitude + 0.1),
    ];

    private static Address Place(string country, string? admin1, string? county) =>
        new() { Locality = county ?? country, Country = country, Admin1Code = admin1, County = county };

    private static WeeklyHours Week(params OpenPeriod[] periods) => new("Europe/London", periods, []);
}
