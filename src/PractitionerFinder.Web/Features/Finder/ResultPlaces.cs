using System.Text.Json.Nodes;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Web.Features.Listings;
using PractitionerFinder.Web.Shared.Finding;

namespace PractitionerFinder.Web.Features.Finder;

/// <summary>
/// What of a page of results stands on a map: those who were found by a place, each under their number in the list. Visits come to the
/// reader and sessions online have no place, so their numbers are not on it.
/// </summary>
public sealed class ResultPlaces
{
    // Six decimals are 0.1 m.
    private const int Decimals = 6;

    // A fine cell is 1 km across, seen as a circle around it 1.4 km.
    private const int FineReachMetres = 800;

    private readonly SearchCriteria criteria;
    private readonly Gazetteer gazetteer;
    private readonly Dictionary<string, int> numbers = [];
    private readonly IReadOnlyList<Card> list;
    private readonly bool isWhole;

    public ResultPlaces(SearchListings.Result result, Gazetteer gazetteer)
    {
        (criteria, this.gazetteer) = (result.Criteria, gazetteer);
        isWhole = result.PageCount <= 1;
        var isWithin = result.Cards.Count > 0;
        list = isWithin ? result.Cards : result.Beyond;
        var first = isWithin ? (criteria.Page - 1) * criteria.PageSize + 1 : 1;
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i].Place is not null)
            {
                numbers.Add(list[i].Listing.Slug, first + i);
            }
        }
    }

    /// <summary>Whether there is anything to show.</summary>
    public bool IsSome => numbers.Count > 0;

    /// <summary>What a hatched circle is; null when there is none.</summary>
    public string? AboutAreas
    {
        get
        {
            var reaches = list.Select(ReachOf).Where(reach => reach > 0).ToList();
            return reaches.Count == 0 ? null
                : $"A hatched circle is an area, {(reaches.Max() > FineReachMetres ? "one to four kilometres" : "about a kilometre")} across: someone works from home.";
        }
    }

    /// <summary>
    /// The places as GeoJSON points, each with a <c>kind</c>: <c>origin</c> with the metres searched <c>within</c> (whole when all who
    /// were found are on this page), <c>point</c>, or <c>area</c> with its <c>reach</c> in metres. The circles are drawn where they are shown, which saves most of the bytes.
    /// </summary>
    public string Shapes
    {
        get
        {
            var features = new JsonArray();
            if (criteria is { Origin: { } origin, Within: { } within })
            {
                features.Add(Feature("origin", origin.Point, new JsonObject
                {
                    ["name"] = $"{origin.Name}, where the search starts",
                    ["within"] = within.Metres,
                    ["isWhole"] = isWhole,
                }));
            }

            foreach (var card in list)
            {
                if (NumberOf(card) is not { } number || card.Place is not { } place)
                {
                    continue;
                }

                var properties = new JsonObject { ["label"] = $"{number}", ["name"] = $"{number}. {card.Listing.Name}, {Distance(card)}", ["href"] = ListingUrls.Profile(card.Listing.Slug) };
                if (place.IsApproximate)
                {
                    properties["reach"] = ReachOf(card);
                }

                features.Add(Feature(place.IsApproximate ? "area" : "point", place.Point, properties));
            }

            return new JsonObject { ["type"] = "FeatureCollection", ["features"] = features }.ToJsonString();
        }
    }

    /// <summary>The number on the map; null for those who are not there.</summary>
    public int? NumberOf(Card card) => numbers.TryGetValue(card.Listing.Slug, out var number) ? number : null;

    /// <summary>How far it is to the place: "0.3 miles", "about 2 miles", "in Leeds".</summary>
    public string Distance(Card card)
    {
        var (before, number, after) = SearchSentences.Gutter(card, criteria);
        return string.Join(' ', new[] { before, number, after }.Where(words => words is not null));
    }

    /// <summary>How far a private place may be from the middle of its cell, in metres; 0 for a public one.</summary>
    private int ReachOf(Card card) => card.Place is { IsApproximate: true } place ? CoarseCell.AtCentre(place.Point, gazetteer.IsBuiltUp).ReachMetres : 0;

    private static JsonObject Feature(string kind, GeoPoint at, JsonObject properties)
    {
        properties.Insert(0, "kind", kind);
        return new JsonObject
        {
            ["type"] = "Feature",
            ["properties"] = properties,
            ["geometry"] = new JsonObject { ["type"] = "Point", ["coordinates"] = new JsonArray(Math.Round(at.Longitude, Decimals), Math.Round(at.Latitude, Decimals)) },
        };
    }
}
