namespace PractitionerFinder.Web.Features.BodyMap;

/// <summary>Addresses of the body map.</summary>
public static class BodyMapUrls
{
    /// <summary>The figure, and the list that says the same.</summary>
    public const string Map = "/where-does-it-hurt";

    public const string EmergencyNumbers = "/emergency-numbers";

    /// <summary>Name of the parameter that says left or right.</summary>
    public const string SideParameter = "side";

    /// <summary>Name of the parameter that says whose emergency numbers to show, ISO 3166-1 alpha-2.</summary>
    public const string CountryParameter = "country";

    public const string Left = "left";

    public const string Right = "right";

    /// <summary>The questions about an area; answers never stand in it.</summary>
    /// <param name="area">Slug of the area.</param>
    /// <param name="side">left, right, or null for both or neither.</param>
    public static string Area(string area, string? side = null) => Area(area, side, null);

    /// <summary>The same with the emergency numbers of a country.</summary>
    /// <param name="area">Slug of the area.</param>
    /// <param name="side">left, right, or null for both or neither.</param>
    /// <param name="country">ISO 3166-1 alpha-2; null where it is not known.</param>
    public static string Area(string area, string? side, string? country)
    {
        var query = string.Join('&', new[] { (SideParameter, side), (CountryParameter, country) }.Where(p => p.Item2 is not null).Select(p => $"{p.Item1}={p.Item2}"));
        return $"{Map}/{area}{(query.Length > 0 ? "?" : "")}{query}";
    }

    /// <summary>The side that an address names; null for anything else.</summary>
    public static string? SideOf(string? side) => side is Left or Right ? side : null;
}
