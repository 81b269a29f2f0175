using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Listings.Claims;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Forms;

namespace PractitionerFinder.Web.Features.Claims;

/// <summary>Where somebody shows that a page is theirs, and sees what became of it.</summary>
public sealed partial class ClaimPage
{
    /// <summary>The form that every press of the page comes to.</summary>
    public const string Form = "claim";

    // Far more than a file may have, so that who chose a wrong one reads a sentence and does not lose the connection.
    private const long MostRequestBytes = 64 * 1024 * 1024;

    private static readonly Dictionary<string, (bool IsGood, string Words)> Notices = new()
    {
        ["code"] = (true, $"The code is on its way. Enter it here within {ListingClaim.CodeMinutes} minutes."),
        ["begin"] = (true, "Put the line below on your website, then press the button under it. The line stays the same until the claim is decided."),
        ["sent"] = (true, "Your claim is with our staff."),
        ["added"] = (true, "That is added to your claim."),
        ["withdraw"] = (true, "The claim is taken back, and what you gave is deleted."),
        [nameof(ClaimOutcome.Already)] = (true, "That was so already; nothing is done twice."),
        [nameof(ClaimOutcome.NotOpen)] = (false, "This claim was decided or taken back meanwhile. What became of it stands below."),
        [nameof(ClaimOutcome.TooManyRefusals)] = (false, $"Our staff have refused {ListingClaim.MostRefusals} claims of yours to this page. Write to us if something has changed."),
        [nameof(ClaimOutcome.TooManyClaims)] = (false, $"You have {ListingClaim.MostOfAccount} open claims, which is as many as one account may. Take one back first."),
    };

    private readonly FormErrors errors = new();
    private ReadClaim.View? view;
    private (bool IsGood, string Words)? notice;
    private int? error;
    private string words = "";

    [Parameter]
    public string Slug { get; set; } = "";

    [SupplyParameterFromQuery(Name = "did")]
    private string? Did { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ReadClaim Read { get; set; } = default!;

    [Inject]
    private MakeClaim Make { get; set; } = default!;

    private long? Account => Http.User.AccountId();

    private CancellationToken Cancel => Http.RequestAborted;

    private string Ways => (view!.Email, view.Host) switch
    {
        (not null, not null) => "the e-mail address on it, its website or a document",
        (not null, null) => "the e-mail address on it or a document",
        (null, not null) => "its website or a document",
        _ => "a document",
    };

    protected override async Task OnInitializedAsync()
    {
        notice = Did is not null && Notices.TryGetValue(Did, out var told) ? told : null;
        await LookAsync();
        if (view is null)
        {
            error = StatusCodes.Status404NotFound;
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private async Task ActAsync()
    {
        if (view is not { } seen || Account is not { } account)
        {
            return;
        }

        var form = await Http.Request.ReadFormAsync(Cancel);
        var act = form["act"].ToString();
        words = form["words"].ToString().ReplaceLineEndings("\n").Trim();
        var (outcome, why) = act switch
        {
            "code" => (await Make.SendCodeAsync(seen.Listing, account, Cancel), null),
            "enter" => (await Make.EnterCodeAsync(seen.Listing, account, form["typed"].ToString(), Cancel), null),
            "begin" => (await Make.BeginAsync(seen.Listing, account, Cancel), null),
            "look" => (await Make.LookAtSiteAsync(seen.Listing, account, Cancel), null),
            "document" => await GiveAsync(seen.Listing, account, form.Files.GetFile("file")),
            "withdraw" => (await Make.WithdrawAsync(seen.Listing, account, Cancel), (string?)null),
            _ => (ClaimOutcome.Already, null),
        };
        await LookAsync();
        if (outcome == ClaimOutcome.Done && view is not null)
        {
            Http.Response.Redirect(ClaimUrls.Done(view.Slug, seen.IsWaiting && act != "withdraw" && act != "code" ? "added" : view.IsWaiting && !seen.IsWaiting ? "sent" : act));
            return;
        }

        Say(outcome, why);
    }

    private async Task<(ClaimOutcome Outcome, string? Why)> GiveAsync(long listing, long account, IFormFile? file)
    {
        if (file is null)
        {
            return (ClaimOutcome.RefusedFile, "Choose a document first.");
        }

        if (words.Length > ListingClaim.WordsMaxLength)
        {
            errors.Add("words", $"Shorten your words to {ListingClaim.WordsMaxLength} characters. They have {words.Length}. Then choose the document again.");
            return (ClaimOutcome.RefusedFile, null);
        }

        await using var stream = file.OpenReadStream();
        var answer = await Make.GiveDocumentAsync(listing, account, stream, file.FileName, words, Cancel);
        return (answer.Outcome, answer.Why);
    }

    private void Say(ClaimOutcome outcome, string? why)
    {
        var (field, said) = outcome switch
        {
            ClaimOutcome.NoEmail => ("code", "The page has no e-mail address any more. Choose another way."),
            ClaimOutcome.TooManyCodes => ("code", $"{ListingClaim.MostCodesADay} codes were mailed for this page within a day, which is as many as may be. Try again tomorrow, or choose another way."),
            ClaimOutcome.NoCode => ("typed", $"Enter the {ClaimCode.Digits} digits of the code."),
            ClaimOutcome.WrongCode => ("typed", "That is not the code. Look at the last mail that we sent, and enter it again."),
            ClaimOutcome.TooManyTries => ("code", $"The code was entered wrongly {ListingClaim.MostTries} times and no longer works. Have another sent."),
            ClaimOutcome.OldCode => ("code", $"That code is older than {ListingClaim.CodeMinutes} minutes. Have another sent."),
            ClaimOutcome.NoCodeSent => ("code", "No code is open. Have one sent."),
            ClaimOutcome.NoWebsite => ("site", "The page has no website any more. Choose another way."),
            ClaimOutcome.LookedJustNow => ("site", $"We looked a moment ago. Press again in {ListingClaim.SecondsBetweenLooks} seconds."),
            ClaimOutcome.LineNotFound => ("site", "We did not find the line there. Open the address of the file in your browser: it has to show the line, by https, as plain text of at most 4 KB. Then press again."),
            ClaimOutcome.TooManyDocuments => ("file", $"A claim holds {ListingClaim.MostDocuments} documents at most."),
            ClaimOutcome.RefusedFile => ("file", why),
            _ => (null, null),
        };
        if (field is not null && said is not null)
        {
            errors.Add(field, said);
        }
        else if (Notices.TryGetValue(outcome.ToString(), out var told))
        {
            notice = told;
        }
    }

    private async Task LookAsync() => view = await Read.RunAsync(Slug, Account, Cancel) ?? view;
}
