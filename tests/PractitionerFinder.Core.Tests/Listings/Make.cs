using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.TestKit.Data;

namespace PractitionerFinder.Core.Tests.Listings;

/// <summary>Listings for tests of the rules.</summary>
internal static class Make
{
    public static readonly DateTime At = new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    public static readonly GeoPoint TruePoint = new(53.819_371, -1.579_613);

    public static readonly Credential MarkOfRegister = new("mark", "Register of marks", "M-1", null, [TestVocabulary.Mark]);

    public static readonly PracticeLocation Home = new()
    {
        Key = "home",
        Setting = LocationSetting.TheirHome,
        Name = "The garden room",
        Address = new Address { Lines = ["7 Zinnia Passage"], Locality = "Headingley", Postcode = "LS6 9ZZ", Country = "GB" },
        Point = TruePoint,
        Cell = CoarseCell.Containing(TruePoint, _ => true),
        Phone = "+44 113 496 0001",
        Parking = "In the lane behind number 9",
        Transport = "Bus 1 to Zinnia Passage",
    };

    public static readonly ListingContent Content = new()
    {
        Name = "Ada Moor",
        Headline = "Kneading and rolling",
        About = "Trained long ago.\n\nA Certified Roller since 2019. Open all week.",
        Techniques = [new OfferedTechnique(TestVocabulary.Mark), new OfferedTechnique(TestVocabulary.Free)],
        Credentials = [MarkOfRegister],
        Locations = [Home],
        Contact = new ContactChoices { Phone = "+44 113 496 0000", Email = "ada@example.org", Website = "https://example.org" },
    };

    public static Listing Submitted(ListingContent? content = null)
    {
        var listing = new Listing("ada-moor", content ?? Content, "owner", At);
        listing.Submit(1, At);
        return listing;
    }

    public static Listing Published(ListingContent? content = null)
    {
        var listing = Submitted(content);
        listing.Approve(1, "staff", At, TestVocabulary.Instance);
        return listing;
    }

    /// <summary>Puts a changed content in the public's place.</summary>
    public static void Change(this Listing listing, ListingContent content)
    {
        var number = listing.Draft(content, "owner", At).Number;
        listing.Submit(number, At);
        listing.Approve(number, "staff", At, TestVocabulary.Instance);
    }

    public static PublicListing Public(this Listing listing, DateTime? now = null) => PublicListing.Of(listing, TestVocabulary.Instance, now ?? At);
}
