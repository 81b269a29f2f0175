using System.Text.Json;
using AngleSharp.Html.Parser;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.TestKit.Data;
using PractitionerFinder.Web.Features.Listings;
using PractitionerFinder.Web.Tests.Features.Finder;

namespace PractitionerFinder.Web.Tests.Features.Listings;

public sealed class ListingJsonLdTests
{
    private const string Url = "https://finder.example/practitioners/amira";

    [Fact]
    public void A_public_place_comes_with_its_address_point_and_hours()
    {
        var business = Read(new ListingBuilder().In(53.8, -1.55).Open(DayOfWeek.Monday));

        Assert.Equal("HealthAndBeautyBusiness", Text(business, "@type"));
        Assert.Equal(("Amira Holt", Url, "+44 113 496 0123"), (Text(business, "name"), Text(business, "url"), Text(business, "telephone")));
        var address = business.GetProperty("address");
        Assert.Equal(
            ("1 Secret Street", "Leeds", "LS1 9ZZ", "GB"),
            (Text(address, "streetAddress"), Text(address, "addressLocality"), Text(address, "postalCode"), Text(address, "addressCountry")));
        Assert.Equal((53.8, -1.55), (business.GetProperty("geo").GetProperty("latitude").GetDouble(), business.GetProperty("geo").GetProperty("longitude").GetDouble()));
        var hours = Assert.Single(business.GetProperty("openingHoursSpecification").EnumerateArray());
        Assert.Equal(("https://schema.org/Monday", "10:00", "20:00"), (Text(hours, "dayOfWeek"), Text(hours, "opens"), Text(hours, "closes")));
    }

    [Fact]
    public void Further_public_places_are_places_of_the_same_business()
    {
        var business = Read(new ListingBuilder().In(53.8, -1.55).In(53.9, -1.7, "Otley"));

        Assert.Equal("Leeds", Text(business.GetProperty("address"), "addressLocality"));
        Assert.Equal("Otley", Text(Assert.Single(business.GetProperty("location").EnumerateArray()).GetProperty("address"), "addressLocality"));
    }

    [Fact]
    public void Of_a_private_place_there_is_nothing()
    {
        var business = Read(new ListingBuilder().In(53.812345, -1.567891, "Headingley").PrivateHome().Open(DayOfWeek.Monday));

        Assert.All((string[])["address", "geo", "location", "openingHoursSpecification"], property => Assert.False(business.TryGetProperty(property, out _), property));
        Assert.DoesNotContain("53.8", business.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("LS1", business.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_visits_there_is_the_town_and_no_point()
    {
        var business = Read(new ListingBuilder().In(53.812345, -1.567891, "Headingley").PrivateHome().Visiting());

        var area = Assert.Single(business.GetProperty("areaServed").EnumerateArray());
        Assert.Equal("Headingley", Text(area, "name"));
        Assert.False(area.TryGetProperty("geo", out _));
        Assert.DoesNotContain("postalCode", business.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_for_mail_is_never_there()
    {
        var business = Read(new ListingBuilder().Saying(c => c with { Contact = c.Contact with { EmailIsPublic = true } }));

        Assert.DoesNotContain("mail.example", business.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_fictional_say_that_they_are() =>
        Assert.StartsWith("A fictional practitioner", Text(Read(new ListingBuilder().Demo()), "description"), StringComparison.Ordinal);

    [Theory]
    [InlineData("</script><script>alert(1)</script>")]
    [InlineData("<!--<script>")]
    [InlineData("]]> \"quoted\" \\ back \u2028 & '")]
    public void No_name_ends_the_element_or_becomes_another(string name)
    {
        var head = new HtmlParser().ParseDocument("<head>" + Element(new ListingBuilder().Named(name)) + "<title>after</title></head>");

        var script = Assert.Single(head.QuerySelectorAll("script"));
        Assert.Equal(name, Text(JsonDocument.Parse(script.TextContent).RootElement, "name"));
        Assert.Equal("after", head.Title);
    }

    [Fact]
    public async Task It_stands_in_the_head_of_the_profile()
    {
        await using var site = new FinderSite();
        await site.GivenAsync(new ListingBuilder().At("amira"));

        var page = await site.OpenAsync("/practitioners/amira");

        var element = Assert.Single(page.QuerySelectorAll("head > script[type='application/ld+json']"));
        Assert.Equal(Url, Text(JsonDocument.Parse(element.TextContent).RootElement, "url"));
        Assert.Single(page.QuerySelectorAll("script:not([src])"));
    }

    private static JsonElement Read(ListingBuilder builder) =>
        JsonDocument.Parse(new HtmlParser().ParseDocument(Element(builder)).QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;

    private static string Element(ListingBuilder builder) => ListingJsonLd.Element(
        PublicListing.Of(builder.Offering(TestVocabulary.Free).Build(TestVocabulary.Instance), TestVocabulary.Instance, ListingBuilder.Morning), Url);

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();
}
