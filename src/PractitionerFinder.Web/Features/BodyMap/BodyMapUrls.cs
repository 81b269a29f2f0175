namespace PractitionerFinder.Web.Features.BodyMap;

/// <summary>Addresses of the body map.</summary>
public static class BodyMapUrls
{
    /// <summary>The figure, and the list that says the same.</summary>
    public const string Map = "/where-does-it-hurt";

    public const string EmergencyNumbers = "/emergency-numbers";

    /// <summary>Name of the parameter that says left or right.</summary>
    public const string SideParameter = "side";

    public const string Left = "left";

    public const string Right = "right";

    /// <summary>The questions about an area; answers never stand in it.</summary>
    /// <param name="area">Slug of the area.</param>
    /// <param name="side">left, right, or null for both or neither.</param>
    public static string Area(string area, string? side = null) => $"{Map}/{area}{(side is null ? "" : $"?{SideParameter}={side}")}";

    /// <summary>The side that an address names; null for anything else.</summary>
    public static string? SideOf(string? side) => side is Left or Right ? side : null;
}
