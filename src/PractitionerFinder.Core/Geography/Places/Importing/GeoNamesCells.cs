using System.Globalization;

namespace PractitionerFinder.Core.Geography.Places.Importing;

/// <summary>What both files of GeoNames share.</summary>
internal static class GeoNamesCells
{
    private static readonly string[] Australia = ["ACT", "NSW", "NT", "QLD", "SA", "TAS", "VIC", "WA"];
    private static readonly string[] Canada = ["AB", "BC", "MB", "NB", "NL", "", "NS", "ON", "PE", "QC", "SK", "YT", "NT", "NU"];

    /// <summary>What is wrong with the cells every line must have, or null.</summary>
    public static string? Fault(string country, string name, string latitude, string longitude, out GeoPoint point)
    {
        point = default;
        if (country.Length != 2 || !country.All(char.IsAsciiLetterUpper))
        {
            return $"the country is not a code of two capitals: {country}";
        }

        if (string.IsNullOrWhiteSpace(name))
        {
            return "the name is blank";
        }

        if (!TryDegrees(latitude, GeoPoint.IsLatitude, out var north) || !TryDegrees(longitude, GeoPoint.IsLongitude, out var east))
        {
            return $"not a latitude and longitude: {latitude}, {longitude}";
        }

        point = new GeoPoint(north, east);
        return null;
    }

    /// <summary>The region code the gazetteer uses: usual abbreviations where GeoNames numbers the states and provinces.</summary>
    public static string RegionCode(string country, string code)
    {
        var names = country switch { "AU" => Australia, "CA" => Canada, _ => [] };
        return int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= names.Length
            ? names[number - 1]
            : code;
    }

    private static bool TryDegrees(string text, Func<double, bool> isInRange, out double degrees) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees)
        && isInRange(degrees);
}
