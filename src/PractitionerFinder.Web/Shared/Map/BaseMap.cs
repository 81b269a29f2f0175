using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Shared.Map;

/// <summary>
/// The base map that travels with the program: one file of which a browser reads the parts that it shows. An endpoint serves it and
/// not the files of <c>wwwroot</c>, because those may be compressed, and of a compressed file no part can be named.
/// </summary>
public sealed class BaseMap
{
    private const string Route = "/map/basemap.pmtiles";

    // What the format's own specification registers (PMTiles, version 3); it is not among those that answers are compressed for.
    private const string ContentType = "application/vnd.pmtiles";

    private readonly string file;
    private readonly string version;

    public BaseMap(SiteSettings site)
    {
        file = Path.Combine(site.SeedFolder, "map", "basemap.pmtiles");
        using var bytes = File.OpenRead(file);
        version = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));
    }

    /// <summary>Where it is, with a version that changes with its bytes.</summary>
    public string Address => $"{Route}?v={version}";

    public static void Serve(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Route, (HttpContext context, BaseMap map, string? v) => map.Answer(context, v)).WithMetadata(new PublicFile()).ExcludeFromDescription();

    private IResult Answer(HttpContext context, string? asked)
    {
        // Under an older version's address stand newer bytes: nobody may keep those for the old ones.
        context.Response.Headers.CacheControl = asked == version ? "public, max-age=31536000, immutable" : "public, max-age=0, must-revalidate";
        return Results.File(file, ContentType, entityTag: new EntityTagHeaderValue($"\"{version}\""), enableRangeProcessing: true);
    }
}
