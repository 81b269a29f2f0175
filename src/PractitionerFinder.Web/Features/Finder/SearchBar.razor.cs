using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Web.Shared.Finding;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Finder;

/// <summary>What, where and how far: the form over the results. The filters of the other form go along.</summary>
public sealed partial class SearchBar
{
    private static readonly string[] Shown = ["near", "lat", "lon", "within", "technique", "area", "q"];

    [Parameter, EditorRequired]
    public SearchListings.Result Result { get; set; } = default!;

    [Inject]
    private TopicReader Topics { get; set; } = default!;

    [Inject]
    private SiteSettings Site { get; set; } = default!;

    private SearchCriteria Criteria => Result.Criteria;

    private string What => Topics.Describe(Criteria.Techniques, Criteria.Area, Criteria.Q.Length > 0 ? Criteria.Q : null);

    private Radius? Usual => Criteria.Origin is { } origin
        ? origin.DefaultWithin
        : SearchOrigin.UsualWithin(Radius.UnitOf(Criteria.Country ?? Site.DefaultCountry));
}
