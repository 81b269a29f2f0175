using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Geography.Places;

namespace PractitionerFinder.Core.Tests.Geography.Places;

public sealed class SurroundingsTests(GazetteerFixture places)
{
    private readonly Gazetteer gazetteer = places.Gazetteer;

    [Fact]
    public void Notable_places_are_the_populous_ones_nearby() =>
        Assert.Equal(["Leeds", "Bradford", "Harrogate"], gazetteer.NotableAround(Point("Otley"), 20_000, 3).Select(p => p.Name));

    [Theory]
    [InlineData("Otley", 8_000)]
    [InlineData("London", 20_000)]
    [InlineData("Suva", 100_000)]
    [InlineData("Tromsø", 40_000)]
    public void Notable_places_lie_within_and_apart(string name, int metres)
    {
        var around = gazetteer.NotableAround(Point(name), metres, 6);

        Assert.NotEmpty(around);
        Assert.All(around, place => Assert.InRange(place.Point.MetresTo(Point(name)), 0, metres + 1));
        Assert.All(
            around.SelectMany((a, i) => around.Skip(i + 1).Select(b => a.Point.MetresTo(b.Point))),
            apart => Assert.True(apart >= metres / 4));
    }

    [Fact]
    public void Places_beyond_the_antimeridian_are_near() => Assert.Contains(
        gazetteer.NotableAround(new GeoPoint(-16.8, -179.98), 150_000, 6), place => place.Point.Longitude > 0);

    [Fact]
    public void Nothing_is_notable_in_the_middle_of_the_sea() => Assert.Empty(gazetteer.NotableAround(new GeoPoint(0, -30), 100_000, 6));

    [Theory]
    [InlineData("Otley", "Leeds")]
    [InlineData("Keighley", "Bradford")]
    [InlineData("St Albans", "London")]
    [InlineData("Leeds", "Leeds")]
    [InlineData("Headingley", "Leeds")]
    [InlineData("Versailles", "Paris")]
    [InlineData("Chicago", "Chicago")]
    public void A_landmark_is_the_town_that_people_around_would_name(string name, string landmark) =>
        Assert.Equal(landmark, gazetteer.LandmarkOf(Point(name), name).Name);

    [Fact]
    public void A_locality_is_the_place_of_that_name_nearby()
    {
        Assert.Equal("Otley, Leeds, United Kingdom", gazetteer.LocalityAt(new GeoPoint(53.91, -1.70), "otley")?.Label);
        Assert.Null(gazetteer.LocalityAt(new GeoPoint(53.91, -1.70), "Ipswich"));
    }

    [Fact]
    public void Far_from_every_town_the_nearest_place_is_the_landmark() =>
        Assert.True(gazetteer.LandmarkOf(new GeoPoint(0, -30)).Point.MetresTo(new GeoPoint(0, -30)) > 500_000);

    [Theory]
    [InlineData(53.9055, -1.6938, "near Otley, England")]
    [InlineData(53.91, -1.70, "near Otley, England")]
    [InlineData(41.88, -87.63, "near Chicago Loop, Illinois")]
    [InlineData(1.2897, 103.8501, "near Singapore, Singapore")]
    [InlineData(0, -30, null)]
    [InlineData(90, 0, null)]
    public void A_point_is_told_by_the_town_it_is_near(double latitude, double longitude, string? words) =>
        Assert.Equal(words, gazetteer.DescribeNear(new GeoPoint(latitude, longitude)));

    private GeoPoint Point(string name) => places.Found(name).Place.Point;
}
