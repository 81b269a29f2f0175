using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Tests.Listings;

public sealed class VisitCoverTests
{
    private const double MetresPerDegree = Math.PI * GreatCircle.EarthRadiusMetres / 180;

    [Fact]
    public void Covers_every_point_of_a_circle_wherever_it_lies()
    {
        var random = new Random(1);
        for (var i = 0; i < 400; i++)
        {
            var centre = AnyPoint(random);
            var radius = (int)Math.Pow(10, 1 + 4.3 * random.NextDouble());
            var cover = VisitCover.OfRadius(centre, radius);
            for (var j = 0; j < 60; j++)
            {
                // Half of them on the rim, where a cover would fail first.
                var metres = j % 2 == 0 ? radius : radius * Math.Sqrt(random.NextDouble());
                var point = Towards(centre, random.NextDouble() * 2 * Math.PI, metres * (1 - 1e-9));
                Assert.True(Holds(cover, point), $"{radius} m around {centre}: {point} is left out.");
            }
        }
    }

    [Theory]
    [InlineData(51.5, -0.12)]
    [InlineData(0, 0)]
    [InlineData(-16.8, 179.99)]
    [InlineData(65, -179.9999)]
    [InlineData(89.99, 12)]
    [InlineData(-90, 0)]
    [InlineData(88.3, 100)]
    [InlineData(-89.2, -180)]
    public void Covers_the_rim_of_the_widest_circle(double latitude, double longitude)
    {
        var centre = new GeoPoint(latitude, longitude);
        var cover = VisitCover.OfRadius(centre, VisitArea.MostRadiusMetres);

        for (var i = 0; i < 3600; i++)
        {
            var rim = Towards(centre, i * Math.PI / 1800, VisitArea.MostRadiusMetres * (1 - 1e-9));
            Assert.True(Holds(cover, rim), $"{rim} is left out.");
        }
    }

    [Fact]
    public void Covers_every_point_of_a_drawn_outline()
    {
        var random = new Random(2);
        for (var i = 0; i < 200; i++)
        {
            var centre = new GeoPoint(random.NextDouble() * 150 - 75, i % 4 == 0 ? 180 - random.NextDouble() * 0.1 : random.NextDouble() * 360 - 180);
            var (outline, distances) = Star(random, centre);
            var cover = VisitCover.OfOutline(outline);
            for (var j = 0; j < 60; j++)
            {
                // A point of the triangle between the middle and a side lies inside, as the ring is seen whole from the middle.
                var side = random.Next(distances.Count);
                var (a, b) = (random.NextDouble(), random.NextDouble());
                (a, b) = a + b > 1 ? (1 - a, 1 - b) : (a, b);
                var (from, to) = (distances[side], distances[(side + 1) % distances.Count]);
                var point = Moved(centre, (from.North * a + to.North * b) * 0.999999, (from.East * a + to.East * b) * 0.999999);
                Assert.True(Holds(cover, point), $"{point} inside {string.Join(' ', outline)} is left out.");
            }
        }
    }

    [Fact]
    public void Cells_are_few_and_apart()
    {
        var random = new Random(3);
        for (var i = 0; i < 300; i++)
        {
            var cover = i % 2 == 0
                ? VisitCover.OfRadius(AnyPoint(random), random.Next(1, VisitArea.MostRadiusMetres))
                : VisitCover.OfOutline(Star(random, new GeoPoint(random.NextDouble() * 150 - 75, random.NextDouble() * 360 - 180)).Outline);

            Assert.InRange(cover.Count, 1, VisitCover.MostCells);
            Assert.Equal(cover.Count, cover.Distinct().Count());
            Assert.DoesNotContain(cover, cell => cover.Any(other => IsAncestor(other, cell)));
        }
    }

    [Fact]
    public void Is_little_larger_than_the_circle_where_people_live()
    {
        var random = new Random(4);
        for (var i = 0; i < 300; i++)
        {
            var centre = new GeoPoint((25 + 35 * random.NextDouble()) * (i % 2 == 0 ? 1 : -1), random.NextDouble() * 358 - 179);
            var radius = random.Next(2_000, 100_000);
            var covered = VisitCover.OfRadius(centre, radius).Sum(SquareMetres);

            Assert.InRange(covered / (Math.PI * radius * radius), 1, 1.35);
        }
    }

