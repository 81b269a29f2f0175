using Microsoft.AspNetCore.Http.HttpResults;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Features.Listings;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Finding;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Finder;

/// <summary>The search, for programs.</summary>
public static class SearchApi
{
    /// <summary>What a search found.</summary>
    /// <param name="Origin">Where distances are measured from; null when no place was given.</param>
    /// <param name="WithinMetres">The radius searched; null inside a region and without a place.</param>
    /// <param name="Spelled">The words searched for in place of `q`, which nobody can be found by; null when they were taken as typed.</param>
    /// <param name="Total">How many practitioners match.</param>
    /// <param name="Page">The page that this is, from 1.</param>
    /// <param name="PageSize">Most results on a page.</param>
    /// <param name="Seed">Give it back as `seed` to keep the order of equals while paging.</param>
    /// <param name="Results">The page's results, in order.</param>
    /// <param name="Facets">How many there would be with another choice.</param>
    /// <param name="Relaxations">Changes that would find more, when few match.</param>
    /// <param name="Beyond">Where nobody is within the radius, the nearest beyond it.</param>
    public sealed record Answer(
        Origin? Origin, int? WithinMetres, string? Spelled, int Total, int Page, int PageSize, long Seed,
        IReadOnlyList<Found> Results, FacetCounts Facets, IReadOnlyList<Change> Relaxations, IReadOnlyList<Found> Beyond);

    /// <summary>Where distances are measured from.</summary>
    /// <param name="Name">Name of the place.</param>
    /// <param name="Admin">The region it lies in; blank if unknown, null of coordinates.</param>
    /// <param name="Country">ISO 3166-1 alpha-2.</param>
    /// <param name="Kind">country, region, county, city, locality, postcode or point.</param>
    /// <param name="Latitude">Degrees WGS 84.</param>
    /// <param name="Longitude">Degrees WGS 84.</param>
    /// <param name="SpreadMetres">Of a postcode: nine addresses in ten lie within so many metres.</param>
    /// <param name="Alternatives">Other places of that name.</param>
    public sealed record Origin(
        string Name, string? Admin, string? Country, string Kind, double Latitude, double Longitude, int? SpreadMetres,
        IReadOnlyList<Alternative> Alternatives);

    /// <summary>A place that may have been meant.</summary>
    public sealed record Alternative(string Label, string Name, string Admin, string Country, string Kind, double Latitude, double Longitude);

    /// <summary>A practitioner that was found.</summary>
    /// <param name="Slug">Names the listing.</param>
    /// <param name="Name">Name of the practitioner.</param>
    /// <param name="Headline">One line in their words.</param>
    /// <param name="MatchedBy">clinic, visit or online.</param>
    /// <param name="DistanceMetres">Great-circle distance to latitude and longitude; null online and without a place.</param>
    /// <param name="Approximate">Whether latitude and longitude are the middle of an area that stands for a private address.</param>
    /// <param name="Latitude">Degrees WGS 84; null online.</param>
    /// <param name="Longitude">Degrees WGS 84; null online.</param>
    /// <param name="Locality">Town, village or suburb.</param>
    /// <param name="Country">ISO 3166-1 alpha-2.</param>
    /// <param name="Techniques">Slugs of /api/v1/techniques.</param>
    /// <param name="Settings">clinic, their-home, visit, online.</param>
    /// <param name="Accepting">yes, waiting or no.</param>
    /// <param name="Verified">Whether we hold unexpired, checked proof for a technique searched for, or for any when none was.</param>
    /// <param name="ConfirmedOn">Day on which contact and address were last confirmed, the older of both.</param>
    /// <param name="IsDemo">Whether the practitioner is fictional.</param>
    /// <param name="Url">The public page.</param>
    public sealed record Found(
        string Slug, string Name, string? Headline, string MatchedBy, int? DistanceMetres, bool Approximate,
        double? Latitude, double? Longitude, string? Locality, string? Country, IReadOnlyList<string> Techniques,
        IReadOnlyList<string> Settings, string Accepting, bool Verified, DateOnly? ConfirmedOn, bool IsDemo, string Url);

    /// <summary>Totals of the same search with one other choice, by slug, code or word; what would find nobody is left out.</summary>
    /// <param name="Technique">By slug of /api/v1/techniques.</param>
    /// <param name="Setting">By clinic, their-home, visit, online.</param>
    /// <param name="Language">By ISO 639-1.</param>
    /// <param name="Area">By slug of the part of the body: those who name it, what it is part of, or a part of it.</param>
    /// <param name="Need">By step-free, evenings, weekends, each alone.</param>
    /// <param name="Accepting">By yes, waiting, no.</param>
    /// <param name="Verified">Those whose checked proof we hold, under true.</param>
    public sealed record FacetCounts(
        IReadOnlyDictionary<string, int> Technique, IReadOnlyDictionary<string, int> Setting, IReadOnlyDictionary<string, int> Language,
        IReadOnlyDictionary<string, int> Area, IReadOnlyDictionary<string, int> Need, IReadOnlyDictionary<string, int> Accepting,
        IReadOnlyDictionary<string, int> Verified);

