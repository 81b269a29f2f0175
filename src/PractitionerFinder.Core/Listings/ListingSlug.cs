using System.Globalization;
using PractitionerFinder.Core.Finder;

namespace PractitionerFinder.Core.Listings;

/// <summary>Addresses of listings: name and town in plain letters, with a number behind them where somebody has them already.</summary>
public static class ListingSlug
{
    private const int Room = 110;

    /// <summary>The address that a name and a town give.</summary>
    public static string Of(string name, string? town)
    {
        var words = PlainWords.Of(name).Concat(PlainWords.Of(town ?? ""));
        var slug = string.Join('-', words);
        return slug.Length == 0 ? "practitioner" : slug.Length > Room ? slug[..Room].TrimEnd('-') : slug;
    }

    /// <summary>The same with a number behind it.</summary>
    public static string Numbered(string slug, int number) => string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");

    /// <summary>Whether an address is another with a number behind it.</summary>
    public static bool IsNumbered(string slug, string plain) =>
        slug.StartsWith(plain + '-', StringComparison.Ordinal) && slug[(plain.Length + 1)..].All(char.IsAsciiDigit);
}
