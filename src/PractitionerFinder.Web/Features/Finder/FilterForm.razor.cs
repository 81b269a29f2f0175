using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;

using PractitionerFinder.Web.Shared.Finding;
namespace PractitionerFinder.Web.Features.Finder;

/// <summary>Every filter of a search as one plain form, holding what was asked. Place and distance of the other form go along.</summary>
public sealed partial class FilterForm
{
    // So many techniques stand open: those chosen, then those that most people here offer.
    private const int Open = 6;

    private static readonly string[] Shown =
        ["technique", "match", "setting", "verified", "need", "accepting", "language", "gender", "area", "q"];

    private static readonly IReadOnlyList<(string, string)> AcceptingOptions =
        [.. Enum.GetValues<Accepting>().Select(a => (a.Word(), a.InWords()))];

    private static readonly IReadOnlyList<(string, string)> GenderOptions =
        [.. Enum.GetValues<Gender>().Select(g => (g.Word(), g.InWords()))];

    [Parameter, EditorRequired]
    public SearchListings.Result Result { get; set; } = default!;

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    private SearchCriteria Criteria => Result.Criteria;

    private Facets? Facets => Result.Answer?.Facets;

    private IReadOnlyList<Technique> Foremost
    {
        get
        {
            var chosen = Vocabulary.Techniques.Where(t => Criteria.Techniques.Contains(t.Slug)).ToList();
            var offered = Vocabulary.Techniques.Except(chosen).OrderByDescending(t => CountOf(Facets?.Technique, t.Slug) ?? 0);
            return [.. chosen, .. offered.Take(Math.Max(0, Open - chosen.Count))];
        }
    }

    /// <summary>Choices of a list, which has no other place for a number: "Polish (3)".</summary>
    private static IReadOnlyList<(string Value, string Words)> Counted(
        IReadOnlyList<(string Value, string Words)> options, IReadOnlyDictionary<string, int>? facet) =>
        facet is null ? options : [.. options.Select(o => (o.Value, $"{o.Words} ({CountOf(facet, o.Value)})"))];

    // A value that a search would find nobody with is left out of its facet.
    private static int? CountOf(IReadOnlyDictionary<string, int>? facet, string value) => facet?.GetValueOrDefault(value);
}
