using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>What the public sees of a listing now, and what waits or came back.</summary>
public sealed partial class StandingNote
{
    private const int MostFields = 6;

    [Parameter, EditorRequired]
    public Workbook Book { get; set; } = default!;

    [Parameter, EditorRequired]
    public EventCallback OnWithdraw { get; set; }

    [Inject]
    private Vocabulary Words { get; set; } = default!;

    private Listing Listing => Book.Listing;

    private PublicStanding Standing => Listing.Standing(Book.Now);

    private bool IsTrouble => Book.ErasedFrom is not null || Standing == PublicStanding.Gone || (Listing.Waiting is null && Listing.SentBack() is not null);

    private string Head => Standing switch
    {
        _ when Book.ErasedFrom is { } from => $"This listing is to be deleted on {DateOnly.FromDateTime(from).InWords()}.",
        PublicStanding.Shown => "Your page is public.",
        PublicStanding.Paused => "Your page is paused.",
        PublicStanding.Unknown => "Your page is not public yet.",
        _ when Listing.State == ListingState.Suspended => "Your page was taken down by staff.",
        _ when Listing.State == ListingState.Archived => "Your page is closed.",
        _ => "Your page is hidden.",
    };

    private string Tail => Standing switch
    {
        _ when Book.ErasedFrom is not null => $"It is off the site. Until then {(Book.Role == MemberRole.Owner ? "you can keep it." : "its owner can keep it.")}",
        PublicStanding.Shown => $"Readers see revision {Listing.PublicRevision}.",
        PublicStanding.Paused => "Readers see that you are away, and not how to reach you.",
        PublicStanding.Unknown => Listing.Waiting is null ? "Fill in the list below, in any order, and send it. Everything is saved as you type." : "",
        _ when Listing.State != ListingState.Published => "",
        _ => "Contact or address were not confirmed for too long. Press Still true beside what is overdue, and it returns at once.",
    };

    private string WaitingFields
    {
        get
        {
            var labels = Book.WaitingChanges.Select(c => c.Field.Label(Words, Listing.Waiting?.Content)).Distinct().ToList();
            return string.Join(", ", labels.Take(MostFields)) + (labels.Count > MostFields ? $" and {labels.Count - MostFields} more" : "");
        }
    }
}
