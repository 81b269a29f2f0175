using System.Text.Json.Serialization;

namespace PractitionerFinder.Core.Geography;

/// <summary>A point on the earth in degrees, WGS 84.</summary>
public readonly record struct GeoPoint
{
    private const double PerDegree = 1_000_000;

    /// <summary>Makes a point.</summary>
    /// <param name="latitude">Degrees north, −90 to 90.</param>
    /// <param name="longitude">Degrees east, −180 to 180.</param>
    /// <exception cref="ArgumentOutOfRangeException">Either is out of range or not a number.</exception>
    [JsonConstructor]
    public GeoPoint(double latitude, double longitude)
    {
        if (!IsLatitude(latitude))
        {
            throw new ArgumentOutOfRangeException(nameof(latitude), latitude, "A latitude is between -90 and 90 degrees.");
        }

        if (!IsLongitude(longitude))
        {
            throw new ArgumentOutOfRangeException(nameof(longitude), longitude, "A longitude is between -180 and 180 degrees.");
        }

        Latitude = latitude;
        Longitude = longitude;
    }

    /// <summary>Degrees north, −90 to 90.</summary>
    public double Latitude { get; }

    /// <summary>Degrees east, −180 to 180.</summary>
    public double Longitude { get; }

    /// <summary>Whether a number may be a latitude in degrees.</summary>
    public static bool IsLatitude(double degrees) => degrees is >= -90 and <= 90;

    /// <summary>Whether a number may be a longitude in degrees.</summary>
    public static bool IsLongitude(double degrees) => degrees is >= -180 and <= 180;

    /// <summary>
    /// The point to a millionth of a degree, at most 0.08 m away: no address is known better, and the index keeps such numbers
    /// in half the room.
    /// </summary>
    public GeoPoint Rounded() => new(Math.Round(Latitude * PerDegree) / PerDegree, Math.Round(Longitude * PerDegree) / PerDegree);

    /// <summary>Latitude, then longitude.</summary>
    public void Deconstruct(out double latitude, out double longitude) => (latitude, longitude) = (Latitude, Longitude);

    /// <summary>Great-circle distance to another point, in whole metres.</summary>
    public int MetresTo(GeoPoint other) => GreatCircle.Metres(this, other);
}
