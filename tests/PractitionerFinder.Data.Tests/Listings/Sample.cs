using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.TestKit.Data;

namespace PractitionerFinder.Data.Tests.Listings;

/// <summary>Listings for tests of how they are kept.</summary>
internal static class Sample
{
    public const string Owner = "owner";
    public const string Staff = "staff";

    public static readonly DateTime At = new(2026, 3, 1, 9, 30, 0, 125, DateTimeKind.Utc);

    private static readonly WeeklyHours Hours = new(
        "Europe/London",
        [new OpenPeriod(DayOfWeek.Tuesday, new TimeOnly(9, 30), new TimeOnly(19, 0)), new OpenPeriod(DayOfWeek.Saturday, new TimeOnly(10, 0), new TimeOnly(12, 15))],
        [new DayRange(new DateOnly(2026, 8, 1), new DateOnly(2026, 8, 14))]);

    public static readonly Address HomeAddress = new()
    {
        Lines = ["Garden flat", "7 Zinnia Passage"],
        Locality = "Headingley",
        Postcode = "LS6 9ZZ",
        Country = "GB",
        Admin1Code = "ENG",
        County = "Leeds",
    };

    public static readonly GeoPoint HomePoint = new(53.819_371, -1.579_613);

    public static readonly PracticeLocation Home = new()
    {
        Key = "home",
        Setting = LocationSetting.TheirHome,
        Name = "The garden room",
        Address = HomeAddress,
        Point = HomePoint,
        Cell = CoarseCell.Containing(HomePoint, _ => true),
        Phone = "+44 113 496 0001",
        StepFree = StepFree.Partly,
        Parking = "In the lane behind number 9",
        Transport = "Bus 1 to Zinnia Passage",
        Hours = Hours,
    };

    private static readonly GeoPoint Mill = new(-17.801_2, 179.998_765_4);

    private static readonly GeoPoint[] Outline = [new(53.7, -1.7), new(53.9, -1.7), new(53.9, -1.4), new(53.7, -1.4)];

    /// <summary>Something in every field that there is, in letters of several scripts.</summary>
    public static readonly ListingContent Everything = new()
    {
        Name = "Zoë Łukasiewicz-O’Brien 李小龍 🌿",
        Headline = "Kneading and “pressing” — at the mill",
        About = "First paragraph, with 'quotes' and a \\ backslash.\n\nSecond paragraph; DROP TABLE Listings;--",
        Pronouns = "they/them",
        Gender = Gender.NonBinary,
        Accepting = Accepting.Waiting,
        Techniques =
        [
            new OfferedTechnique(TestVocabulary.Mark, new Training("School of marks", 2019, 120)),
            new OfferedTechnique(TestVocabulary.Free, new Training("Ein älterer Lehrer", 2011)),
            new OfferedTechnique(TestVocabulary.Titled),
        ],
        Areas = ["neck-side", "knee"],
        Credentials =
        [
            new Credential("mark", "Register of marks", "M-0042", new DateOnly(2027, 2, 28), [TestVocabulary.Mark]),
            new Credential("award", "Guild of kneaders", null, null, [TestVocabulary.Free, TestVocabulary.Titled]),
        ],
        Locations =
        [
            Home,
            new PracticeLocation
            {
                Key = "mill",
                Setting = LocationSetting.Clinic,
                Address = new Address { Locality = "Mill", Country = "FJ" },
                Point = Mill,
                Cell = CoarseCell.Containing(Mill, _ => false),
                Privacy = AddressPrivacy.AreaOnly,
                StepFree = StepFree.Yes,
            },
        ],
        VisitAreas =
        [
            new VisitArea
            {
                Key = "round",
                Base = HomeAddress,
                BaseCell = CoarseCell.Containing(HomePoint, _ => true),
                RadiusMetres = 8_000,
                Cover = VisitCover.OfRadius(CoarseCell.Containing(HomePoint, _ => true).Centre, 8_000),
                Hours = Hours,
            },
            new VisitArea
            {
                Key = "drawn",
                Base = HomeAddress,
                BaseCell = CoarseCell.Containing(HomePoint, _ => true),
                Outline = Outline,
                Cover = VisitCover.OfOutline(Outline),
            },
        ],
        Online = new OnlineSessions(Hours),
        Languages = ["en", "cy"],
        Fees = [new Fee(60, 6_500, "GBP", "First session"), new Fee(45, 5_000, "GBP")],
        Contact = new ContactChoices { Phone = "+44 113 496 0000", Email = "zoe@example.org", Website = "https://example.org/zoe" },
        Photo = new Photo("f1a5c0", "A woman at a window"),
    };

    /// <summary>A published listing that says everything, its mark checked.</summary>
    public static Listing Published(string slug = "zoe", ListingContent? content = null)
    {
        var listing = new Listing(slug, content ?? Everything, Owner, At);
        listing.Submit(1, At);
        listing.Approve(1, Staff, At.AddHours(1), TestVocabulary.Instance);
        if (listing.PublicContent!.Credentials.Any(c => c.Key == "mark"))
        {
            listing.Check("mark", Staff, At.AddHours(2), At.AddYears(1), TestVocabulary.Instance);
        }

        return listing;
    }

    public static async Task<Listing> SavedAsync(this TestDatabase database, Listing listing)
    {
        await using var db = database.CreateDbContext();
        db.Add(listing);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return listing;
    }

    /// <summary>A listing with all that belongs to it.</summary>
    public static Task<Listing> WholeAsync(this FinderDbContext db, long id) => db.Listings.Where(l => l.Id == id)
        .Include(l => l.Revisions).Include(l => l.Confirmations).Include(l => l.Checks)
        .Include(l => l.Locations).Include(l => l.VisitAreas).ThenInclude(v => v.Cells)
        .Include(l => l.Techniques).Include(l => l.Credentials).Include(l => l.Areas).Include(l => l.Languages)
        .AsSplitQuery().SingleAsync(TestContext.Current.CancellationToken);
}
