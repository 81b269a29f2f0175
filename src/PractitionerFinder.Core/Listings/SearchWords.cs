using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Core.Listings;

/// <summary>What a search for words looks through.</summary>
internal static class SearchWords
{
    /// <summary>
    /// The words of name, headline, techniques, areas and towns by which anybody may be found, with a space before and
    /// after each. Protected ones are left out: they are matched through proof instead.
    /// </summary>
    public static string Of(ListingContent content, Vocabulary vocabulary)
    {
        var free = content.Techniques.Select(t => vocabulary.Technique(t.Slug)).Where(t => t is { NeedsProof: false }).Select(t => t!.Name);
        string[] texts =
        [
            content.Name, content.Headline, .. free,
            .. content.Areas.Select(a => vocabulary.Area(a)?.Name ?? ""),
            .. content.Locations.Select(l => l.Address.Locality),
        ];
        var words = texts.SelectMany(t => vocabulary.Titles.Part(PlainWords.Of(t)).Free).Distinct();
        return $" {string.Join(' ', words)} ";
    }
}
