namespace PractitionerFinder.Web.Shared.Map;

/// <summary>A server of map tiles that an operator has chosen. Without one no map asks another host for anything, and none shows streets.</summary>
/// <param name="Url">The address of a tile, with {z}, {x} and {y} in it.</param>
/// <param name="Kind">What its tiles are: <see cref="Raster"/> or <see cref="Vector"/>.</param>
/// <param name="Attribution">Whom the map has to name.</param>
/// <param name="AttributionUrl">What that name leads to.</param>
/// <param name="MaxZoom">The closest zoom that the server has tiles for.</param>
public sealed record MapTiles(string Url, string Kind, string Attribution, string? AttributionUrl, int MaxZoom)
{
    /// <summary>Pictures.</summary>
    public const string Raster = "raster";

    /// <summary>Vector tiles with the layers of Protomaps' own base map, which the map draws itself.</summary>
    public const string Vector = "vector";

    // The map goes no closer than this, whatever a server has.
    private const int MostZoom = 19;

    private static readonly string[] Places = ["{z}", "{x}", "{y}"];

    /// <summary>Scheme and host, as the security policy names them.</summary>
    public string Host => new Uri(Url).GetLeftPart(UriPartial.Authority);

    /// <returns>Null when no server is configured.</returns>
    /// <exception cref="InvalidOperationException">A setting cannot be used; the message says which and what it should be.</exception>
    public static MapTiles? Read(IConfiguration configuration)
    {
        var settings = configuration.GetSection("Map:Tiles");
        if (settings["Url"] is not { Length: > 0 } url)
        {
            return null;
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")
            || !Places.All(part => address.OriginalString.Contains(part, StringComparison.Ordinal)) || address.Host.Contains('{', StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"Map:Tiles:Url is '{url}'; it should be an address such as https://tiles.example/{{z}}/{{x}}/{{y}}.png.");
        }

        var kind = settings["Kind"] is { Length: > 0 } given ? given : Raster;
        if (kind is not (Raster or Vector))
        {
            throw new InvalidOperationException($"Map:Tiles:Kind is '{kind}'; it should be {Raster} or {Vector}.");
        }

        if (settings["Attribution"] is not { Length: > 0 } attribution)
        {
            throw new InvalidOperationException("Map:Tiles:Attribution is missing; it should be the name that the server's terms ask for, such as © OpenStreetMap contributors.");
        }

        var link = settings["AttributionUrl"] is { Length: > 0 } page ? page : null;
        if (link is not null && !(Uri.TryCreate(link, UriKind.Absolute, out var about) && about.Scheme is ("http" or "https")))
        {
            throw new InvalidOperationException($"Map:Tiles:AttributionUrl is '{link}'; it should be an address such as https://www.openstreetmap.org/copyright.");
        }

        var closest = settings["MaxZoom"] is { Length: > 0 } zoom ? zoom : kind == Raster ? "18" : "15";
        return int.TryParse(closest, out var most) && most is >= 8 and <= MostZoom
            ? new MapTiles(url, kind, attribution, link, most)
            : throw new InvalidOperationException($"Map:Tiles:MaxZoom is '{closest}'; it should be a number from 8 to {MostZoom}.");
    }
}
