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

    /// <summary>Reasons as JSON.</summary>
    public static string WriteReasons(IReadOnlyList<FieldReason> reasons) => JsonSerializer.Serialize(reasons, Options);

    /// <summary>The reasons of a decision.</summary>
    /// <exception cref="JsonException">The text is no list of reasons.</exception>
    public static IReadOnlyList<FieldReason> ReadReasons(string json) =>
        JsonSerializer.Deserialize<IReadOnlyList<FieldReason>>(json, Options) ?? throw new JsonException("A decision holds no reasons.");

    /// <summary>Whether two values are written alike: records that hold lists do not compare by what is in them.</summary>
    internal static bool AreSame<T>(T one, T other) => JsonSerializer.Serialize(one, Options) == JsonSerializer.Serialize(other, Options);
}
