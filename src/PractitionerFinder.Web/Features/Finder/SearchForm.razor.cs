using System.Globalization;
using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Finder;

/// <summary>Every choice of a search as one plain form, holding what was asked.</summary>
public sealed partial class SearchForm
{
    private static readonly IReadOnlyList<(string, string)> AcceptingOptions =
        [.. Enum.GetValues<Accepting>().Select(a => (a.Word(), a.InWords()))];

    private static readonly IReadOnlyList<(string, string)> GenderOptions =
        [.. Enum.GetValues<Gender>().Select(g => (g.Word(), g.InWords()))];

    private static readonly IReadOnlyList<(string, string)> SortOptions = [("confirmed", "The most recently confirmed")];

    [Parameter, EditorRequired]
    public SearchListings.Result Result { get; set; } = default!;

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    [Inject]
    private SiteSettings Site { get; set; } = default!;

    private SearchCriteria Criteria => Result.Criteria;

    private Facets? Facets => Result.Answer?.Facets;

    /// <summary>Coordinates go back as a place in text, which another place can be typed over.</summary>
    private string? Near => Criteria.Coordinates is { } point
        ? string.Create(CultureInfo.InvariantCulture, $"{point.Latitude:0.######}, {point.Longitude:0.######}")
        : Criteria.Near;

    private Radius? Usual => Criteria.Origin is { } origin
        ? origin.DefaultWithin
        : SearchOrigin.UsualWithin(Radius.UnitOf(Criteria.Country ?? Site.DefaultCountry));

    private string TechniquesSummary => Criteria.Techniques.Count switch
    {
        0 => "Techniques: any",
        1 => $"Technique: {Vocabulary.Technique(Criteria.Techniques[0])!.Name}",
        var chosen => $"Techniques: {chosen} chosen",
    };

    private bool HasMore => Criteria.Verified || Criteria.Needs != Needs.None || Criteria.Accepting is not null
        || Criteria.Language is not null || Criteria.Gender is not null || Criteria.Area is not null || Criteria.Q.Length > 0;

    private static string NeedLabel(Needs need) => need switch
    {
        Needs.StepFree => "No steps",
        Needs.Evenings => "Weekday evenings",
        _ => "Weekends",
    };

    // A value that a search would find nobody with is left out of its facet.
    private static int? CountOf(IReadOnlyDictionary<string, int>? facet, string value) => facet?.GetValueOrDefault(value);
}
