using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Finder;

namespace PractitionerFinder.Web.Features.Finder;

/// <summary>The filters in use, each a link to the search without it.</summary>
public sealed partial class FilterChips
{
    /// <summary>Id of the results' heading, where the focus goes when no filter is left.</summary>
    public const string Total = "total";

    [Parameter, EditorRequired]
    public IReadOnlyList<FilterChip> Chips { get; set; } = [];

    [Parameter, EditorRequired]
    public SearchCriteria Criteria { get; set; } = default!;

    private string Cleared => FinderUrls.Results(new SearchCriteria
    {
        Near = Criteria.Near,
        Coordinates = Criteria.Coordinates,
        Country = Criteria.Country,
        AskedWithin = Criteria.AskedWithin,
        Sort = Criteria.Sort,
    }) + "#" + Total;

    private static string IdOf(int chip) => $"chip-{chip + 1}";

    /// <summary>
    /// The fragment takes the focus to the filter that then stands in the place of the removed one: browsers focus what an
    /// address points to, with scripts and without.
    /// </summary>
    private string AddressWithout(int chip) =>
        FinderUrls.Results(Chips[chip].Without) + "#" + (Chips.Count == 1 ? Total : IdOf(Math.Min(chip, Chips.Count - 2)));
}
