namespace PractitionerFinder.Web.Shell;

/// <summary>Light or dark: as the system says, unless a reader has chosen. The choice is a cookie, and the only one that public pages look at.</summary>
public static class Appearance
{
    /// <summary>Takes the form of the footer.</summary>
    public const string Route = "/appearance";

    /// <summary>The cookie, and the field of the form.</summary>
    public const string Name = "theme";

    public const string Light = "light";

    public const string Dark = "dark";

    /// <summary>The theme that a reader has chosen; null for none.</summary>
    public static string? Of(HttpRequest request) => request.Cookies[Name] switch
    {
        Light => Light,
        Dark => Dark,
        _ => null,
    };

    public static void MapAppearance(this IEndpointRouteBuilder endpoints) => endpoints
        .MapPost(Route, ChooseAsync).WithMetadata(new ForEverybodyAttribute()).DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> ChooseAsync(HttpRequest request)
    {
        var theme = await ReadAsync(request);
        var cookie = new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = request.IsHttps,
        };
        if (theme is Light or Dark)
        {
            request.HttpContext.Response.Cookies.Append(Name, theme, cookie);
        }
        else
        {
            request.HttpContext.Response.Cookies.Delete(Name, cookie);
        }

        return new SeeOther(Back(request));
    }

    private static async Task<string> ReadAsync(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType ? (await request.ReadFormAsync())[Name].ToString() : "";
        }
        catch (InvalidDataException)
        {
            // No form of ours: there is nothing to choose in it.
            return "";
        }
    }

    /// <summary>Back to the page with the form, and never to another site.</summary>
    private static string Back(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from)
        && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
        && !from.AbsolutePath.StartsWith("//", StringComparison.Ordinal)
            ? from.PathAndQuery
            : "/";

    /// <summary>A redirect that is followed with GET, and that Back passes over.</summary>
    private sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = path;
            context.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }
    }
}
