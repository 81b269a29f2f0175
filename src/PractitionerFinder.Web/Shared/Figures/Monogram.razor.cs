using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>Initials over contour rings, of which the address of the listing chooses and turns one: stands where there is no photo.</summary>
public sealed partial class Monogram
{
    private const int Drawings = 4;
    private const int Turns = 8;

    // Said before a name and not part of it.
    private static readonly HashSet<string> Titles = new(["dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor"], StringComparer.OrdinalIgnoreCase);

    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>Address of the listing: the same one always looks the same.</summary>
    [Parameter, EditorRequired]
    public string Slug { get; set; } = "";

    /// <summary>52 or 112, in CSS pixels.</summary>
    [Parameter]
    public int Size { get; set; } = 52;

    private int Rings => Hash % Drawings;

    private int Turn => Hash / Drawings % Turns;

    /// <summary>The first letters of the first and the last word.</summary>
    private string Initials
    {
        get
        {
            var words = Name.Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)
                .Where(w => !Titles.Contains(w.TrimEnd('.')) && w.EnumerateRunes().Any(Rune.IsLetter)).ToList();
            return words.Count switch
            {
                0 => "",
                1 => Initial(words[0]),
                _ => Initial(words[0]) + Initial(words[^1]),
            };
        }
    }

    // FNV-1a: the same on every node and in every run, which the platform's own hash of a text is not.
    private int Hash => (int)(Encoding.UTF8.GetBytes(Slug).Aggregate(2_166_136_261u, (hash, b) => unchecked((hash ^ b) * 16_777_619u)) >> 4);

    private static string Initial(string word) =>
        StringInfo.GetNextTextElement(word, word.TakeWhile(c => !char.IsLetter(c) && !char.IsSurrogate(c)).Count()).ToUpperInvariant();
}