    [Fact]
    public void Leaves_out_what_is_well_outside()
    {
        var cover = VisitCover.OfRadius(new GeoPoint(53.8, -1.55), 10_000);

        Assert.False(Holds(cover, new GeoPoint(53.8, -1.30)));
        Assert.False(Holds(cover, new GeoPoint(53.95, -1.55)));
    }

    [Fact]
    public void A_dent_in_the_outline_is_left_out()
    {
        GeoPoint[] horseshoe = [new(0, 0), new(0, 3), new(3, 3), new(3, 2), new(1, 2), new(1, 1), new(3, 1), new(3, 0)];

        var cover = VisitCover.OfOutline(horseshoe);

        Assert.False(Holds(cover, new GeoPoint(2.5, 1.5)));
        Assert.True(Holds(cover, new GeoPoint(2.5, 2.5)));
        Assert.True(Holds(cover, new GeoPoint(0.5, 1.5)));
    }

    [Fact]
    public void Refuses_what_has_no_inside()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => VisitCover.OfRadius(new GeoPoint(0, 0), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => VisitCover.OfRadius(new GeoPoint(0, 0), VisitArea.MostRadiusMetres + 1));
        Assert.Throws<ArgumentException>(() => VisitCover.OfOutline([new(0, 0), new(1, 1)]));
        Assert.Throws<ArgumentException>(() => VisitCover.OfOutline([new(0, 0), new(1, 1), new(2, 2)]));
        Assert.Throws<ArgumentException>(() => VisitCover.OfOutline([new(0, 0), new(1, 1), new(0, 1), new(1, 0)]));
    }

    private static bool Holds(IReadOnlyList<long> cover, GeoPoint point) => QuadCell.Ancestry(point).Any(cover.Contains);

    private static bool IsAncestor(long ancestor, long cell)
    {
        while ((cell >>= 2) > 0)
        {
            if (cell == ancestor)
            {
                return true;
            }
        }

        return false;
    }

    private static GeoPoint AnyPoint(Random random) => random.Next(4) switch
    {
        0 => new GeoPoint(random.NextDouble() * 120 - 60, random.Next(2) == 0 ? 180 - random.NextDouble() : random.NextDouble() - 180),
        1 => new GeoPoint((90 - 3 * random.NextDouble()) * (random.Next(2) == 0 ? 1 : -1), random.NextDouble() * 360 - 180),
        _ => new GeoPoint(random.NextDouble() * 170 - 85, random.NextDouble() * 360 - 180),
    };

    private static GeoPoint Towards(GeoPoint from, double bearing, double metres)
    {
        var angle = metres / GreatCircle.EarthRadiusMetres;
        var latitude = from.Latitude * Math.PI / 180;
        var sin = Math.Sin(latitude) * Math.Cos(angle) + Math.Cos(latitude) * Math.Sin(angle) * Math.Cos(bearing);
        var east = Math.Atan2(Math.Sin(bearing) * Math.Sin(angle) * Math.Cos(latitude), Math.Cos(angle) - Math.Sin(latitude) * sin);
        return new GeoPoint(Math.Asin(Math.Clamp(sin, -1, 1)) * 180 / Math.PI, Round(from.Longitude + east * 180 / Math.PI));
    }

    private static GeoPoint Moved(GeoPoint from, double north, double east) => new(from.Latitude + north, Round(from.Longitude + east));

    private static double Round(double longitude) => longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude;

    private static (List<GeoPoint> Outline, List<(double North, double East)> Distances) Star(Random random, GeoPoint centre)
    {
        var corners = random.Next(4, 12);
        var reach = 0.01 + random.NextDouble();
        var distances = Enumerable.Range(0, corners).Select(i =>
        {
            var bearing = 2 * Math.PI * (i + 0.5 * random.NextDouble()) / corners;
            var far = reach * (0.2 + 0.8 * random.NextDouble());
            return (North: far * Math.Cos(bearing), East: far * Math.Sin(bearing));
        }).ToList();
        return (distances.ConvertAll(d => Moved(centre, d.North, d.East)), distances);
    }

    private static double SquareMetres(long number)
    {
        var level = (63 - System.Numerics.BitOperations.LeadingZeroCount((ulong)number)) / 2;
        var row = 0L;
        for (var bit = level - 1; bit >= 0; bit--)
        {
            row = row << 1 | (number >> (2 * bit + 1) & 1);
        }

        var height = 180.0 / (1L << level);
        var middle = -90 + (row + 0.5) * height;
        return height * MetresPerDegree * 2 * height * MetresPerDegree * Math.Cos(middle * Math.PI / 180);
    }
}
