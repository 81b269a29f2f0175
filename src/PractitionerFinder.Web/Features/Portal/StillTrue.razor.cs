using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>The facts that are due, each with a press that keeps it.</summary>
public sealed partial class StillTrue
{
    private const int SoonDays = 30;

    [Parameter, EditorRequired]
    public Workbook Book { get; set; } = default!;

    [Parameter, EditorRequired]
    public string FormName { get; set; } = "";

    [Parameter, EditorRequired]
    public EventCallback OnConfirm { get; set; }

    private sealed record Row(ListingFact Fact, bool IsLate, string Due);

    private List<Row> Rows { get; set; } = [];

    // When contact and address are both late, one press for all is what brings the page back.
    private int HidingLate => Rows.Count(r => r.IsLate && Freshness.Hides(r.Fact));

    private string Next => Book.Listing.Confirmations.MinBy(c => c.DueAt) is { } next
        ? $"Next: {next.Fact.InWords()}, by {DateOnly.FromDateTime(next.DueAt).InWords()}."
        : "";

    protected override void OnParametersSet() => Rows =
    [
        .. Book.Listing.Confirmations.Where(c => c.DueAt <= Book.Now.AddDays(SoonDays)).OrderBy(c => c.DueAt)
            .Select(c => new Row(c.Fact, c.DueAt <= Book.Now, DueOf(c))),
    ];

    private string DueOf(Confirmation confirmation)
    {
        if (confirmation.DueAt > Book.Now)
        {
            return $"Due in {TimeAgo.Span(Math.Max(1, (confirmation.DueAt.Date - Book.Now.Date).Days))}";
        }

        var late = (Book.Now.Date - confirmation.DueAt.Date).Days;
        var words = late == 0 ? "Due today." : $"Overdue by {TimeAgo.Span(late)}.";
        if (!Freshness.Hides(confirmation.Fact))
        {
            return words;
        }

        var planned = confirmation.DueAt.AddDays(Freshness.DaysUntilHidden);
        var hidden = Book.Listing.NotHiddenBefore is { } earliest && earliest > planned ? earliest : planned;
        return $"{words} Your page is hidden {(hidden <= Book.Now ? "since" : "from")} {DateOnly.FromDateTime(hidden).InWords()}.";
    }

    /// <summary>What the public page says, in a line.</summary>
    private string Says(ListingFact fact) => Book.Listing.PublicContent is not { } content ? "" : fact switch
    {
        ListingFact.Accepting => content.Accepting switch { Accepting.Yes => "yes", Accepting.Waiting => "a waiting list", _ => "no" },
        ListingFact.Contact => string.Join(", ", new[] { content.Contact.Phone, content.Contact.Email, content.Contact.Website }.OfType<string>()),
        ListingFact.Address => string.Join("; ", content.Locations.Select(l => string.Join(", ", [.. l.Address.Lines, l.Address.Locality]))
            .Concat(content.VisitAreas.Select(v => $"visits from {v.Base.Locality}")).DefaultIfEmpty("online only")),
        ListingFact.Hours => content.Locations.Any(l => l.Hours is not null) || content.VisitAreas.Any(v => v.Hours is not null) || content.Online?.Hours is not null
            ? "as on your page" : "by arrangement",
        ListingFact.Fees => content.Fees.Count == 0 ? "none given" : string.Join(", ", content.Fees.Select(f => $"{Money.Describe(f.AmountMinor, f.Currency)} for {f.Minutes} minutes")),
        _ => content.Techniques.Count == 1 ? "1 technique" : $"{content.Techniques.Count} techniques",
    };
}
