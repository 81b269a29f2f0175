using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Forms;

namespace PractitionerFinder.Web.Features.Enquiries;

/// <summary>An enquiry to those who keep the listing that it was sent to.</summary>
public sealed partial class ListingEnquiryPage
{
    private static readonly Dictionary<string, (bool IsGood, string Words)> Notices = new()
    {
        ["accepted"] = (true, "Accepted. They are told by e-mail, and both of you can write here."),
        ["declined"] = (true, "Declined. They are told by e-mail."),
        ["blocked"] = (true, "Blocked and reported. Nothing from this address reaches you again, and our staff have your report."),
        ["said"] = (true, "Your message is there, and they are told by e-mail."),
        [nameof(EnquiryOutcome.Already)] = (true, "That was done already; nothing is done twice."),
        [nameof(EnquiryOutcome.NotNow)] = (false, "Nothing was done: the enquiry has changed since you opened the page. This is how it stands now."),
        [nameof(EnquiryOutcome.Closed)] = (false, "Nothing was done: your page is not shown to the public just now, so nobody can be taken on from it."),
        [nameof(EnquiryOutcome.TooMany)] = (false, $"Nothing was sent: one side can write at most {Enquiry.MostMessagesADay} messages in a day. Try again tomorrow."),
    };

    private static readonly DeclineReason[] Declines =
        [DeclineReason.Full, DeclineReason.Times, DeclineReason.Place, DeclineReason.SomebodyElse, DeclineReason.NoReason];

    private readonly FormErrors errors = new();
    private ReadEnquiries.Received? found;
    private (bool IsGood, string Words)? notice;
    private string once = Guid.NewGuid().ToString("n");
    private string? typed;

    [Parameter]
    public long Id { get; set; }

    [Parameter]
    public long Number { get; set; }

    [SupplyParameterFromQuery(Name = "did")]
    private string? Did { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ReadEnquiries Read { get; set; } = default!;

    [Inject]
    private AnswerEnquiry Answer { get; set; } = default!;

    private AnswerEnquiry.Whose Whose => new(Id, Http.User.AccountId()!.Value, Number);

    private CancellationToken Cancel => Http.RequestAborted;

    private string Standing => found!.State switch
    {
        EnquiryState.Sent => $"Answer by {DateOnly.FromDateTime(found.AnswerBy).InWords()}",
        EnquiryState.Accepted => "You have accepted it",
        EnquiryState.Declined => "You have declined it",
        EnquiryState.Blocked => "You have blocked and reported it",
        _ => $"Not answered within {Enquiry.DaysToAnswer} days",
    };

    protected override async Task OnInitializedAsync()
    {
        found = await Read.OneAsync(Id, Http.User.AccountId()!.Value, Number, Cancel);
        if (found is null)
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        notice = Did is not null && Notices.TryGetValue(Did, out var told) ? told : null;
    }

    private async Task ActAsync()
    {
        var form = await Http.Request.ReadFormAsync(Cancel);
        switch (form["act"].ToString())
        {
            case "accept":
                Go(await Answer.AcceptAsync(Whose, Cancel), "accepted");
                break;
            case "decline":
                await DeclineAsync(form);
                break;
            case "block":
                Go(await Answer.BlockAsync(Whose, Chosen(form, ReportReason.Other), Cancel), "blocked");
                break;
            case "say":
                await SayAsync(form);
                break;
        }
    }

    private async Task DeclineAsync(IFormCollection form)
    {
        var words = PlainText.Paragraphs(form["DeclineWords"]);
        if (words.Length > Enquiry.WordsMaxLength)
        {
            errors.Add("DeclineWords", $"Your words have {words.Length} characters. Shorten them to {Enquiry.WordsMaxLength}.");
            typed = words;
            return;
        }

        Go(await Answer.DeclineAsync(Whose, Chosen(form, DeclineReason.NoReason), words.Length > 0 ? words : null, Cancel), "declined");
    }

    private async Task SayAsync(IFormCollection form)
    {
        var words = SayField.Read(form, errors);
        if (errors.Any || !SayField.IsOnce(form["once"]))
        {
            typed = form[SayField.Name];
            return;
        }

        once = form["once"]!;
        Go(await Answer.SayAsync(Whose, words, once, Cancel), "said");
    }

    private static T Chosen<T>(IFormCollection form, T otherwise)
        where T : struct, Enum => Enum.TryParse<T>(form["reason"], out var chosen) && Enum.IsDefined(chosen) ? chosen : otherwise;

    private void Go(EnquiryOutcome outcome, string done) => Http.Response.Redirect(outcome == EnquiryOutcome.Gone
        ? EnquiryUrls.OfListing(Id)
        : $"{EnquiryUrls.Thread(Id, Number)}?did={(outcome == EnquiryOutcome.Done ? done : outcome.ToString())}");
}
