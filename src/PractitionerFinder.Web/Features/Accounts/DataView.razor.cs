using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>A value of the file of everything, drawn for people.</summary>
public sealed partial class DataView
{
    // What tells one row of a list from the next, the best first.
    private static readonly string[] Titles = ["name", "section", "fact", "text", "who", "register", "deed", "role", "as", "number", "day", "slug", "key"];

    [Parameter, EditorRequired]
    public JsonElement Value { get; set; }

    /// <summary>The name of a property in words: "madeAt" is "Made at".</summary>
    public static string Words(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            words.Append(words.Length == 0 ? char.ToUpperInvariant(letter) : letter);
            if (words.Length > 1 && char.IsUpper(letter))
            {
                words.Length--;
                words.Append(' ').Append(char.ToLowerInvariant(letter));
            }
        }

        return words.ToString();
    }

    private static bool IsNothing(JsonElement value) => value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    private static bool IsLong(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
        || (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(v => v.ValueKind is JsonValueKind.Object or JsonValueKind.Array));

    private static string Title(JsonElement item, int number)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        foreach (var name in Titles)
        {
            if (item.TryGetProperty(name, out var value) && !IsNothing(value) && Scalar(value) is { Length: > 0 } words)
            {
                var title = value.ValueKind == JsonValueKind.Number ? $"{Words(name)} {words}" : IsCode(words) ? Words(words.Replace('-', ' ')) : words;
                return item.TryGetProperty("at", out var at) && name != "at" ? $"{title}, {Scalar(at)}" : title;
            }
        }

        return number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Whether it is a word of the program, such as <c>their-home</c>, and not somebody's.</summary>
    private static bool IsCode(string words) => words.All(c => char.IsAsciiLetterLower(c) || c == '-');

    private static string Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "Yes",
        JsonValueKind.False => "No",
        JsonValueKind.Null => "",
        JsonValueKind.String when value.GetString() is { } text => Time(text) ?? text,
        _ => value.GetRawText(),
    };

    private static string? Time(string text)
    {
        const int shortest = 20;
        return text.Length >= shortest && char.IsAsciiDigit(text[0]) && text[10] == 'T'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? string.Create(CultureInfo.InvariantCulture, $"{DateOnly.FromDateTime(at.UtcDateTime).InWords()}, {at.UtcDateTime:HH:mm} UTC")
            : null;
    }
}
