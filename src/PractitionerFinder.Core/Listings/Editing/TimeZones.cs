namespace PractitionerFinder.Core.Listings.Editing;

/// <summary>Time zones that hours may be given in: IANA names of the form Europe/London.</summary>
public static class TimeZones
{
    private static readonly string[] Continents = ["Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/"];

    // Countries that keep one time (IANA zone1970.tab). Elsewhere the practitioner chooses.
    private static readonly Dictionary<string, string> OfCountry = new()
    {
        ["AT"] = "Europe/Vienna",
        ["BE"] = "Europe/Brussels",
        ["BG"] = "Europe/Sofia",
        ["CH"] = "Europe/Zurich",
        ["CZ"] = "Europe/Prague",
        ["DE"] = "Europe/Berlin",
        ["DK"] = "Europe/Copenhagen",
        ["EE"] = "Europe/Tallinn",
        ["FI"] = "Europe/Helsinki",
        ["FR"] = "Europe/Paris",
        ["GB"] = "Europe/London",
        ["GG"] = "Europe/Guernsey",
        ["GR"] = "Europe/Athens",
        ["HR"] = "Europe/Zagreb",
        ["HU"] = "Europe/Budapest",
        ["IE"] = "Europe/Dublin",
        ["IL"] = "Asia/Jerusalem",
        ["IM"] = "Europe/Isle_of_Man",
        ["IN"] = "Asia/Kolkata",
        ["IS"] = "Atlantic/Reykjavik",
        ["IT"] = "Europe/Rome",
        ["JE"] = "Europe/Jersey",
        ["JP"] = "Asia/Tokyo",
        ["KE"] = "Africa/Nairobi",
        ["KR"] = "Asia/Seoul",
        ["LT"] = "Europe/Vilnius",
        ["LU"] = "Europe/Luxembourg",
        ["LV"] = "Europe/Riga",
        ["MT"] = "Europe/Malta",
        ["NG"] = "Africa/Lagos",
        ["NL"] = "Europe/Amsterdam",
        ["NO"] = "Europe/Oslo",
        ["PL"] = "Europe/Warsaw",
        ["RO"] = "Europe/Bucharest",
        ["RS"] = "Europe/Belgrade",
        ["SE"] = "Europe/Stockholm",
        ["SG"] = "Asia/Singapore",
        ["SI"] = "Europe/Ljubljana",
        ["SK"] = "Europe/Bratislava",
        ["ZA"] = "Africa/Johannesburg",
    };

    /// <summary>Every zone of this machine that has a continent and a town in its name, by name.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id)
            .Where(id => Array.Exists(Continents, c => id.StartsWith(c, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether a name is a zone that can be chosen.</summary>
    public static bool Knows(string zone) => All.Contains(zone);

    /// <summary>The zone of a country that has one; blank elsewhere.</summary>
    public static string Of(string country) => OfCountry.GetValueOrDefault(country, "");
}
