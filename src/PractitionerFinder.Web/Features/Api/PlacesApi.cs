using System.Globalization;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Api;

/// <summary><c>GET /api/v1/places?q=&amp;country=&amp;limit=</c>: places whose name begins with what was typed.</summary>
public static class PlacesApi
{
    private const int DefaultLimit = 7;
    private const int MaxLimit = 20;

    public static IEndpointConventionBuilder MapPlacesApi(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/v1/places", Answer)
        .WithMetadata(new ForEverybodyAttribute())
        .WithName("places")
        .WithSummary("Places by the beginning of their name or postcode, best first.")
        .Produces<Result>()
        .ProducesValidationProblem();

    // Everything arrives as text: a number bound by the framework would be refused in another shape than ours.
    private static IResult Answer(Gazetteer gazetteer, string? q, string? country, string? limit)
    {
        var errors = new Dictionary<string, string[]>();
        var hint = string.IsNullOrWhiteSpace(country) ? null : country.Trim().ToUpperInvariant();
        if (hint is not null && (hint.Length != 2 || gazetteer.CountryName(hint) is null))
        {
            errors["country"] = ["Give a country as its two-letter ISO 3166-1 code, such as GB, or leave it out."];
        }

        var most = DefaultLimit;
        if (!string.IsNullOrWhiteSpace(limit)
            && !(int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out most) && most is >= 1 and <= MaxLimit))
        {
            errors["limit"] = [$"Give a whole number from 1 to {MaxLimit}, or leave it out for {DefaultLimit}."];
        }

        return errors.Count > 0
            ? TypedResults.ValidationProblem(errors)
            : TypedResults.Ok(new Result([.. gazetteer.Suggest(q, hint, most).Select(Suggestion.Of)]));
    }

    /// <param name="Places">Best first; empty while fewer than two characters are typed.</param>
    public sealed record Result(IReadOnlyList<Suggestion> Places);

    /// <param name="Label">The place as a list shows it: "Otley, Leeds, United Kingdom".</param>
    /// <param name="Name">Its name; for a postcode, the code.</param>
    /// <param name="Admin">The region it lies in, blank if unknown.</param>
    /// <param name="Country">ISO 3166-1 alpha-2 code.</param>
    /// <param name="Kind">country, region, county, city, locality or postcode.</param>
    /// <param name="Latitude">Degrees north, WGS 84.</param>
    /// <param name="Longitude">Degrees east, WGS 84.</param>
    /// <param name="SpreadMetres">Metres within which nine in ten addresses of a postcode lie, null if unknown.</param>
    public sealed record Suggestion(
        string Label, string Name, string Admin, string Country, string Kind, double Latitude, double Longitude, int? SpreadMetres)
    {
        public static Suggestion Of(Place place) => new(
            place.Label, place.Name, place.Admin1, place.Country, place.Kind.ToString().ToLowerInvariant(),
            place.Point.Latitude, place.Point.Longitude, place.SpreadMetres);
    }
}
