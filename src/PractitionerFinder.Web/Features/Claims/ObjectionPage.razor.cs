using System.Globalization;
using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Listings.Claims;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Forms;

namespace PractitionerFinder.Web.Features.Claims;

/// <summary>Where an owner answers somebody who says that the listing is theirs.</summary>
public sealed partial class ObjectionPage
{
    private const string Form = "object";

    private static readonly Dictionary<string, (bool IsGood, string Words)> Notices = new()
    {
        ["objected"] = (true, "Your objection is with our staff. They read it before they decide, and write to you."),
        [nameof(ClaimOutcome.Already)] = (true, "An owner has objected to this claim already; nothing is done twice."),
        [nameof(ClaimOutcome.NotOpen)] = (false, "This claim was decided or taken back meanwhile. There is nothing to object to any more."),
        [nameof(ClaimOutcome.TooLate)] = (false, $"The {ListingClaim.ObjectionDays} days to object are over. Write to us if there is something that our staff should know."),
    };

    private readonly FormErrors errors = new();
    private ReadObjections.Result? found;
    private (bool IsGood, string Words)? notice;
    private string words = "";
    private long about;

    [Parameter]
    public long Id { get; set; }

    [SupplyParameterFromQuery(Name = "did")]
    private string? Did { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ReadObjections Read { get; set; } = default!;

    [Inject]
    private ObjectToClaim Answer { get; set; } = default!;

    private long Account => Http.User.AccountId()!.Value;

    protected override async Task OnInitializedAsync()
    {
        notice = Did is not null && Notices.TryGetValue(Did, out var told) ? told : null;
        found = await Read.RunAsync(Id, Account, Http.RequestAborted);
        if (found is null)
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private async Task ObjectAsync()
    {
        var form = await Http.Request.ReadFormAsync(Http.RequestAborted);
        words = form["words"].ToString().ReplaceLineEndings("\n").Trim();
        if (found is null || !long.TryParse(form["claim"], NumberStyles.None, CultureInfo.InvariantCulture, out about))
        {
            return;
        }

        if (words.Length == 0)
        {
            errors.Add(WordsId(about), "Say why the claim is not true.");
        }
        else if (words.Length > ListingClaim.WordsMaxLength)
        {
            errors.Add(WordsId(about), $"Shorten your words to {ListingClaim.WordsMaxLength} characters. They have {words.Length}.");
        }

        // Who is too late is told so, and not first to write more.
        if (errors.Any && found.Claims.Any(c => c.Id == about && c.MayObject))
        {
            return;
        }

        var outcome = await Answer.RunAsync(Id, Account, about, words, Http.RequestAborted);
        if (outcome == ClaimOutcome.Done)
        {
            Http.Response.Redirect($"{ClaimUrls.OfListing(Id)}?did=objected");
            return;
        }

        notice = Notices.TryGetValue(outcome.ToString(), out var told) ? told : null;
        found = await Read.RunAsync(Id, Account, Http.RequestAborted);
    }

    private static string WordsId(long claim) => string.Create(CultureInfo.InvariantCulture, $"words-{claim}");

    private static string Day(DateTime at) => DateOnly.FromDateTime(at).InWords();

    private static string Shown(ClaimProofs proofs) => string.Join(
        ", ",
        new[]
        {
            proofs.HasFlag(ClaimProofs.Email) ? "that they read mail to the address on the page" : null,
            proofs.HasFlag(ClaimProofs.Website) ? "that they can change its website" : null,
            proofs.HasFlag(ClaimProofs.Documents) ? "documents" : null,
        }.OfType<string>());
}
