using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Web.Shared.Finding;

namespace PractitionerFinder.Web.Features.Finder;

/// <summary>A page that shows what the search of its address found.</summary>
public abstract class SearchPage : ComponentBase
{
    protected SearchListings.Result Result { get; private set; } = default!;

    protected SearchCriteria Criteria => Result.Criteria;

    [CascadingParameter]
    protected HttpContext Http { get; set; } = default!;

    [Inject]
    private SearchListings Search { get; set; } = default!;

    /// <summary>Searches before anything is drawn: a component that waits later is drawn without what it waits for.</summary>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        Result = await Search.RunAsync(Http.Request.Query, SearchListings.Manner.Forgiving, Http.RequestAborted);
        await base.SetParametersAsync(ParameterView.Empty);
    }
}
