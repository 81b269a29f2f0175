using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PractitionerFinder.Core.Finder;

namespace PractitionerFinder.Web.Features.Finder;

/// <summary>
/// The parameters of a search as the OpenAPI document tells them. <see cref="SearchParser"/> reads them by hand, so
/// that the page and the API say the same of a wrong one; a test compares the names.
/// </summary>
public static class SearchParameters
{
    private static readonly (string Name, string Description, Func<OpenApiSchema> Schema)[] All =
    [
        ("near", "A town, region, country or postcode. Not together with lat and lon.", () => Text(SearchCriteria.NearMaxLength)),
        ("lat", "Latitude in degrees, WGS 84; together with lon.", () => Number(-90, 90)),
        ("lon", "Longitude in degrees, WGS 84; together with lat.", () => Number(-180, 180)),
        ("country", "Which of several places of that name comes first: ISO 3166-1 alpha-2, such as GB.", () => Pattern("^[A-Za-z]{2}$")),
        ("within", "How far, such as 10mi or 25km. Usual: 10 miles or 15 km, by the country of the place. Passed over inside a region or country.", () => Pattern(@"^\d{1,5}(\.\d{1,3})?(mi|km)$")),
        ("technique", "Slug of /api/v1/techniques; may be repeated.", () => Many(Text(80))),
        ("match", "Whether one or every technique is wanted of a practitioner.", () => Word("any", "all")),
        ("area", "Slug of a part of the body that they say they work with.", () => Text(80)),
        ("setting", "How to be seen; may be repeated. When not given, every way but online.", () => Many(Word("clinic", "their-home", "visit", "online"))),
        ("accepting", "Whether new people are taken on.", () => Word("yes", "waiting", "no")),
        ("verified", "Only those whose proof of a technique wanted (or of any, when none is) we have seen and has not expired.", () => new OpenApiSchema { Type = JsonSchemaType.Boolean }),
        ("need", "What is needed of the place or the hours; may be repeated.", () => Many(Word("step-free", "evenings", "weekends"))),
        ("language", "A language spoken: ISO 639-1, such as pl.", () => Pattern("^[A-Za-z]{2}$")),
        ("gender", "Gender of the practitioner.", () => Word("woman", "man", "non-binary")),
        ("q", "Words, each of which begins a word of the listing's name, headline, techniques, areas or towns.", () => Text(SearchCriteria.QMaxLength)),
        ("sort", "What comes first: the nearest, or the most recently confirmed.", () => Word("distance", "confirmed")),
        ("seed", "The seed of the first page's answer, to keep the order of equals while paging.", () => Whole(1, SearchCriteria.ShufflePrime - 1)),
        ("page", "From 1.", () => Whole(1, 1_000_000)),
        ("pageSize", "Results on a page.", () => Whole(1, SearchCriteria.MostPerPage)),
    ];

    public static void Describe(OpenApiOperation operation) => operation.Parameters =
    [
        .. All.Select(p => new OpenApiParameter { Name = p.Name, In = ParameterLocation.Query, Description = p.Description, Schema = p.Schema() }),
    ];

    private static OpenApiSchema Text(int most) => new() { Type = JsonSchemaType.String, MaxLength = most };

    private static OpenApiSchema Pattern(string pattern) => new() { Type = JsonSchemaType.String, Pattern = pattern };

    private static OpenApiSchema Word(params string[] words) => new() { Type = JsonSchemaType.String, Enum = [.. words.Select(w => (JsonNode)w)] };

    private static OpenApiSchema Many(OpenApiSchema one) => new() { Type = JsonSchemaType.Array, Items = one };

    private static OpenApiSchema Number(int least, int most) => new() { Type = JsonSchemaType.Number, Minimum = $"{least}", Maximum = $"{most}" };

    private static OpenApiSchema Whole(long least, long most) => new() { Type = JsonSchemaType.Integer, Minimum = $"{least}", Maximum = $"{most}" };
}
