using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>What is typed, as the public would see it: the same view model and the same parts as the public page.</summary>
public sealed partial class PreviewPage
{
    private Workbook? book;
    private PublicListing? listing;
    private string unproven = "";

    [Parameter]
    public long Id { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ReadWorkbook Read { get; set; } = default!;

    [Inject]
    private Vocabulary Words { get; set; } = default!;

    [Inject]
    private SiteSettings Site { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        book = await Read.RunAsync(Id, Http.User.AccountId()!.Value, Http.RequestAborted);
        if (book is null)
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        listing = PublicListing.Of(book.Listing.With(book.Reading.Content, Words, book.Now), Words, book.Now);
        unproven = string.Join(", ", book.Reading.Content.Techniques
            .Where(t => listing.Techniques.All(shown => shown.Slug != t.Slug)).Select(t => Words.Technique(t.Slug)?.Name ?? t.Slug));
    }
}
