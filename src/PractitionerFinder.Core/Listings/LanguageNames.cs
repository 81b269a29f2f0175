namespace PractitionerFinder.Core.Listings;

/// <summary>English names of languages (ISO 639-1), in the order of their names: those that people may choose from.</summary>
public static class LanguageNames
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["ak"] = "Akan",
        ["sq"] = "Albanian",
        ["am"] = "Amharic",
        ["ar"] = "Arabic",
        ["bn"] = "Bengali",
        ["bg"] = "Bulgarian",
        ["ca"] = "Catalan",
        ["zh"] = "Chinese",
        ["hr"] = "Croatian",
        ["cs"] = "Czech",
        ["da"] = "Danish",
        ["nl"] = "Dutch",
        ["en"] = "English",
        ["et"] = "Estonian",
        ["fi"] = "Finnish",
        ["fr"] = "French",
        ["de"] = "German",
        ["el"] = "Greek",
        ["gu"] = "Gujarati",
        ["ha"] = "Hausa",
        ["he"] = "Hebrew",
        ["hi"] = "Hindi",
        ["hu"] = "Hungarian",
        ["is"] = "Icelandic",
        ["ig"] = "Igbo",
        ["ga"] = "Irish",
        ["it"] = "Italian",
        ["ja"] = "Japanese",
        ["ko"] = "Korean",
        ["ku"] = "Kurdish",
        ["lv"] = "Latvian",
        ["lt"] = "Lithuanian",
        ["mi"] = "Māori",
        ["ml"] = "Malayalam",
        ["no"] = "Norwegian",
        ["fa"] = "Persian",
        ["pl"] = "Polish",
        ["pt"] = "Portuguese",
        ["pa"] = "Punjabi",
        ["ro"] = "Romanian",
        ["ru"] = "Russian",
        ["gd"] = "Scottish Gaelic",
        ["sr"] = "Serbian",
        ["si"] = "Sinhala",
        ["sk"] = "Slovak",
        ["sl"] = "Slovenian",
        ["so"] = "Somali",
        ["es"] = "Spanish",
        ["sw"] = "Swahili",
        ["sv"] = "Swedish",
        ["tl"] = "Tagalog",
        ["ta"] = "Tamil",
        ["te"] = "Telugu",
        ["th"] = "Thai",
        ["tr"] = "Turkish",
        ["uk"] = "Ukrainian",
        ["ur"] = "Urdu",
        ["vi"] = "Vietnamese",
        ["cy"] = "Welsh",
        ["yo"] = "Yoruba",
    };

    /// <summary>Code and name of each, by name.</summary>
    public static IReadOnlyList<(string Code, string Name)> All { get; } =
        [.. Names.OrderBy(n => n.Value, StringComparer.Ordinal).Select(n => (n.Key, n.Value))];

    /// <summary>The name, or the code itself in capitals where we have none.</summary>
    public static string Of(string code) => Names.GetValueOrDefault(code) ?? code.ToUpperInvariant();
}
