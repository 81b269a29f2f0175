using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Web.Shared.Cards;

/// <summary>Addresses of the pictures that other sites show beside a link.</summary>
public static class CardUrls
{
    /// <summary>The card of the site itself.</summary>
    public const string Site = "/cards/site.png";

    public const string Route = "/cards/{kind}/{slug}.png";

    /// <summary>The card of a page.</summary>
    public static string Of(LearnPage page) => $"/cards{page.Address}.png";
}
