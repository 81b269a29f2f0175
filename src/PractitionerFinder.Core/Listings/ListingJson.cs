using System.Text.Json;
using System.Text.Json.Serialization;

namespace PractitionerFinder.Core.Listings;

/// <summary>How a listing's content is written into a revision.</summary>
public static class ListingJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>The content as JSON.</summary>
    public static string Write(ListingContent content) => JsonSerializer.Serialize(content, Options);

    /// <summary>The content of a revision.</summary>
    /// <exception cref="JsonException">The text is not a listing's content.</exception>
    public static ListingContent Read(string json) =>
        JsonSerializer.Deserialize<ListingContent>(json, Options) ?? throw new JsonException("A revision holds no content.");
}
