using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.OpenApi;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Finder.Cards;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Web.Features.Listings;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Finder;

/// <summary>What a map shows of a search, as GeoJSON (RFC 7946).</summary>
public static class MapApi
{
    private const string MediaType = "application/geo+json";

    // Names in any script stand as they are: the answer is JSON and is never put into a page as text.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText Feature = JsonEncodedText.Encode("Feature");
    private static readonly JsonEncodedText Box = JsonEncodedText.Encode("bbox");
    private static readonly JsonEncodedText Geometry = JsonEncodedText.Encode("geometry");
    private static readonly JsonEncodedText Point = JsonEncodedText.Encode("Point");
    private static readonly JsonEncodedText Coordinates = JsonEncodedText.Encode("coordinates");
    private static readonly JsonEncodedText Properties = JsonEncodedText.Encode("properties");
    private static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");

    public static void MapMapApi(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(FinderUrls.MapApi, AnswerAsync)
        .WithName("map").WithTags("Search").WithMetadata(new PublicAnswer())
        .WithSummary("The places of a search that lie in a part of the map, as GeoJSON")
        .WithDescription(
            "Give bbox and any filters of the search; near, within, sort and paging have no say. The answer is a FeatureCollection: `total` is the number of places in the bbox at which people are seen by "
            + "those who match (a practitioner with two places counts twice; home visits and online sessions are at no place). With at most 40 of them each is a feature, otherwise those of a cell of a fixed grid are one. "
            + "Of a feature, properties.kind is `cluster`: `count` places around their middle, with the `bbox` of their cell to zoom into (a cell at the edge counts whole; a bbox that is a single point cannot be zoomed into); "
            + "`point`: a public place, with `slug`, `name` and `href`; or `area`: the middle of a coarse cell that stands for a private place, which is somewhere within `reach` metres of it.")
        .Produces(StatusCodes.Status200OK, contentType: MediaType)
        .ProducesValidationProblem().ProducesProblem(StatusCodes.Status503ServiceUnavailable)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            SearchParameters.Describe(operation);
            operation.Parameters =
            [
                new OpenApiParameter
                {
                    Name = MapListings.ViewName,
                    In = ParameterLocation.Query,
                    Required = true,
                    Description = "west,south,east,north in degrees, WGS 84; west is larger than east over the antimeridian.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                },
                .. operation.Parameters!.Where(p => !MapListings.PassedOver.Contains(p.Name!)),
            ];
            return Task.CompletedTask;
        });

    private static async Task<IResult> AnswerAsync(HttpContext context, MapListings map, Gazetteer gazetteer, CancellationToken cancel)
    {
        var result = map.Run(context.Request.Query);
        if (result.Problems.Count > 0)
        {
            return TypedResults.ValidationProblem(
                result.Problems.GroupBy(p => p.Parameter).ToDictionary(g => g.Key, g => g.Select(p => p.Message).Distinct().ToArray()),
                title: "Some parameters cannot be used.");
        }

        if (result is not { Answer: { } answer, Snapshot: { } snapshot })
        {
            return Problems.NotYet(context.Response);
        }

        context.Response.ContentType = MediaType;
        await using (var json = new Utf8JsonWriter(context.Response.BodyWriter, Writing))
        {
            Write(json, answer, snapshot, gazetteer);
        }

        await context.Response.BodyWriter.FlushAsync(cancel);
        return TypedResults.Empty;
    }

    /// <summary>Writes an answer.</summary>
    public static void Write(Utf8JsonWriter json, MapAnswer answer, Snapshot snapshot, Gazetteer gazetteer)
    {
        json.WriteStartObject();
        json.WriteString(Type, "FeatureCollection");
        json.WriteNumber("total", answer.Total);
        json.WriteStartArray("features");
        foreach (var cluster in answer.Clusters)
        {
            Write(json, cluster);
        }

        foreach (var place in answer.Places)
        {
            Write(json, place, snapshot.Cards.Of(place.ListingId)!, gazetteer);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, in MapAnswer.Cluster cluster)
    {
        json.WriteStartObject();
        json.WriteString(Type, Feature);
        json.WriteStartArray(Box);
        WriteDegrees(json, cluster.Cell.West);
        WriteDegrees(json, cluster.Cell.South);
        WriteDegrees(json, cluster.Cell.East);
        WriteDegrees(json, cluster.Cell.North);
        json.WriteEndArray();
        StartProperties(json, cluster.Middle, "cluster");
        json.WriteNumber("count", cluster.Count);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, in MapAnswer.Place place, CardFacts card, Gazetteer gazetteer)
    {
        var key = place.Key;
        var isArea = card.Places.Any(p => p.Key == key && p.IsApproximate);
        json.WriteStartObject();
        json.WriteString(Type, Feature);
        StartProperties(json, place.Point, isArea ? "area" : "point");
        if (isArea)
        {
            json.WriteNumber("reach", CoarseCell.AtCentre(place.Point, gazetteer.IsBuiltUp).ReachMetres);
        }

        json.WriteString("slug", card.Slug);
        json.WriteString("name", card.Name);
        json.WriteString("href", ListingUrls.Profile(card.Slug));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void StartProperties(Utf8JsonWriter json, GeoPoint point, string kind)
    {
        json.WriteStartObject(Geometry);
        json.WriteString(Type, Point);
        json.WriteStartArray(Coordinates);
        WriteDegrees(json, point.Longitude);
        WriteDegrees(json, point.Latitude);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject(Properties);
        json.WriteString(Kind, kind);
    }

    /// <summary>As a decimal, which is never written with an exponent.</summary>
    private static void WriteDegrees(Utf8JsonWriter json, double degrees) => json.WriteNumberValue((decimal)degrees);
}
