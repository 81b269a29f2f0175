using System.Globalization;
using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Core.Moderation;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Forms;

namespace PractitionerFinder.Web.Features.Moderation;

/// <summary>A revision before staff: what it changes, what stands behind it, and the decision.</summary>
public sealed partial class ReviewPage
{
    private const string DecideForm = "decision";
    private const string RefuseForGood = "RefuseForGood";

    private static readonly Dictionary<string, string> Notices = new()
    {
        ["proof"] = "Recorded. The page shows the shield as long as the proof holds.",
        ["approved"] = "Approved. It is public now, and whoever keeps the listing is told by e-mail. Proof that you saw can be recorded below.",
        ["added"] = "Added and public. Nobody keeps this listing yet.",
        [DeskPage.MailFailed] = "Approved. It is public now. The e-mail about it could not be sent; whoever keeps the listing sees it in the portal.",
    };

    private readonly FormErrors errors = new();
    private ReadReview.Review? review;
    private string? told;
    private bool isRefusing;
    private string words = "";
    private Dictionary<string, string> reasons = [];

    [Parameter]
    public long Id { get; set; }

    [Parameter]
    public int Number { get; set; }

    [SupplyParameterFromQuery(Name = "did")]
    private string? Did { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ReadReview Read { get; set; } = default!;

    [Inject]
    private DecideRevision Decide { get; set; } = default!;

    [Inject]
    private CheckProof Proof { get; set; } = default!;

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    private string? Notice => Did is not null && told is null && !errors.Any && !isRefusing ? Notices.GetValueOrDefault(Did) : null;

    private bool CanDecide => review is { IsOwn: false, Revision.State: RevisionState.Submitted };

    private bool IsFirst => review!.Listing.PublicRevision is null || review.Listing.PublicRevision == Number;

    private long Account => Http.User.AccountId()!.Value;

    private string StateWords => review!.Revision.State == RevisionState.Submitted
        ? $"Sent on {DateOnly.FromDateTime(review.Revision.SubmittedAt!.Value).InWords()}, to be answered by {ReviewPromise.DueOn(review.Revision.SubmittedAt.Value).InWords()}."
        : $"{Describe(review.Revision)}.";

    /// <summary>Fields that something was written about and that no longer differ, since what is public changed meanwhile.</summary>
    private IEnumerable<string> Elsewhere => reasons.Keys.Except(review!.Changes.Select(c => c.Field.Text));

    protected override async Task OnInitializedAsync()
    {
        review = await Read.RunAsync(Id, Number, Account, Http.RequestAborted);
        if (review is null)
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private async Task DecideAsync()
    {
        var form = await Http.Request.ReadFormAsync(Http.RequestAborted);
        words = form["words"].ToString().ReplaceLineEndings("\n").Trim();
        reasons = form.Where(f => f.Key.StartsWith("reasons[", StringComparison.Ordinal) && f.Key.EndsWith(']'))
            .Select(f => (Path: f.Key[8..^1], Words: f.Value.ToString().ReplaceLineEndings("\n").Trim()))
            .Where(f => f.Words.Length > 0 && f.Path.Length <= FieldPath.MaxLength && new FieldPath(f.Path).Section.Length > 0)
            .ToDictionary(f => f.Path, f => f.Words);
        var pressed = form["decision"].ToString();
        if (!Enum.TryParse<DecideRevision.Decision>(pressed == RefuseForGood ? nameof(DecideRevision.Decision.Refuse) : pressed, out var decision)
            || !long.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            || form["number"] != Number.ToString(CultureInfo.InvariantCulture))
        {
            return;
        }

        // Who is too late is told so, and not first to write more.
        if (review is { IsOwn: false } && review.Listing.Version == seen)
        {
            Look(decision);
            isRefusing = decision == DecideRevision.Decision.Refuse && pressed != RefuseForGood && !errors.Any;
        }

        if (errors.Any || isRefusing)
        {
            return;
        }

        var said = reasons.Select(r => new FieldReason(r.Key, r.Value)).ToList();
        switch (await Decide.RunAsync(Id, Number, seen, Account, decision, words, said, Http.RequestAborted))
        {
            case DecideRevision.Result.Done done:
                Http.Response.Redirect(Next(decision, done.AreTold));
                break;
            case DecideRevision.Result.ChangedSince changed:
                review = await Read.RunAsync(Id, Number, Account, Http.RequestAborted);
                told = changed.Words;
                break;
            case DecideRevision.Result.OwnListing:
                told = "You keep this listing yourself. A colleague must decide.";
                break;
            default:
                told = "There is no such revision any more.";
                break;
        }
    }

    /// <summary>Says what a decision still needs.</summary>
    private void Look(DecideRevision.Decision decision)
    {
        foreach (var (path, said) in reasons.Where(r => r.Value.Length > FieldReason.WordsMaxLength))
        {
            errors.Add(FieldId(path), $"{LabelOf(path)}: shorten your words to {FieldReason.WordsMaxLength} characters. They have {said.Length}.");
        }

        var fault = decision switch
        {
            _ when words.Length > Revision.ReasonMaxLength => $"Shorten your words to {Revision.ReasonMaxLength} characters. They have {words.Length}.",
            DecideRevision.Decision.Approve when words.Length > 0 || reasons.Count > 0 => "You wrote what to change and pressed Approve. Press Send back, or clear your words and approve.",
            DecideRevision.Decision.SendBack when words.Length == 0 && reasons.Count == 0 => "Say what to change, beside a field or here.",
            DecideRevision.Decision.Refuse when words.Length == 0 => "Say why it is refused.",
            _ => null,
        };
        if (fault is not null)
        {
            errors.Add("words", fault);
        }
    }

    /// <summary>After an approval proof can be recorded, so one stays where there is some to look at.</summary>
    private string Next(DecideRevision.Decision decision, bool areTold)
    {
        var stays = decision == DecideRevision.Decision.Approve && review!.Revision.Content.Credentials.Any(c => !review.Listing.Checks.Any(k => k.IsOf(c)));
        var done = !areTold ? DeskPage.MailFailed : decision switch { DecideRevision.Decision.Approve => "approved", DecideRevision.Decision.SendBack => "sent-back", _ => "refused" };
        return $"{(stays ? ModerationUrls.Review(Id, Number) : ModerationUrls.Desk)}?did={done}";
    }

    private async Task CheckAsync()
    {
        var form = await Http.Request.ReadFormAsync(Http.RequestAborted);
        var credential = form["credential"].ToString();
        DateOnly? until = DateOnly.TryParseExact(form["until"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        if (until is null && form["until"].ToString().Length > 0)
        {
            errors.Add(ReviewProof.UntilId(credential), "Enter the last day as a date, or leave it blank.");
            return;
        }

        if (until < DateOnly.FromDateTime(review!.Now))
        {
            errors.Add(ReviewProof.UntilId(credential), "Enter a last day that is not past. Proof that has run out cannot be recorded.");
            return;
        }

        told = long.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? await Proof.RunAsync(Id, credential, until, seen, Account, Http.RequestAborted)
            : "Nothing was recorded. Load the page again.";
        if (told is null)
        {
            Http.Response.Redirect($"{ModerationUrls.Review(Id, Number)}?did=proof");
        }
        else
        {
            review = await Read.RunAsync(Id, Number, Account, Http.RequestAborted);
        }
    }

    private string LabelOf(string path) => new FieldPath(path).Label(Vocabulary, review!.Revision.Content);

    private string Describe(Revision revision)
    {
        var on = revision.DecidedAt is { } at ? $" on {DateOnly.FromDateTime(at).InWords()}" : "";
        var by = revision.DecidedBy is { } person ? $" by {review!.Names[person]}" : "";
        return revision.State switch
        {
            RevisionState.Draft => "Not sent",
            RevisionState.Submitted => "Waits",
            RevisionState.ChangesRequested => $"Sent back{by}{on}",
            RevisionState.Rejected => $"Refused{by}{on}",
            RevisionState.Withdrawn => $"Taken back, or replaced by a newer one{on}",
            _ => $"Approved{by}{on}",
        };
    }

    private static string ReasonName(string path) => $"reasons[{path}]";

    private static string FieldId(string path) => "r-" + path.Replace('/', '-');
}
