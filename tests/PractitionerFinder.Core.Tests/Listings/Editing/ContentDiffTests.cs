using System.Globalization;
using FsCheck.Fluent;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Core.Tests.Geography;
using PractitionerFinder.TestKit.Data;

namespace PractitionerFinder.Core.Tests.Listings.Editing;

public sealed class ContentDiffTests
{
    private static readonly ListingContent Full = Contents.Full;

    public static TheoryData<string> Paths() => [.. Contents.Changes.Keys];

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_field_that_changed_is_named_and_no_other(string path)
    {
        var changed = Contents.Changes[path](Full);

        Assert.Equal([path], ContentDiff.Between(Full, changed).Select(c => c.Field.Text));
        Assert.Equal([path], ContentDiff.Between(changed, Full).Select(c => c.Field.Text));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_field_has_a_section_and_a_label_in_words(string path)
    {
        var field = new FieldPath(path);

        Assert.Contains(ListingForm.Sections, s => s.Slug == field.Section);
        Assert.Matches(@"^[A-Z][^/]*\z", field.Label(TestVocabulary.Instance, Contents.Changes["places/p3"](Full)));
        Assert.True(path.Length <= FieldPath.MaxLength);
    }

    [Fact]
    public void The_same_differs_in_nothing() => Earth.Holds(Contents.Any, c => ContentDiff.Between(c, ListingJson.Read(ListingJson.Write(c))).Count == 0, tests: 300);

    [Fact]
    public void What_differs_one_way_differs_the_other() => Earth.Holds(
        from one in Contents.Any from other in Contents.Any select (one, other),
        c => ContentDiff.Between(c.one, c.other).Select(f => f.Field.Text).Order(StringComparer.Ordinal)
            .SequenceEqual(ContentDiff.Between(c.other, c.one).Select(f => f.Field.Text).Order(StringComparer.Ordinal)),
        tests: 500);

    [Fact]
    public void No_words_ever_hold_coordinates()
    {
        string[] degrees = [.. new[] { Make.TruePoint.Latitude, Make.TruePoint.Longitude, Make.Home.Cell.Centre.Latitude, Make.Home.Cell.Centre.Longitude }
            .Select(d => Math.Abs(d).ToString("0.00", CultureInfo.InvariantCulture))];
        var empty = Full with { Locations = [], VisitAreas = [] };

        foreach (var change in Contents.Changes.Values.SelectMany(c => ContentDiff.Between(Full, c(Full))).Concat(ContentDiff.Between(empty, Full)))
        {
            Assert.DoesNotContain(degrees, d => (change.Before + change.After).Contains(d, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_pin_that_was_moved_is_told_by_how_far()
    {
        var change = Assert.Single(ContentDiff.Between(Full, Contents.Changes["places/p2/point"](Full)));

        Assert.Equal((null, null, true), (change.Before, change.After, change.MovedMetres is > 30_000 and < 40_000));
    }

    [Fact]
    public void A_pin_that_was_moved_by_a_hair_has_moved()
    {
        var moved = Full with { Locations = [Full.Locations[0], Full.Locations[1] with { Point = new GeoPoint(Make.TruePoint.Latitude + 1e-6, Make.TruePoint.Longitude) }] };

        Assert.Equal(1, Assert.Single(ContentDiff.Between(Full, moved)).MovedMetres);
    }

    [Fact]
    public void What_a_newer_gazetteer_makes_of_a_place_is_no_field()
    {
        var place = Full.Locations[1];
        var read = Full with { Locations = [Full.Locations[0], place with { Address = place.Address with { County = "West Yorkshire", Admin1Code = "ENG" } }] };

        Assert.Empty(ContentDiff.Between(Full, read));
    }

    [Theory]
    [InlineData("fees", "60 minutes, £48 (First session)\n30 minutes, £25.50", "60 minutes, £50 (First session)")]
    [InlineData("languages", "English, Polish", "Polish, English")]
    [InlineData("areas", "Neck, Knee", "Neck")]
    [InlineData("accepting", "Taking new clients", "A waiting list")]
    [InlineData("techniques", "Marked Method, Kneading", "Kneading, Marked Method")]
    [InlineData("techniques/kneading", "No training given", "Learnt with A school, 2019, 200 hours")]
    [InlineData("techniques/rolling", null, "Rolling\nNo training given")]
    [InlineData("techniques/marked-method", "Marked Method\nNo training given", null)]
    [InlineData("credentials/c2", "Register of kneaders\nK-2\n11 March 2027\nKneading", null)]
    [InlineData("places/p2/address", "1 Zinnia Street\nLeeds\nLS1 9ZZ\nGB", "2 Zinnia Street\nLeeds\nLS1 9ZZ\nGB")]
    [InlineData("places", "The garden room, Clinic", "Clinic, The garden room")]
    [InlineData("visits/v1/area", "Within 10 miles", "Within 10.501 miles")]
    [InlineData("visits/v2/area", "A drawn area with 3 corners", "A drawn area with 3 corners, drawn anew")]
    [InlineData("visits/v2/hours", "By arrangement", "Monday 09:00 to 12:30 and 13:30 to 17:00\nTuesday 09:00 to 17:00\nAway 24 December 2026 to 2 January 2027\nIn the time of Europe/London")]
    [InlineData("online", "Sessions over video or telephone\nBy arrangement", null)]
    [InlineData("photo", "Ada at work", "Another picture: Ada at work")]
    [InlineData("contact/email-public", "Nobody", "Those who ask for it")]
    public void Is_told_in_plain_words(string path, string? before, string? after)
    {
        var change = Assert.Single(ContentDiff.Between(Full, Contents.Changes[path](Full), TestVocabulary.Instance));

        Assert.Equal((before, after), (change.Before, change.After));
    }

    [Theory]
    [InlineData("about", "about", "about", "About")]
    [InlineData("techniques", "techniques/kneading/year", "techniques/kneading", "Kneading")]
    [InlineData("techniques", "areas", "areas", "Body areas")]
    [InlineData("credentials", "credentials/c2/expiresOn", "credentials/c2/expires", "Register of kneaders: last day")]
    [InlineData("places", "places/p2/line1", "places/p2/address", "Clinic: address")]
    [InlineData("places", "places/p2/latitude", "places/p2/point", "Clinic: pin on the map")]
    [InlineData("places", "places/p2/areaOnly", "places/p2/privacy", "Clinic: what the public sees")]
    [InlineData("places", "places/p2", "places/p2", "Clinic")]
    [InlineData("visits", "areas/v1/radius", "visits/v1/area", "Home visits from Headingley: how far")]
    [InlineData("visits", "areas/v1", "visits/v1", "Home visits from Headingley")]
    [InlineData("visits", "visits/v1/outline", "visits/v1/area", "Home visits from Headingley: how far")]
    [InlineData("visits", "online", "online", "Online sessions")]
    [InlineData("hours", "of/places/p2/stretches/s1/from", "places/p2/hours", "Clinic: hours")]
    [InlineData("hours", "hours/places/p2/s1", "places/p2/hours", "Clinic: hours")]
    [InlineData("hours", "of/online/timeZone", "online/hours", "Hours of online sessions")]
    [InlineData("hours", "accepting", "accepting", "New clients")]
    [InlineData("fees", "fees/f1/amount", "fees", "Fees")]
    [InlineData("fees", "currency", "fees", "Fees")]
    [InlineData("contact", "emailIsPublic", "contact/email-public", "Who is told the e-mail address")]
    [InlineData("contact", "contact/phone", "contact/phone", "Telephone")]
    [InlineData("photo", "alt", "photo", "Photo")]
    public void A_field_of_the_form_is_part_of_a_field_of_the_content(string section, string typed, string path, string label)
    {
        var field = FieldPath.OfForm(section, typed);

        Assert.Equal((path, section, label), (field.Text, field.Section, field.Label(TestVocabulary.Instance, Full)));
    }
}
