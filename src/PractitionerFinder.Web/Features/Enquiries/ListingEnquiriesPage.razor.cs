using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Enquiries;

/// <summary>The enquiries to a listing, to those who keep it.</summary>
public sealed partial class ListingEnquiriesPage
{
    private ReadEnquiries.Box? box;

    [Parameter]
    public long Id { get; set; }

    [SupplyParameterFromQuery(Name = "did")]
    private string? Did { get; set; }

    [SupplyParameterFromForm(FormName = "choices", Name = "open")]
    private bool IsOpen { get; set; }

    [SupplyParameterFromForm(FormName = "choices", Name = "words")]
    private bool TakesWords { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ReadEnquiries Read { get; set; } = default!;

    [Inject]
    private KeepEnquiryChoices Keep { get; set; } = default!;

    private string Heading => box!.Entries.Count(e => e.IsWaiting) switch
    {
        0 when box.Entries.Count == 0 => "No enquiries",
        0 => "None waits for you",
        1 => "1 waits for you",
        var several => $"{several} wait for you",
    };

    private string NothingWords =>
        !box!.IsPublic ? "People can write to you once your page is public."
        : !box.WantsEnquiries ? "Your page has no button for them."
        : box.Door.IsOpen ? $"When somebody writes, we send you an e-mail. What they write is kept for {Enquiry.DaysKept} days after the last word."
        : "Nobody who keeps this listing has a confirmed e-mail address, so your page has no button for them.";

    protected override async Task OnInitializedAsync()
    {
        box = await Read.OfListingAsync(Id, Http.User.AccountId()!.Value, Http.RequestAborted);
        if (box is null)
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private async Task ChooseAsync()
    {
        if (await Keep.RunAsync(Id, Http.User.AccountId()!.Value, IsOpen, TakesWords, Http.RequestAborted))
        {
            Http.Response.Redirect($"{EnquiryUrls.OfListing(Id)}?did=chosen");
        }
    }
}
