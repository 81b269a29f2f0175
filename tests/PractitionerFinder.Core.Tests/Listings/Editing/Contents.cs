using FsCheck;
using FsCheck.Fluent;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.TestKit.Data;

namespace PractitionerFinder.Core.Tests.Listings.Editing;

/// <summary>A content with everything in it, and single changes of it with the path that each is known by.</summary>
internal static class Contents
{
    public static readonly WeeklyHours Week = new(
        "Europe/London",
        [
            new OpenPeriod(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(12, 30)),
            new OpenPeriod(DayOfWeek.Monday, new TimeOnly(13, 30), new TimeOnly(17, 0)),
            new OpenPeriod(DayOfWeek.Tuesday, new TimeOnly(9, 0), new TimeOnly(17, 0)),
        ],
        [new DayRange(new DateOnly(2026, 12, 24), new DateOnly(2027, 1, 2))]);

    public static readonly PracticeLocation Clinic = Make.Home with
    {
        Key = "p2",
        Setting = LocationSetting.Clinic,
        Name = "Clinic",
        Address = new Address { Lines = ["1 Zinnia Street"], Locality = "Leeds", Postcode = "LS1 9ZZ", Country = "GB" },
        StepFree = StepFree.Yes,
        Hours = Week,
    };

    public static readonly VisitArea Drawn = new()
    {
        Key = "v2",
        Base = Clinic.Address,
        BaseCell = Clinic.Cell,
        Outline = [new GeoPoint(53.7, -1.7), new GeoPoint(53.7, -1.5), new GeoPoint(53.9, -1.5)],
        Cover = [],
    };

    public static readonly ListingContent Full = Make.Content with
    {
        Pronouns = "she/her",
        Gender = Gender.Woman,
        Areas = ["neck", "knee"],
        Credentials = [Make.MarkOfRegister, new Credential("c2", "Register of kneaders", "K-2", new DateOnly(2027, 3, 11), [TestVocabulary.Free])],
        Locations = [Make.Home with { Privacy = AddressPrivacy.AreaOnly }, Clinic],
        VisitAreas = [new VisitArea { Key = "v1", Base = Make.Home.Address, BaseCell = Make.Home.Cell, RadiusMetres = 16_093, Cover = [] }, Drawn],
        Online = new OnlineSessions(null),
        Languages = ["en", "pl"],
        Fees = [new Fee(60, 4_800, "GBP", "First session"), new Fee(30, 2_550, "GBP")],
        Photo = new Photo("k1", "Ada at work"),
    };

    private static readonly GeoPoint Elsewhere = new(53.95, -1.08);

