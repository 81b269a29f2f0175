namespace PractitionerFinder.Core.Tests.Geography.Places;

public sealed class PlaceSlugTests(GazetteerFixture places)
{
    [Theory]
    [InlineData("Leeds", "GB", "leeds")]
    [InlineData("Newcastle upon Tyne", "GB", "newcastle-upon-tyne")]
    [InlineData("Springfield, IL", "US", "springfield-illinois")]
    [InlineData("West Yorkshire", "GB", "west-yorkshire")]
    [InlineData("São Paulo", "BR", "sao-paulo-sao-paulo")]
    [InlineData("Łódź", "PL", "lodz")]
    [InlineData("LS6", "GB", "ls6")]
    [InlineData("LS6 3HN", "GB", "ls6-3hn")]
    public void A_slug_is_the_shortest_that_no_other_place_of_the_country_has(string text, string country, string slug)
    {
        var place = places.Found(text, country).Place;
        Assert.Equal(slug, places.Gazetteer.SlugOf(place));
        Assert.Equal(place, places.Gazetteer.FindBySlug(country, slug));
    }

    [Fact]
    public void A_slug_of_what_is_suggested_leads_back_to_its_name()
    {
        string[] starts = ["new", "st", "san", "ric", "mid", "wal", "kin", "ash", "nor", "spr"];
        Assert.All(starts.SelectMany(start => places.Gazetteer.Suggest(start, "GB", 20)), place =>
            Assert.Equal(place.Name, places.Gazetteer.FindBySlug(place.Country, places.Gazetteer.SlugOf(place))?.Name));
    }

    [Theory]
    [InlineData("GB", "")]
    [InlineData("GB", "-")]
    [InlineData("GB", "Leeds")]
    [InlineData("GB", "leeds--")]
    [InlineData("GB", "zzzqqx")]
    [InlineData("XX", "leeds")]
    [InlineData("GB", "ls6-3zz")]
    public void What_is_no_slug_finds_nothing(string country, string slug) =>
        Assert.Null(places.Gazetteer.FindBySlug(country, slug));
}
