using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.TestKit.Data;
using PractitionerFinder.Web.Shared.Figures;

namespace PractitionerFinder.Web.Tests.Shared.Figures;

public sealed class LocatorTests : BunitContext
{
    private static readonly Gazetteer Places = Gazetteer.Load(Path.Combine(AppContext.BaseDirectory, "seed-data", "places"));

    public LocatorTests() => Services.AddSingleton(Places);

    /// <summary>Towns of every size on every continent, on both sides of the antimeridian and far north.</summary>
    private static IReadOnlyList<(PublicListing.Place Place, LocatorMap Map)> Maps { get; } =
    [
        .. from latitude in new double[] { -43, -34, -23, -16.8, 1.3, 19, 35, 41, 48, 52, 54, 69.6, 78 }
           from longitude in new double[] { -179.9, -118, -74, -46, -1, 10, 25, 77, 103.8, 139, 151, 178.9, 179.9 }
           from town in Places.NotableAround(new GeoPoint(latitude, longitude), 200_000, 3)
           from reach in new[] { 0, 710, 2_130 }
           let place = At(town.Point.Latitude, town.Point.Longitude, town.Name, town.Country, reach)
           select (place, LocatorMap.Of(Places, place)),
    ];

    [Fact]
    public void A_private_place_has_an_area_and_never_a_pin()
    {
        var menston = At(53.888, -1.74, "Menston", "GB", reach: 707);
        var drawn = Draw(menston);

        Assert.Empty(drawn.FindAll(".locator-pin"));
        Assert.Equal(707, Number(drawn.Find(".locator-area"), "r") * LocatorMap.Of(Places, menston).MetresPerUnit, 5.0);
    }

    [Fact]
    public void A_public_place_has_a_pin_and_no_area()
    {
        var drawn = Draw(At(53.9055, -1.6938, "Otley", "GB"));

        Assert.Empty(drawn.FindAll(".locator-area, .locator-hatch"));
        Assert.Single(drawn.FindAll(".locator-pin"));
    }

    [Fact]
    public void Nothing_is_drawn_of_a_private_address_but_its_cell()
    {
        string Markup(double latitude, double longitude) => Draw(Assert.Single(PublicListing.Of(
            new ListingBuilder().In(latitude, longitude, "Headingley").PrivateHome().Build(TestVocabulary.Instance), TestVocabulary.Instance, ListingBuilder.Morning.AddHours(1)).Locations)).Markup;

        Assert.Equal(Markup(53.8201, -1.5800), Markup(53.8209, -1.5790));
    }

    [Fact]
    public void Nothing_lies_on_anything_else_and_all_of_it_shows_on_the_narrowest_phone()
    {
        Assert.True(Maps.Count > 300);
        Assert.All(Maps.Select(m => m.Map), map =>
        {
            List<LabelBox> boxes = [map.Marker, .. map.Towns.Select(t => t.Label), .. map.Towns.Where(t => t.Dot is not null).Select(t => LabelBox.Around(t.Dot!.Value.X, t.Dot.Value.Y, 3))];

            Assert.DoesNotContain(boxes.SelectMany((a, i) => boxes.Skip(i + 1).Select(b => a.Meets(b))), meets => meets);
            Assert.All(boxes, box => Assert.True(box.Left >= 24 && box.Right <= LocatorMap.Width - 24 && box.Top >= 0 && box.Bottom <= LocatorMap.Height));
        });
    }

    [Fact]
    public void Towns_are_where_the_gazetteer_has_them() => Assert.All(
        Maps.Where(m => Math.Abs(m.Place.Point.Latitude) < 60),
        m =>
        {
            const double metresPerDegree = 111_195;
            var (place, map) = m;
            foreach (var (name, (x, y)) in map.Towns.Where(t => t.Dot is not null).Select(t => (t.Name, t.Dot!.Value)))
            {
                var north = (LocatorMap.Height / 2 - y) * map.MetresPerUnit / metresPerDegree;
                var east = (x - LocatorMap.Width / 2) * map.MetresPerUnit / metresPerDegree / Math.Cos(place.Point.Latitude * Math.PI / 180);
                var drawn = new GeoPoint(place.Point.Latitude + north, Math.IEEERemainder(place.Point.Longitude + east, 360));

                Assert.InRange(Places.LocalityAt(drawn, name)?.Point.MetresTo(drawn) ?? int.MaxValue, 0, 20);
            }
        });

