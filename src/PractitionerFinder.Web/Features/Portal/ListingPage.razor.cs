using System.Globalization;
using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Core.Moderation;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Enquiries;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>A listing to those who keep it: what the public sees, what is due, what is typed and what waits.</summary>
public sealed partial class ListingPage
{
    private static readonly Dictionary<string, (bool IsGood, string Words)> Notices = new()
    {
        ["sent"] = (true, "Sent. Staff will read it; you can go on writing, and nothing that is public has changed until they approve it."),
        ["already"] = (true, "That was done already; nothing is done twice."),
        ["withdrawn"] = (true, "Taken back. Your words are in the form as you left them."),
        ["confirmed"] = (true, "Thank you. The page says that you confirmed it today."),
        ["paused"] = (true, "Your page is paused. Nobody finds it in a search until you resume it."),
        ["resumed"] = (true, "Your page can be found again."),
        ["published"] = (true, "Public now. Facts like these need no review."),
        ["discarded"] = (true, "What you had typed is thrown away."),
        ["changed"] = (false, "Somebody else who keeps this listing changed it while you looked. Nothing was sent: this page now shows what is there, so look at it again first."),
        ["date"] = (false, "The day on which you come back must be after today. Nothing was paused."),
        ["deleting"] = (true, "The listing is off the site. Everybody who keeps it has been written to."),
        ["kept"] = (true, "The listing stays, and is on the site as it was before."),
        ["refused"] = (false, "You may not do that with this listing. Its owner can."),
    };

    private Workbook? book;
    private IReadOnlyList<FormFault> faults = [];
    private (bool IsGood, string Words)? notice;
    private int enquiries;

    [Parameter]
    public long Id { get; set; }

    [SupplyParameterFromQuery(Name = "did")]
    private string? Did { get; set; }

    [SupplyParameterFromForm(FormName = "send", Name = "seen")]
    private string? SentSeen { get; set; }

    [SupplyParameterFromForm(FormName = "discard", Name = "seen")]
    private string? DiscardedSeen { get; set; }

    [SupplyParameterFromForm(FormName = "pause", Name = "until")]
    private string? Until { get; set; }

    [SupplyParameterFromForm(FormName = "confirm", Name = "fact")]
    private string? Fact { get; set; }

    [SupplyParameterFromForm(FormName = "withdraw", Name = "revision")]
    private int? Withdrawn { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ReadWorkbook Read { get; set; } = default!;

    [Inject]
    private CountEnquiries Enquiries { get; set; } = default!;

    [Inject]
    private KeepListing Keep { get; set; } = default!;

    private string Name => book!.Form.About.Name.Trim();

    private string Title => book!.Listing.Revisions.Count == 0 ? "Your new listing" : "Your listing";

    private string SavedWords => book!.SavedAt is { } at
        ? $"Draft saved {Recently.Describe(at, book.Now)}"
        : book.Listing.Base() is null ? "Nothing is typed yet" : "Nothing is typed that was not sent";

    private bool IsKeptPublished => book!.Listing.State == ListingState.Published && book.Role == MemberRole.Owner;

    private bool MayPause => IsKeptPublished && !book!.Listing.IsPaused(book.Now);

    private bool MayResume => IsKeptPublished && book!.Listing.IsPaused(book.Now);

    private bool MayDiscard => book!.Drafts.Count > 0 && book.Listing.Base() is not null;

    private long Account => Http.User.AccountId()!.Value;

    protected override async Task OnInitializedAsync()
    {
        book = await Read.RunAsync(Id, Account, Http.RequestAborted);
        if (book is null)
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        enquiries = await Enquiries.RunAsync(Id, Http.RequestAborted);
        notice = Did is not null && Notices.TryGetValue(Did, out var told) ? told : null;
        if (Did == "sent" && book.Listing.Waiting?.SubmittedAt is { } at)
        {
            notice = (true, $"{Notices["sent"].Words} They answer by {ReviewPromise.DueOn(at).InWords()} at the latest.");
        }
    }

    private async Task SendAsync() => Answer(await Keep.SendAsync(Id, Account, SentSeen ?? "", Http.RequestAborted), "sent");

    private async Task DiscardAsync() => Answer(await Keep.DiscardAsync(Id, Account, DiscardedSeen ?? "", Http.RequestAborted), "discarded");

    private async Task ResumeAsync() => Answer(await Keep.ResumeAsync(Id, Account, Http.RequestAborted), "resumed");

    private async Task WithdrawAsync() => Answer(await Keep.WithdrawAsync(Id, Account, Withdrawn ?? 0, Http.RequestAborted), "withdrawn");

    private async Task ConfirmAsync()
    {
        if (Freshness.Read(Fact) is { Count: > 0 } facts)
        {
            Answer(await Keep.ConfirmAsync(Id, Account, facts, Http.RequestAborted), "confirmed");
        }
    }

    private async Task PauseAsync()
    {
        DateTime? until = null;
        if (!string.IsNullOrEmpty(Until))
        {
            if (!DateOnly.TryParseExact(Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day <= DateOnly.FromDateTime(book!.Now))
            {
                Go("date");
                return;
            }

            until = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        }

        Answer(await Keep.PauseAsync(Id, Account, until, Http.RequestAborted), "paused");
    }

    private void Answer(Kept kept, string done)
    {
        switch (kept)
        {
            case Kept.Done:
                Go(done);
                break;
            case Kept.Already:
                Go("already");
                break;
            case Kept.ChangedSince:
                Go("changed");
                break;
            case Kept.Faulty faulty:
                faults = faulty.Faults;
                break;
            default:
                Go("refused");
                break;
        }
    }

    // What was done is told on a page of its own, so that going back or loading again does not do it again.
    private void Go(string did) => Http.Response.Redirect($"{PortalUrls.Listing(Id)}?did={did}");
}
