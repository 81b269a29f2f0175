using System.Globalization;
using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>Every state of a listing that was sent, and who did what with it.</summary>
public sealed partial class HistoryPage
{
    private Workbook? book;
    private IReadOnlyList<ReadHistory.Line> lines = [];

    [Parameter]
    public long Id { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private int? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private int? To { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ReadWorkbook Read { get; set; } = default!;

    [Inject]
    private ReadHistory History { get; set; } = default!;

    [Inject]
    private Vocabulary Words { get; set; } = default!;

    private IReadOnlyList<(string, string)> Choices =>
    [
        .. book!.Listing.Revisions.OrderByDescending(r => r.Number).Select(r => (
            r.Number.ToString(CultureInfo.InvariantCulture),
            $"Revision {r.Number}{(r.Number == book.Listing.PublicRevision ? ", public now" : "")}")),
    ];

    private string Newer => book!.Listing.Revisions.Max(r => r.Number).ToString(CultureInfo.InvariantCulture);

    private string Older => (Before(book!.Listing.Revisions.MaxBy(r => r.Number)!) ?? 1).ToString(CultureInfo.InvariantCulture);

    protected override async Task OnInitializedAsync()
    {
        var account = Http.User.AccountId()!.Value;
        book = await Read.RunAsync(Id, account, Http.RequestAborted);
        if (book is null)
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (From is { } from && To is { } to)
        {
            Http.Response.Redirect(PortalUrls.Compare(Id, Math.Min(from, to), Math.Max(from, to)));
            return;
        }

        lines = await History.RunAsync(Id, Http.RequestAborted);
    }

    /// <summary>The state that a revision was written upon: the last before it that was public, or else the last before it.</summary>
    private int? Before(Revision revision)
    {
        var earlier = book!.Listing.Revisions.Where(r => r.Number < revision.Number).ToList();
        return (earlier.Where(r => r.State == RevisionState.Approved).MaxBy(r => r.Number) ?? earlier.MaxBy(r => r.Number))?.Number;
    }

    private static string OutcomeOf(Revision revision) => revision.State switch
    {
        RevisionState.Draft => "Not sent",
        RevisionState.Submitted => "Waits for staff",
        RevisionState.ChangesRequested => $"Sent back by staff{On(revision)}{Quoted(revision)}",
        RevisionState.Rejected => $"Refused by staff{On(revision)}{Quoted(revision)}",
        RevisionState.Withdrawn => $"Taken back, or replaced by a newer one{On(revision)}",
        _ when revision.IsByRule => $"Public at once{On(revision)}: small facts need no review",
        _ => $"Approved by staff{On(revision)}",
    };

    private static string On(Revision revision) => revision.DecidedAt is { } at ? $" on {DateOnly.FromDateTime(at).InWords()}" : "";

    private static string Quoted(Revision revision) => revision.Reason is { Length: > 0 } words ? $": “{words}”" : "";
}
