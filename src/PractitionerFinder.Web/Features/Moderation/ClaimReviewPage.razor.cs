using System.Globalization;
using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Listings.Claims;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Forms;

namespace PractitionerFinder.Web.Features.Moderation;

/// <summary>A claim before staff: what it rests on, what its owners say, and the decision.</summary>
public sealed partial class ClaimReviewPage
{
    private readonly FormErrors errors = new();
    private ReadClaimReview.Review? review;
    private string? told;
    private string words = "";

    [Parameter]
    public long Id { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ReadClaimReview Read { get; set; } = default!;

    [Inject]
    private DecideClaim Decide { get; set; } = default!;

    private bool CanDecide => review is { IsOwn: false, State: ClaimState.Waiting };

    private bool HasOwners => review!.Keepers.Count > 0;

    private long Account => Http.User.AccountId()!.Value;

    private string StateWords => review!.State switch
    {
        ClaimState.Open => "Begun, and not sent to us yet.",
        ClaimState.Waiting => $"Sent on {Day(review.SentAt!.Value)}, to be answered by {review.DueOn!.Value.InWords()}.",
        ClaimState.Approved => $"Approved by {review.DecidedBy} on {Day(review.DecidedAt!.Value)}.{Said}",
        ClaimState.Refused => $"Refused by {review.DecidedBy} on {Day(review.DecidedAt!.Value)}.{Said}",
        ClaimState.Withdrawn => $"Taken back on {Day(review.DecidedAt!.Value)}.",
        _ => $"Closed on {Day(review.DecidedAt!.Value)}, because somebody else’s claim of this page was approved.",
    };

    private string Said => review!.Reason.Length > 0 ? $" “{review.Reason}”" : "";

    protected override async Task OnInitializedAsync()
    {
        await LookAsync();
        if (review is null)
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private async Task DecideAsync()
    {
        var form = await Http.Request.ReadFormAsync(Http.RequestAborted);
        words = form["words"].ToString().ReplaceLineEndings("\n").Trim();
        if (!Enum.TryParse<DecideClaim.Decision>(form["decision"], out var decision)
            || !long.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen))
        {
            return;
        }

        if (words.Length > ListingClaim.WordsMaxLength)
        {
            errors.Add("words", $"Shorten your words to {ListingClaim.WordsMaxLength} characters. They have {words.Length}.");
            return;
        }

        switch (await Decide.RunAsync(Id, seen, Account, decision, words, Http.RequestAborted))
        {
            case DecideClaim.Result.Done:
                Http.Response.Redirect($"{ModerationUrls.Desk}?did={(decision == DecideClaim.Decision.Refuse ? "claim-refused" : "claim-approved")}");
                return;
            case DecideClaim.Result.ChangedSince changed:
                told = changed.Words;
                break;
            case DecideClaim.Result.TooEarly early:
                told = $"The owners of the page can object until {Day(early.Until)}. It can be approved after that.";
                break;
            case DecideClaim.Result.NoWords:
                errors.Add("words", decision == DecideClaim.Decision.Refuse ? "Say why it is refused." : "Say why it is approved although an owner objects.");
                break;
            case DecideClaim.Result.OwnClaim:
                told = "You claim or keep this page yourself. A colleague must decide.";
                break;
            default:
                told = "There is no such claim any more.";
                break;
        }

        await LookAsync();
    }

    private async Task LookAsync() => review = await Read.RunAsync(Id, Account, Http.RequestAborted);

    private static string Day(DateTime at) => DateOnly.FromDateTime(at).InWords();
}
