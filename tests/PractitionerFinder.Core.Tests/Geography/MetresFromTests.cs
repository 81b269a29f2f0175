using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Tests.Geography;

public sealed class MetresFromTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(0.01)]
    [InlineData(0.00001)]
    public void Is_what_the_formula_gives_from_everywhere_to_points_near_and_far(double reach)
    {
        var random = new Random(20261127);
        for (var i = 0; i < 200_000; i++)
        {
            // A tenth lie around the poles, a tenth around the antimeridian.
            var origin = new GeoPoint(
                i % 10 == 0 ? Math.CopySign(90 - random.NextDouble() * 4, random.NextDouble() - 0.5) : random.NextDouble() * 178 - 89,
                i % 10 == 1 ? Math.CopySign(180 - random.NextDouble() * 4, random.NextDouble() - 0.5) : random.NextDouble() * 360 - 180);
            var other = new GeoPoint(
                Math.Clamp(origin.Latitude + (random.NextDouble() - 0.5) * 8 * reach, -90, 90),
                Math.IEEERemainder(origin.Longitude + (random.NextDouble() - 0.5) * 8 * reach, 360));

            Assert.Equal(GreatCircle.Metres(origin, other), new MetresFrom(origin).To(other));
        }
    }

    [Fact]
    public void Is_what_the_formula_gives_where_a_distance_lies_between_two_metres()
    {
        var origin = new GeoPoint(53.7965, -1.5478);
        for (var metres = 0.5; metres < 200_000; metres += 7)
        {
            // Around the half, by steps of what two doubles next to each other are apart.
            var north = metres / (GreatCircle.EarthRadiusMetres * Math.PI / 180);
            for (var step = -20; step <= 20; step++)
            {
                var other = new GeoPoint(origin.Latitude + north + step * 1e-14, origin.Longitude);
                Assert.Equal(GreatCircle.Metres(origin, other), new MetresFrom(origin).To(other));
            }
        }
    }

    [Theory]
    [InlineData(90, 0, 90, 0)]
    [InlineData(90, 0, 89, 2)]
    [InlineData(-90, 10, -90, 12)]
    [InlineData(0, 179, 0, -179)]
    [InlineData(10, 10, -10, -170)]
    [InlineData(51.5, -0.1, 51.5, -0.1)]
    public void Is_what_the_formula_gives_at_the_edges_of_the_earth(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        var (origin, other) = (new GeoPoint(latitude, longitude), new GeoPoint(otherLatitude, otherLongitude));

        Assert.Equal(GreatCircle.Metres(origin, other), new MetresFrom(origin).To(other));
    }
}
