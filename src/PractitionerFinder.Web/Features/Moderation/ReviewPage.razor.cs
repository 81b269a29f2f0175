using System.Globalization;
using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Moderation;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Moderation;

/// <summary>A revision before staff: what it changes, what stands behind it, and the decision.</summary>
public sealed partial class ReviewPage
{
    private ReadReview.Review? review;
    private string? told;
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

    private bool IsFirst => review!.Listing.PublicRevision is null || review.Listing.PublicRevision == Number;

    private long Account => Http.User.AccountId()!.Value;

    private string StateWords => review!.Revision.State == RevisionState.Submitted
        ? $"Sent on {DateOnly.FromDateTime(review.Revision.SubmittedAt!.Value).InWords()}, to be answered by {ReviewPromise.DueOn(review.Revision.SubmittedAt.Value).InWords()}."
        : $"{Describe(review.Revision)}.";

    /// <summary>The fields that can be spoken of: those that differ.</summary>
    private IEnumerable<(string Path, string Label)> Fields =>
        review!.Changes.Select(c => (c.Field.Text, c.Field.Label(Vocabulary, review.Revision.Content))).DistinctBy(f => f.Text);

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
        words = form["words"].ToString().Trim();
        reasons = form.Where(f => f.Key.StartsWith("reasons[", StringComparison.Ordinal) && f.Key.EndsWith(']'))
            .Select(f => (Path: f.Key[8..^1], Words: f.Value.ToString().Trim()))
            .Where(f => f.Words.Length > 0 && Fields.Any(known => known.Path == f.Path))
            .ToDictionary(f => f.Path, f => f.Words);
        if (!Enum.TryParse<DecideRevision.Decision>(form["decision"], out var decision) || !long.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen))
        {
            return;
        }

        told = decision switch
        {
            DecideRevision.Decision.SendBack when words.Length == 0 && reasons.Count == 0 => "Say what to change, beside a field or of the whole. Nothing was sent.",
            DecideRevision.Decision.Refuse when words.Length == 0 => "Say of the whole why it is refused. Nothing was sent.",
            DecideRevision.Decision.Refuse when form["sure"] != "true" => "Tick that you are sure, then press Refuse again. Nothing was sent.",
            _ when words.Length > Revision.ReasonMaxLength || reasons.Values.Any(r => r.Length > FieldReason.WordsMaxLength) => "Your words are too long. Nothing was sent.",
            _ => null,
        };
        if (told is not null)
        {
            return;
        }

        var said = reasons.Select(r => new FieldReason(r.Key, r.Value)).ToList();
        switch (await Decide.RunAsync(Id, Number, seen, Account, decision, words, said, Http.RequestAborted))
        {
            case DecideRevision.Result.Done:
                Http.Response.Redirect($"{ModerationUrls.Desk}?did={(decision switch { DecideRevision.Decision.Approve => "approved", DecideRevision.Decision.SendBack => "sent-back", _ => "refused" })}");
                break;
            case DecideRevision.Result.ChangedSince changed:
                review = await Read.RunAsync(Id, Number, Account, Http.RequestAborted);
                told = $"{changed.Words} Nothing of yours was sent{(words.Length + reasons.Count > 0 ? $"; what you wrote was: {string.Join(" · ", [.. reasons.Values, words])}" : "")}";
                break;
            case DecideRevision.Result.OwnListing:
                told = "You keep this listing yourself. A colleague must decide.";
                break;
            default:
                told = "There is no such revision any more.";
                break;
        }
    }

    private async Task CheckAsync()
    {
        var form = await Http.Request.ReadFormAsync(Http.RequestAborted);
        DateOnly? until = DateOnly.TryParseExact(form["until"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        if (until is null && form["until"].ToString().Length > 0)
        {
            told = "Enter the last day as a date, or leave it blank.";
            return;
        }

        told = long.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? await Proof.RunAsync(Id, form["credential"].ToString(), until, seen, Account, Http.RequestAborted)
            : "Nothing was recorded. Load the page again.";
        if (told is null)
        {
            Http.Response.Redirect($"{ModerationUrls.Review(Id, Number)}?did=proof");
        }
    }

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
            RevisionState.Withdrawn => $"Taken back{on}",
            _ => $"Approved{by}{on}",
        };
    }

    private static string FieldId(string path) => "r-" + path.Replace('/', '-');
}
