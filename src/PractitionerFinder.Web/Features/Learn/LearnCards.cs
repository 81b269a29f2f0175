using System.Collections.Concurrent;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Cards;
using PractitionerFinder.Web.Shared.Learning;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Learn;

/// <summary>Share cards of the pages, each drawn when it is first asked for and kept: there are no more of them than pages.</summary>
public sealed class LearnCards(ShareCard card)
{
    private static readonly ShareCardText SiteText = new(
        "PractitionerFinder", "Hands-on help nearby, and what is honestly known about it", "Find people by technique and distance. Read what each technique is and how strong the evidence is.");

    private readonly ConcurrentDictionary<ShareCardText, byte[]> drawn = new();

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(CardUrls.Site, (LearnCards cards) => cards.Answer(SiteText)).WithMetadata(new PublicAnswer()).ExcludeFromDescription();
        endpoints.MapGet(CardUrls.Route, (string kind, string slug, LearnCards cards, LearnShelf shelf) =>
            shelf.Current.At($"/{kind}/{slug}") is { } page ? cards.Answer(TextOf(page)) : Results.NotFound()).WithMetadata(new PublicAnswer()).ExcludeFromDescription();
    }

    private static ShareCardText TextOf(LearnPage page) =>
        new(LearnTrail.One(page.Kind), page.Title, page.Summary, page.Evidence?.Strokes, page.Evidence?.Finding);

    private IResult Answer(ShareCardText text) => Results.Bytes(drawn.GetOrAdd(text, card.Draw), "image/png");
}
