using System.Globalization;
using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Finder.Cards;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Features.Listings;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Figures;
using PractitionerFinder.Web.Shared.Finding;
using PractitionerFinder.Web.Shared.Parts;

namespace PractitionerFinder.Web.Features.Finder;

/// <summary>Draws the rows of results: how far, who, what they offer and how sure that is.</summary>
/// <param name="criteria">What was asked.</param>
/// <param name="vocabulary">The words in force.</param>
public sealed class ResultCard(SearchCriteria criteria, Vocabulary vocabulary)
{
    // More would bury the next person.
    private const int MostTechniques = 5;
    private const int MostOtherPlaces = 2;
    private const int PortraitSize = 52;

    /// <summary>A result as HTML.</summary>
    /// <param name="card">The result.</param>
    /// <param name="number">The number it has on the map; null when it is not there.</param>
    public MarkupString Of(Card card, int? number = null)
    {
        var listing = card.Listing;
        using var html = new HtmlWriter();
        html.Write($"""<article class="result">""");
        WriteGutter(html, card);
        if (number is { } on)
        {
            WriteNumber(html, card, on);
        }

        html.Write($"""<div class="who"><div class="head">{Portrait.Of(listing.Photo, listing.Name, listing.Slug, PortraitSize)}<div><h2 class="title"><a href="{ListingUrls.Profile(listing.Slug)}">{listing.Name}</a></h2>""");
        if (listing.IsDemo)
        {
            html.Write($""" <span class="tag tag-warn">Fictional</span>""");
        }

        if (listing.Headline is { } headline)
        {
            html.Write($"""<p class="headline">{headline}</p>""");
        }

        html.Write($"""</div><save-person slug="{listing.Slug}" name="{listing.Name}"></save-person></div>""");
        WriteTechniques(html, listing);
        WriteFacts(html, card);
        html.Write($"""</div></article>""");
        return html.ToMarkup();
    }

    /// <summary>The number that stands on the map, in the shape that it has there. A list says its numbers itself to those who do not see it.</summary>
    public static void WriteNumber(HtmlWriter html, Card card, int number) =>
        html.Write($"""<span class="place-number{(card.IsApproximate ? " place-area" : "")}" data-number="{number}" aria-hidden="true">{number}</span>""");

    private void WriteGutter(HtmlWriter html, Card card)
    {
        var (before, number, after) = SearchSentences.Gutter(card, criteria);
        html.Write($"""<p class="gutter{(card.Match is { Metres: null, By: MatchedBy.Clinic } ? " gutter-place" : "")}">""");
        if (before is not null)
        {
            html.Write($"<span>{before} </span>");
        }

        html.Write($"<b>{number}</b>");
        if (after is not null)
        {
            html.Write($"<span> {after}</span>");
        }

        html.Write($"</p>");
    }

    /// <summary>Those wanted, those with proof, then the rest, each in the practitioner's order.</summary>
    private void WriteTechniques(HtmlWriter html, ListingCard listing)
    {
        html.Write($"""<ul class="techniques" aria-label="Techniques">""");
        foreach (var technique in listing.Techniques.OrderBy(t => IsWanted(t) ? 0 : t.IsProven ? 1 : 2).Take(MostTechniques))
        {
            html.Write($"""<li class="technique{(technique.IsProven ? " proven" : "")}{(IsWanted(technique) ? " wanted" : "")}">""");
            if (technique.IsProven)
            {
                html.Write($"""{Icon.Shield} <span class="unseen">Proof seen: </span>""");
            }

            html.Write($"<span>{vocabulary.Technique(technique.Slug)?.Name}</span></li>");
        }

        if (listing.Techniques.Count > MostTechniques)
        {
            html.Write($"""<li class="quiet">and {listing.Techniques.Count - MostTechniques} more</li>""");
        }

        html.Write($"</ul>");
    }

    private void WriteFacts(HtmlWriter html, Card card)
    {
        var listing = card.Listing;
        html.Write($"""<ul class="facts">""");
        foreach (var (icon, words) in Ways(card))
        {
            html.Write($"""<li class="with-icon">{icon} <span>{words}</span></li>""");
        }

        html.Write($"""<li class="with-icon">{(listing.Accepting == Accepting.Yes ? Icon.Confirmed : Icon.Clock)} <span>{listing.Accepting.InWords()}</span></li>""");
        if (listing.Overdue is { } late)
        {
            html.Write($"""<li class="with-icon late">{Icon.Late} <span>{SearchSentences.Unconfirmed(late.Fact)} not confirmed for {TimeAgo.Span((criteria.Now.Date - late.At.Date).Days)}. Check before you travel</span></li>""");
        }
        else if (listing.ConfirmedAt is { } at)
        {
            html.Write($"""<li class="with-icon fresh">{Icon.Confirmed} <span>Confirmed <time datetime="{at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}">{TimeAgo.Describe(at, criteria.Now)}</time></span></li>""");
        }

        html.Write($"</ul>");
    }

    private IEnumerable<(MarkupString Icon, string Words)> Ways(Card card)
    {
        var places = (card.Place is { } found ? card.Listing.Places.Where(l => l.Key == found.Key).Concat(Others(card)) : Others(card)).Take(1 + MostOtherPlaces).ToList();
        for (var i = 0; i < places.Count; i++)
        {
            yield return (places[i].Setting == LocationSetting.TheirHome ? Icon.Home : Icon.Clinic, SearchSentences.Place(places[i], isFirst: i == 0 && card.Place is not null, criteria));
        }

        if (card.Listing.VisitAreas.Count > 0)
        {
            yield return (Icon.Door, Setting.Visit.InWords());
        }

        if (card.Listing.OffersOnline)
        {
            yield return (Icon.Online, Setting.Online.InWords());
        }
    }

    /// <summary>The places it was not found by, the nearest first.</summary>
    private IEnumerable<CardFacts.Place> Others(Card card)
    {
        var others = card.Listing.Places.Where(l => card.Place is not { } found || l.Key != found.Key);
        return criteria.Origin is { } origin ? others.OrderBy(l => GreatCircle.Metres(origin.Point, l.Point)) : others;
    }

    private bool IsWanted(ListingCard.Technique technique) => criteria.Techniques.Contains(technique.Slug);
}
