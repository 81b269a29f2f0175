using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Web.Shared.Finding;

namespace PractitionerFinder.Web.Features.Finder;

/// <summary>The map of a page of results.</summary>
public sealed partial class ResultsMap
{
    [Parameter, EditorRequired]
    public ResultPlaces Places { get; set; } = default!;

    [Parameter, EditorRequired]
    public SearchListings.Result Result { get; set; } = default!;

    private SearchCriteria Criteria => Result.Criteria;

    private string Label => $"Map: {SearchSentences.Total(Criteria, Result.Answer!.Total)}, numbered as in the list";

    private string Asks => Criteria.CanonicalQuery(withPaging: false) is { Length: > 0 } query ? $"{FinderUrls.MapApi}?{query}" : FinderUrls.MapApi;

    /// <summary>The map says where, and the country is a hint for the name of a place.</summary>
    private string Finds => FinderUrls.Results(Criteria with { Near = null, Coordinates = null, Country = null, AskedWithin = null, AskedSeed = null, Page = 1 });
}
