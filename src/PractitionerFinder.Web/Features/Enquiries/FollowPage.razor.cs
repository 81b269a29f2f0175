using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Forms;

namespace PractitionerFinder.Web.Features.Enquiries;

/// <summary>
/// Where the link in a mail to a patient leads: their enquiry, and what they can do with it. Whoever has the link may; nothing else says who somebody is here, so no cookie
/// is looked at and no antiforgery token is needed. Opening it changes nothing.
/// </summary>
public sealed partial class FollowPage
{
    private static readonly Dictionary<string, (bool IsGood, string Words)> Notices = new()
    {
        ["sent"] = (true, "Sent. We write to you when there is an answer."),
        ["said"] = (true, "Your message is there, and they are told by e-mail."),
        [nameof(EnquiryOutcome.Already)] = (true, "That was done already; nothing is done twice."),
        [nameof(EnquiryOutcome.NotNow)] = (false, "Nothing was sent: the enquiry has changed since you opened the page. This is how it stands now."),
        [nameof(EnquiryOutcome.Closed)] = (false, "It was not sent: they take no enquiries here just now. How else to reach them is on their page."),
        [nameof(EnquiryOutcome.TooMany)] = (false, $"Nothing was sent: one side can write at most {Enquiry.MostMessagesADay} messages in a day. Try again tomorrow."),
    };

    private static readonly Dictionary<string, string> Ended = new()
    {
        ["erased"] = "Erased. Nothing of the enquiry is left here, and its links work no more.",
        [nameof(EnquiryOutcome.AlreadyAsked)] = "You have asked them before, and that enquiry is still open. This one was not sent. We have mailed you a link to the open one.",
    };

    private readonly FormErrors errors = new();
    private ReadEnquiries.Followed? enquiry;
    private (bool IsGood, string Words)? notice;
    private string once = Guid.NewGuid().ToString("n");
    private string? typed;

    [SupplyParameterFromQuery(Name = "token")]
    private string? Token { get; set; }

    [SupplyParameterFromQuery(Name = "did")]
    private string? Did { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ReadEnquiries Read { get; set; } = default!;

    [Inject]
    private FollowEnquiry Follow { get; set; } = default!;

    private string Shown => Token ?? "";

    private CancellationToken Cancel => Http.RequestAborted;

    private string Title => enquiry switch
    {
        null when Did == "erased" => "Your enquiry is erased",
        null when Did == nameof(EnquiryOutcome.AlreadyAsked) => "You have already asked",
        null => "This link leads nowhere any more",
        { State: EnquiryState.Waiting } => $"Send your enquiry to {enquiry.Listing}?",
        _ => $"Your enquiry to {enquiry.Listing}",
    };

    private string Standing => enquiry!.State switch
    {
        EnquiryState.Waiting => "Nobody has read it yet. Look at it, and send it on.",
        EnquiryState.Sent => $"{enquiry.Listing} has it, and has until {DateOnly.FromDateTime(enquiry.AnswerBy!.Value).InWords()} to answer.",
        EnquiryState.Accepted => $"{enquiry.Listing} takes it on. They see your e-mail address, and you can write to each other here.",
        EnquiryState.Expired => $"{enquiry.Listing} did not answer within {Enquiry.DaysToAnswer} days, and cannot answer any more.",
        _ => $"{enquiry.Listing} does not take it on.",
    };

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-store";
        enquiry = await Read.ByLinkAsync(Token, Cancel);
        notice = Did is not null && Notices.TryGetValue(Did, out var told) ? told : null;
    }

    private async Task ActAsync()
    {
        var form = await Http.Request.ReadFormAsync(Cancel);
        var token = form["token"].ToString();
        switch (form["act"].ToString())
        {
            case "confirm":
                Go(token, await Follow.ConfirmAsync(token, Cancel), "sent");
                break;
            case "erase":
                Go(token, await Follow.EraseAsync(token, Cancel), "erased");
                break;
            case "say":
                await SayAsync(token, form);
                break;
        }
    }

    private async Task SayAsync(string token, IFormCollection form)
    {
        var words = SayField.Read(form, errors);
        if (errors.Any || !SayField.IsOnce(form["once"]))
        {
            typed = form[SayField.Name];
            return;
        }

        once = form["once"]!;
        Go(token, await Follow.SayAsync(token, words, once, Cancel), "said");
    }

    // What was done is told on a page of its own, so that going back or loading again does not do it again.
    private void Go(string token, EnquiryOutcome outcome, string done) =>
        Http.Response.Redirect($"{EnquiryUrls.Link(token)}&did={(outcome == EnquiryOutcome.Done ? done : outcome.ToString())}");
}
