using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Enquiries;

/// <summary>
/// Where the link in the mail about several enquiries leads: one press sends all of them, and each has its own page behind its own link. Opening it changes nothing. Whoever has the link
/// may, as on the page of one.
/// </summary>
public sealed partial class FollowSeveralPage
{
    private static readonly Dictionary<EnquiryOutcome, (bool IsGood, string Words)> Notices = new()
    {
        [EnquiryOutcome.Done] = (true, "Sent. We write to you when there is an answer."),
        [EnquiryOutcome.AlreadyAsked] = (false, "Somebody whom you asked before, and whose answer is still open, was left out. We have mailed you a link to the open enquiry."),
        [EnquiryOutcome.Closed] = (false, "Not everything was sent: somebody takes no enquiries here just now. How else to reach them is on their page."),
    };

    private IReadOnlyList<(string Token, ReadEnquiries.Followed Enquiry)> enquiries = [];
    private IReadOnlyList<ReadEnquiries.Followed> waiting = [];
    private IReadOnlyList<(bool IsGood, string Words)> notices = [];

    [SupplyParameterFromQuery(Name = "token")]
    private string? Token { get; set; }

    [SupplyParameterFromQuery(Name = "did")]
    private string[]? Did { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ReadEnquiries Read { get; set; } = default!;

    [Inject]
    private FollowEnquiry Follow { get; set; } = default!;

    private string Title => waiting.Count > 0 ? "Send your enquiry?"
        : enquiries.Count > 0 ? "Your enquiries"
        : notices.Count > 0 ? "You have already asked"
        : "This link leads nowhere any more";

    private string Press => waiting.Count switch
    {
        1 => $"Send it to {waiting[0].Listing}",
        2 => "Send it to both",
        var all => $"Send it to all {all}",
    };

    /// <summary>What is asked is the same for all, but for a technique that not everybody works with.</summary>
    private ReadEnquiries.Followed Fullest => enquiries.Select(e => e.Enquiry).OrderBy(e => e.Asked.Technique is null).First();

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-store";
        enquiries = await Read.SeveralByLinkAsync(Token, Http.RequestAborted);
        waiting = [.. enquiries.Select(e => e.Enquiry).Where(e => e.State == EnquiryState.Waiting)];
        notices = [.. Notices.Where(n => Did?.Contains(n.Key.ToString()) == true).Select(n => n.Value)];
    }

    private string StandingOf(ReadEnquiries.Followed enquiry) => enquiry.State switch
    {
        EnquiryState.Waiting when Fullest.Asked.Technique is not null && enquiry.Asked.Technique is null => "Not sent yet. They do not name the technique on their page, so they get it without.",
        EnquiryState.Waiting => "Not sent yet.",
        EnquiryState.Sent => $"Sent. They have until {DateOnly.FromDateTime(enquiry.AnswerBy!.Value).InWords()} to answer.",
        EnquiryState.Accepted => "They take it on, and you can write to each other.",
        EnquiryState.Expired => $"They did not answer within {Enquiry.DaysToAnswer} days.",
        _ => "They do not take it on.",
    };

    private async Task ConfirmAsync()
    {
        var token = (await Http.Request.ReadFormAsync(Http.RequestAborted))["token"].ToString();
        var outcomes = await Follow.ConfirmSeveralAsync(token, Http.RequestAborted);

        // What was done is told on a page of its own, so that going back or loading again does not do it again.
        Http.Response.Redirect(EnquiryUrls.LinkToSeveral(token) + string.Concat(outcomes.Distinct().Where(Notices.ContainsKey).Select(o => $"&did={o}")));
    }
}
