using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared.Finding;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Finder;

/// <summary>A technique in a place, for those who come from elsewhere: what it is, who offers it there, and what else there is.</summary>
public sealed partial class LandingPage
{
    private const int Shown = 6;
    private const int MostOthers = 12;
    private const int MostAround = 8;

    // Towns that somebody would go to from here.
    private const int AroundMetres = 40_000;

    private Technique? technique;
    private SearchListings.Result result = default!;
    private ResultCard drawing = default!;
    private bool isThin;
    private Task? reading;
    private IReadOnlyList<(string Slug, string Name, int People)> others = [];
    private IReadOnlyList<(string Slug, string Name, int People)> around = [];

    [Parameter]
    public string Technique { get; set; } = "";

    [Parameter]
    public string Country { get; set; } = "";

    [Parameter]
    public string Place { get; set; } = "";

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    [Inject]
    private Gazetteer Gazetteer { get; set; } = default!;

    [Inject]
    private Origins Origins { get; set; } = default!;

    [Inject]
    private SearchListings Search { get; set; } = default!;

    [Inject]
    private LandingPlaces Places { get; set; } = default!;

    [Inject]
    private SiteSettings Site { get; set; } = default!;

    private SearchCriteria Criteria => result.Criteria;

    private int Total => result.Answer?.Total ?? 0;

    private string Address => FinderUrls.Landing(technique!.Slug, Country, Place);

    private string Title => $"{technique!.Name} in {Criteria.Origin!.Name}";

    private string Where => Criteria.Within is { } within ? $"within {within.InWords()} of {Criteria.Origin!.Name}" : $"in {Criteria.Origin!.Name}";

    private string Opening => $"{(Total == 0 ? "Nobody" : SearchSentences.People(Total))} {Where}{(Criteria.Origin!.Admin is { } admin ? $", {admin}," : "")} {(Total > 1 ? "offer" : "offers")} {technique!.Name}{(Total == 0 ? " yet" : "")}.";

    private string Description => $"{Opening} What it is, what is known of it, and how far each person is, with proof of training and the dates of every fact.";

    /// <summary>What is true of so many of them.</summary>
    private string Facts
    {
        get
        {
            var facets = result.Answer!.Facets;
            var facts = new[]
            {
                (facets.Verified.GetValueOrDefault(Facets.VerifiedWord), "have shown us proof of training"),
                (facets.Accepting.GetValueOrDefault(Accepting.Yes.Word()), "take on new people"),
                (facets.Setting.GetValueOrDefault(Setting.Visit.Word()), "can come to you"),
            };
            return string.Create(CultureInfo.InvariantCulture, $"Of {Total:#,0}: {string.Join(", ", facts.Select(f => $"{f.Item1:#,0} {f.Item2}"))}.");
        }
    }

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);

        // The layout may be drawn again meanwhile, and asks again: it is read once.
        await (reading ??= ReadAsync());
        await base.SetParametersAsync(ParameterView.Empty);
    }

    private async Task ReadAsync()
    {
        var known = Vocabulary.Technique(Technique.ToLowerInvariant());
        var place = known is null ? null : Gazetteer.FindBySlug(Country.ToUpperInvariant(), Place.ToLowerInvariant());
        if (known is null || place is null or { Kind: PlaceKind.Country or PlaceKind.Postcode })
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var address = FinderUrls.Landing(known.Slug, place.Country, Gazetteer.SlugOf(place));
        if (Http.Request.Path.Value != address)
        {
            Http.Response.Redirect(address, permanent: true);
            return;
        }

        result = await AskAsync(known.Slug, place, Shown);
        drawing = new ResultCard(Criteria, Vocabulary);
        isThin = Places.IsThin(known.Slug, place);
        others =
        [
            .. Vocabulary.Techniques.Where(t => t != known).Select(t => (t.Slug, t.Name, People: result.Answer!.Facets.Technique.GetValueOrDefault(t.Slug)))
                .Where(t => t.People > 0).OrderByDescending(t => t.People).Take(MostOthers),
        ];
        around = await AroundAsync(known.Slug, place);
        technique = known;
        Shared.Counting.Shown.Say(Http, result, Gazetteer);
    }

    private async Task<IReadOnlyList<(string Slug, string Name, int People)>> AroundAsync(string slug, Place place)
    {
        var found = new List<(string, string, int)>();
        foreach (var town in Gazetteer.NotableAround(place.Point, AroundMetres, MostAround).Where(t => t.Country == place.Country && t.Name != place.Name))
        {
            if (await AskAsync(slug, town, 1) is { Answer.Total: > 0 and var people })
            {
                found.Add((Gazetteer.SlugOf(town), town.Name, people));
            }
        }

        return found;
    }

    private Task<SearchListings.Result> AskAsync(string slug, Place place, int size)
    {
        var asked = Origins.Elsewhere(new SearchCriteria { Techniques = [slug], PageSize = size }, place);
        return Search.RunAsync(new QueryCollection(QueryHelpers.ParseQuery(asked.CanonicalQuery())), SearchListings.Manner.Forgiving, Http.RequestAborted);
    }
}