    /// <summary>A single change that finds more.</summary>
    /// <param name="Kind">within, include-online, any-technique, related or drop.</param>
    /// <param name="Value">The radius, `online`, `any`, the family of techniques that join those asked for, or the parameter that is dropped.</param>
    /// <param name="Total">How many match with it.</param>
    public sealed record Change([property: System.Text.Json.Serialization.JsonPropertyName("change")] string Kind, string Value, int Total);

    public static void MapSearchApi(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(FinderUrls.Api, AnswerAsync)
        .WithName("search").WithTags("Search").WithMetadata(new PublicAnswer())
        .WithSummary("Finds practitioners by place, technique and distance")
        .WithDescription("Give near, or lat and lon, or neither to search everywhere. Distances are great-circle distances in whole metres.")
        .ProducesValidationProblem().ProducesProblem(StatusCodes.Status404NotFound)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            SearchParameters.Describe(operation);
            return Task.CompletedTask;
        });

    private static async Task<Results<Ok<Answer>, ValidationProblem, ProblemHttpResult>> AnswerAsync(
        HttpRequest request, SearchListings search, SiteSettings site, CancellationToken cancel)
    {
        var result = await search.RunAsync(request.Query, SearchListings.Manner.Strict, cancel);
        if (result.Problems.Count > 0)
        {
            return TypedResults.ValidationProblem(
                result.Problems.GroupBy(p => p.Parameter).ToDictionary(g => g.Key, g => g.Select(p => p.Message).Distinct().ToArray()),
                title: "Some parameters cannot be used.");
        }

        if (result.PlaceIsUnknown)
        {
            return Problems.PlaceNotFound(result.Criteria.Near!, result.Namesakes.Select(n => n.Place.Label));
        }

        return result.Answer is { } answer ? TypedResults.Ok(AnswerOf(result, answer, site)) : throw new InvalidOperationException("Nothing was searched.");
    }

    /// <summary>A result of a search, for programs.</summary>
    public static Answer AnswerOf(SearchListings.Result result, SearchAnswer answer, SiteSettings site) => new(
        result.Criteria.Origin is { } origin ? OriginOf(origin, result.Place) : null,
        result.Criteria.Within?.Metres,
        result.Spelled,
        answer.Total,
        result.Criteria.Page,
        result.Criteria.PageSize,
        result.Criteria.Seed,
        [.. result.Cards.Select(c => FoundOf(c, result.Criteria, site))],
        CountsOf(answer.Facets),
        [.. answer.Relaxations.Select(r => new Change(r.Change, r.Value, r.Total))],
        [.. result.Beyond.Select(c => FoundOf(c, result.Criteria, site))]);

    private static FacetCounts CountsOf(Facets facets) =>
        new(facets.Technique, facets.Setting, facets.Language, facets.Area, facets.Need, facets.Accepting, facets.Verified);

    private static Origin OriginOf(SearchOrigin origin, PlaceAnswer? place) => new(
        origin.Name, (place as PlaceAnswer.Found)?.Place.Admin1, origin.Country, origin.Kind, origin.Point.Latitude, origin.Point.Longitude, origin.SpreadMetres,
        place is PlaceAnswer.Found found ? [.. found.Alternatives.Select(AlternativeOf)] : []);

    private static Alternative AlternativeOf(Place place) => new(
        place.Label, place.Name, place.Admin1, place.Country, Origins.KindOf(place), place.Point.Latitude, place.Point.Longitude);

    private static Found FoundOf(Card card, SearchCriteria criteria, SiteSettings site)
    {
        var (listing, match) = card;
        return new Found(
            listing.Slug,
            listing.Name,
            listing.Headline,
            match.By.ToString().ToLowerInvariant(),
            match.Metres,
            card.IsApproximate,
            match.Point?.Latitude,
            match.Point?.Longitude,
            card.Locality,
            card.Country,
            [.. listing.Techniques.Select(t => t.Slug)],
            [.. listing.Settings.Select(s => s.Word())],
            listing.Accepting.Word(),
            card.IsVerifiedFor(criteria),
            listing.ConfirmedAt is { } at ? DateOnly.FromDateTime(at) : null,
            listing.IsDemo,
            site.Absolute(ListingUrls.Profile(listing.Slug)));
    }
}