    [Fact]
    public void The_picture_is_to_scale_in_every_direction() => Assert.All(
        Maps.Where(m => Math.Abs(m.Place.Point.Latitude) < 60),
        m =>
        {
            foreach (var (north, east) in new[] { (.05, 0), (0, .05), (-.03, .04) })
            {
                var there = new GeoPoint(m.Place.Point.Latitude + north, Math.IEEERemainder(m.Place.Point.Longitude + east, 360));
                var (x, y) = m.Map.Project(there);
                var metres = double.Hypot(x - LocatorMap.Width / 2, y - LocatorMap.Height / 2) * m.Map.MetresPerUnit;

                Assert.Equal(m.Place.Point.MetresTo(there), metres, metres * .002);
            }
        });

    [Fact]
    public void A_town_across_the_antimeridian_lies_beside_it()
    {
        var map = LocatorMap.Of(Places, At(-16.8, 179.95, "Taveuni", "FJ"));

        Assert.Equal(LocatorMap.Width / 2 + 0.1 * 111_195 * Math.Cos(16.8 * Math.PI / 180) / map.MetresPerUnit, map.Project(new GeoPoint(-16.8, -179.95)).X, 0.5);
    }

    [Theory]
    [InlineData("GB", "mile", 1609.344)]
    [InlineData("US", "mile", 1609.344)]
    [InlineData("FR", "km", 1000)]
    public void The_bar_is_as_long_as_it_says(string country, string unit, double metres)
    {
        foreach (var place in Maps.Select(m => m.Place).Where((_, i) => i % 7 == 0))
        {
            var map = LocatorMap.Of(Places, place with { Country = country });
            var said = map.Scale.Words.Split(' ');

            Assert.StartsWith(unit, said[1], StringComparison.Ordinal);
            Assert.Equal(double.Parse(said[0], CultureInfo.InvariantCulture) * metres, map.Scale.Length * map.MetresPerUnit, 1.0);
            Assert.InRange(map.Scale.Length, 20, 120);
        }
    }

    [Theory]
    [InlineData(53.9055, -1.6938, "Otley", "GB", 0, "Otley, 10 miles north-west of Leeds")]
    [InlineData(53.888, -1.74, "Menston", "GB", 707, "Menston, about 7 miles north of Bradford")]
    [InlineData(53.8203, -1.5785, "Headingley", "GB", 0, "Headingley, 2 miles north-west of the centre of Leeds")]
    [InlineData(53.813, -1.5478, "Leeds", "GB", 0, "Leeds, 1 mile north of its centre")]
    [InlineData(53.7965, -1.5478, "Leeds", "GB", 707, "Leeds, near its centre")]
    [InlineData(48.8049, 2.1204, "Versailles", "FR", 0, "Versailles, 18 km west of Paris")]
    [InlineData(41.9, -88.3, "No Such Village", "US", 2130, "No Such Village, close to St. Charles")]
    public void Where_it_is_is_said_in_words_for_those_who_see_the_picture_and_those_who_do_not(
        double latitude, double longitude, string locality, string country, int reach, string sentence)
    {
        var drawn = Draw(At(latitude, longitude, locality, country, reach));

        Assert.Equal("img", drawn.Find("svg").GetAttribute("role"));
        Assert.Equal(sentence, drawn.Find("svg").GetAttribute("aria-label"));
        Assert.Equal($"{sentence}.", drawn.Find("figcaption strong").TextContent);
    }

    [Fact]
    public void An_area_says_how_wide_it_is_and_why()
    {
        Assert.Contains("The address is private: it lies somewhere in a circle of 1.4 km across.", Draw(At(48.8049, 2.1204, "Versailles", "FR", 707)).Find("figcaption").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("private", Draw(At(48.8049, 2.1204, "Versailles", "FR")).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_policy_of_the_pages_lets_it_through() => Assert.Empty(Draw(At(53.9055, -1.6938, "Otley", "GB")).FindAll("[style], style, script"));

    private static double Number(IElement element, string name) => double.Parse(element.GetAttribute(name)!, CultureInfo.InvariantCulture);

    private static PublicListing.Place At(double latitude, double longitude, string locality, string country, int reach = 0) => new()
    {
        Key = "place-1",
        Setting = reach > 0 ? LocationSetting.TheirHome : LocationSetting.Clinic,
        Lines = [],
        Locality = locality,
        Country = country,
        Point = new GeoPoint(latitude, longitude),
        ReachMetres = reach,
        StepFree = StepFree.Yes,
    };

    private IRenderedComponent<Locator> Draw(PublicListing.Place place) => Render<Locator>(p => p.Add(c => c.Place, place));
}
