using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Finding;
using PractitionerFinder.Web.Shared.Parts;

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

    private IReadOnlyList<Technique> foremost = [];

    [Parameter, EditorRequired]
    public SearchListings.Result Result { get; set; } = default!;

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    private SearchCriteria Criteria => Result.Criteria;

    private Facets? Facets => Result.Answer?.Facets;

    /// <summary>Languages that somebody here speaks; all of them where nothing was searched.</summary>
    private IReadOnlyList<(string Value, string Words)> Languages => Facets is null ? LanguageNames.All
        : [.. LanguageNames.All.Where(l => CountOf(Facets.Language, l.Code) > 0 || l.Code == Criteria.Language)];

    private MarkupString AreaOptions
    {
        get
        {
            using var html = new HtmlWriter();
            foreach (var group in Vocabulary.Areas.Where(a => a.Parent is null))
            {
                html.Write($"""<optgroup label="{group.Name}">""");
                foreach (var area in Vocabulary.Areas.Where(a => a.Parent == group.Slug).Prepend(group))
                {
                    html.Write($"""<option value="{area.Slug}"{(area.Slug == Criteria.Area ? " selected" : "")}>{area.Name}""");
                    if (Facets is not null)
                    {
                        html.Write($" ({CountOf(Facets.Area, area.Slug) ?? 0})");
                    }

                    html.Write($"</option>");
                }

                html.Write($"</optgroup>");
            }

            return html.ToMarkup();
        }
    }

    protected override void OnParametersSet()
    {
        var chosen = Vocabulary.Techniques.Where(t => Criteria.Techniques.Contains(t.Slug)).ToList();
        var offered = Vocabulary.Techniques.Except(chosen).OrderByDescending(t => CountOf(Facets?.Technique, t.Slug) ?? 0);
        foremost = [.. chosen, .. offered.Take(Math.Max(0, Open - chosen.Count))];
    }

    private MarkupString TechniqueChoices(IEnumerable<Technique> techniques) =>
        Choices("technique", Facets?.Technique, techniques.Select(t => (t.Slug, t.Name, Criteria.Techniques.Contains(t.Slug))));

    /// <summary>Boxes to tick, each with how many there are.</summary>
    private static MarkupString Choices(
        string name, IReadOnlyDictionary<string, int>? facet, IEnumerable<(string Value, string Words, bool IsChosen)> choices)
    {
        using var html = new HtmlWriter();
        foreach (var (value, words, isChosen) in choices)
        {
            html.Write($"""<label class="choice"><input type="checkbox" name="{name}" value="{value}"{(isChosen ? " checked" : "")}> <span class="words">{words}</span>""");
            if (CountOf(facet, value) is { } count)
            {
                html.Write($""" <span class="count"><span class="unseen">, </span>{count}<span class="unseen"> found</span></span>""");
            }

            html.Write($"</label>");
        }

        return html.ToMarkup();
    }

    /// <summary>Choices of a list, which has no other place for a number: "Polish (3)".</summary>
    private static IReadOnlyList<(string Value, string Words)> Counted(
        IReadOnlyList<(string Value, string Words)> options, IReadOnlyDictionary<string, int>? facet) =>
        facet is null ? options : [.. options.Select(o => (o.Value, $"{o.Words} ({CountOf(facet, o.Value)})"))];

    // A value that a search would find nobody with is left out of its facet.
    private static int? CountOf(IReadOnlyDictionary<string, int>? facet, string value) => facet?.GetValueOrDefault(value);
}