    /// <summary>Each field that can change, and a change of it alone.</summary>
    public static readonly IReadOnlyDictionary<string, Func<ListingContent, ListingContent>> Changes = new Dictionary<string, Func<ListingContent, ListingContent>>
    {
        ["name"] = c => c with { Name = "Ada Moor-Hill" },
        ["pronouns"] = c => c with { Pronouns = null },
        ["gender"] = c => c with { Gender = Gender.NonBinary },
        ["headline"] = c => c with { Headline = "Kneading, rolling and rest" },
        ["about"] = c => c with { About = "Trained long ago.\n\nOpen all week." },
        ["languages"] = c => c with { Languages = ["pl", "en"] },
        [$"techniques/{TestVocabulary.Free}"] = c => c with { Techniques = [c.Techniques[0], c.Techniques[1] with { Training = new Training("A school", 2019, 200) }] },
        [$"techniques/{TestVocabulary.Mark}"] = c => c with { Techniques = [c.Techniques[1]] },
        [$"techniques/{TestVocabulary.Titled}"] = c => c with { Techniques = [.. c.Techniques, new OfferedTechnique(TestVocabulary.Titled)] },
        ["techniques"] = c => c with { Techniques = [.. c.Techniques.Reverse()] },
        ["areas"] = c => c with { Areas = ["neck"] },
        ["credentials/c2/register"] = c => c with { Credentials = [c.Credentials[0], c.Credentials[1] with { Register = "Guild of kneaders" }] },
        ["credentials/c2/number"] = c => c with { Credentials = [c.Credentials[0], c.Credentials[1] with { Number = null }] },
        ["credentials/c2/expires"] = c => c with { Credentials = [c.Credentials[0], c.Credentials[1] with { ExpiresOn = new DateOnly(2028, 3, 11) }] },
        ["credentials/c2/techniques"] = c => c with { Credentials = [c.Credentials[0], c.Credentials[1] with { Techniques = [] }] },
        ["credentials/c2"] = c => c with { Credentials = [c.Credentials[0]] },
        ["credentials/c3"] = c => c with { Credentials = [.. c.Credentials, new Credential("c3", "Another", null, null, [])] },
        ["credentials"] = c => c with { Credentials = [.. c.Credentials.Reverse()] },
        ["places/p2/setting"] = c => Place(c, p => p with { Setting = LocationSetting.TheirHome }),
        ["places/p2/name"] = c => Place(c, p => p with { Name = "The old clinic" }),
        ["places/p2/address"] = c => Place(c, p => p with { Address = p.Address with { Lines = ["2 Zinnia Street"] } }),
        ["places/p2/privacy"] = c => Place(c, p => p with { Privacy = AddressPrivacy.AreaOnly }),
        ["places/p2/phone"] = c => Place(c, p => p with { Phone = null }),
        ["places/p2/step-free"] = c => Place(c, p => p with { StepFree = StepFree.Unknown }),
        ["places/p2/parking"] = c => Place(c, p => p with { Parking = "In the yard" }),
        ["places/p2/transport"] = c => Place(c, p => p with { Transport = "Bus 2" }),
        ["places/p2/hours"] = c => Place(c, p => p with { Hours = Week with { TimeZone = "Europe/Dublin" } }),
        ["places/p2/point"] = c => Place(c, p => p with { Point = Elsewhere, Cell = CoarseCell.Containing(Elsewhere, _ => true) }),
        ["places/p2"] = c => c with { Locations = [c.Locations[0]] },
        ["places/p3"] = c => c with { Locations = [.. c.Locations, Clinic with { Key = "p3" }] },
        ["places"] = c => c with { Locations = [.. c.Locations.Reverse()] },
        ["visits/v1/address"] = c => c with { VisitAreas = [c.VisitAreas[0] with { Base = Clinic.Address }, c.VisitAreas[1]] },
        ["visits/v1/point"] = c => c with { VisitAreas = [c.VisitAreas[0] with { BaseCell = CoarseCell.Containing(Elsewhere, _ => true) }, c.VisitAreas[1]] },
        ["visits/v1/area"] = c => c with { VisitAreas = [c.VisitAreas[0] with { RadiusMetres = 16_900 }, c.VisitAreas[1]] },
        ["visits/v2/area"] = c => c with { VisitAreas = [c.VisitAreas[0], Drawn with { Outline = [.. Drawn.Outline!.Take(2), new GeoPoint(53.8, -1.5)] }] },
        ["visits/v2/hours"] = c => c with { VisitAreas = [c.VisitAreas[0], Drawn with { Hours = Week }] },
        ["visits/v2"] = c => c with { VisitAreas = [c.VisitAreas[0]] },
        ["visits"] = c => c with { VisitAreas = [.. c.VisitAreas.Reverse()] },
        ["online"] = c => c with { Online = null },
        ["online/hours"] = c => c with { Online = new OnlineSessions(Week) },
        ["accepting"] = c => c with { Accepting = Accepting.Waiting },
        ["fees"] = c => c with { Fees = [c.Fees[0] with { AmountMinor = 5_000 }] },
        ["contact/phone"] = c => c with { Contact = c.Contact with { Phone = "+44 113 496 0002" } },
        ["contact/email"] = c => c with { Contact = c.Contact with { Email = "moor@example.org" } },
        ["contact/email-public"] = c => c with { Contact = c.Contact with { EmailIsPublic = true } },
        ["contact/website"] = c => c with { Contact = c.Contact with { Website = null } },
        ["photo"] = c => c with { Photo = new Photo("k2", "Ada at work") },
    };

    /// <summary>Contents that came of a few changes; each of them keeps apart from the fields that others took away.</summary>
    public static Gen<ListingContent> Any { get; } =
        from paths in Gen.SubListOf(Changes.Keys.Where(k => k.Contains('/', StringComparison.Ordinal) ? k.Count(l => l == '/') == 2 || k.StartsWith("contact", StringComparison.Ordinal) || k == "online/hours" : k != "online"))
        from whole in Gen.SubListOf(new[] { "places/p2", "places/p3", "visits/v2", "online", "credentials/c2" })
        select paths.Concat(whole).Aggregate(Full, (content, path) => Changes[path](content));

    private static ListingContent Place(ListingContent content, Func<PracticeLocation, PracticeLocation> change) =>
        content with { Locations = [.. content.Locations.Select(l => l.Key == "p2" ? change(l) : l)] };
}
