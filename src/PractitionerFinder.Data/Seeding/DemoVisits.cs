using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Seeding;

/// <summary>Draws the areas in which people are visited at home: circles, and one in eight an outline.</summary>
internal static class DemoVisits
{
    private const double MetresPerMile = 1609.344;

    /// <summary>An area around a base.</summary>
    public static VisitArea Draw(Dice dice, DemoTown town, Address address, CoarseCell cell, DateTime now)
    {
        var reach = Reach(dice, town.Country);
        var outline = dice.Percent(12) ? Outline(dice, cell.Centre, reach) : null;
        return new VisitArea
        {
            Key = "visits",
            Base = address,
            BaseCell = cell,
            RadiusMetres = outline is null ? reach : null,
            Outline = outline,
            Cover = outline is null ? VisitCover.OfRadius(cell.Centre, reach) : VisitCover.OfOutline(outline),
            Hours = DemoHours.Draw(dice, town.TimeZone, now),
        };
    }

    /// <summary>The radius in words, in the units of the country: "10 miles".</summary>
    public static string InWords(int metres, string country) => UsesMiles(country)
        ? $"{Math.Round(metres / MetresPerMile):0} miles"
        : $"{Math.Round(metres / 1000.0):0} kilometres";

    private static bool UsesMiles(string country) => country is "GB" or "US";

    private static int Reach(Dice dice, string country) => UsesMiles(country)
        ? (int)(dice.Of([3, 4, 5, 5, 6, 8, 10, 10, 12, 15, 20, 25]) * MetresPerMile)
        : dice.Of([5, 6, 8, 10, 10, 12, 15, 20, 25, 30, 40]) * 1000;

    /// <summary>A ring around the centre at changing distances, which cannot cross itself.</summary>
    private static GeoPoint[] Outline(Dice dice, GeoPoint centre, int reach)
    {
        const double metresPerDegree = 111_195;
        var corners = new GeoPoint[dice.Between(5, 9)];
        for (var i = 0; i < corners.Length; i++)
        {
            var metres = reach * (0.45 + 0.55 * dice.Fraction());
            var bearing = -2 * Math.PI * (i + 0.6 * dice.Fraction()) / corners.Length;
            corners[i] = new GeoPoint(
                Math.Round(centre.Latitude + metres * Math.Cos(bearing) / metresPerDegree, 4),
                Math.Round(centre.Longitude + metres * Math.Sin(bearing) / metresPerDegree / Math.Cos(centre.Latitude * Math.PI / 180), 4));
        }

        return corners;
    }
}
