using Microsoft.AspNetCore.Components;

using PractitionerFinder.Web.Shared.Finding;
namespace PractitionerFinder.Web.Features.Finder;

/// <summary>The filters on a page of their own, for screens where they do not fit beside the results.</summary>
public sealed partial class FilterPage
{
    private SearchListings.Result result = default!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private SearchListings Search { get; set; } = default!;

    protected override async Task OnInitializedAsync() =>
        result = await Search.RunAsync(Http.Request.Query, SearchListings.Manner.Forgiving, Http.RequestAborted);
}
