using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared.Parts;

namespace PractitionerFinder.Web.Shared.Profile;

/// <summary>A practitioner's page but for what is around it: what the public reads, and what a preview shows.</summary>
public sealed partial class ProfileBody
{
    [Parameter, EditorRequired]
    public PublicListing Listing { get; set; } = default!;

    [Parameter, EditorRequired]
    public DateTime Now { get; set; }

    /// <summary>Absolute address, for the printed page.</summary>
    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    /// <summary>Whether an enquiry can be written to them here.</summary>
    [Parameter]
    public bool TakesEnquiries { get; set; }

    /// <summary>How they can be seen, whether they take people on, and who they are.</summary>
    private IEnumerable<(MarkupString Icon, string Words)> Ways =>
    [
        .. Listing.Locations.Select(l => (l.Setting == LocationSetting.TheirHome ? Icon.Home : Icon.Clinic, ProfileSentences.Describe(l))).Distinct(),
        .. Listing.VisitAreas.Select(v => (Icon.Door, $"Visits you, from {v.Locality}")),
        .. Listing.Online is null ? Array.Empty<(MarkupString, string)>() : [(Icon.Online, Setting.Online.InWords())],
        .. Listing.IsPaused ? Array.Empty<(MarkupString, string)>() : [(AcceptingIcon, Listing.Accepting.InWords())],
        .. Listing.Gender is { } gender ? [(Icon.Person, gender.InWords())] : Array.Empty<(MarkupString, string)>(),
    ];

    private MarkupString AcceptingIcon => Listing.Accepting switch
    {
        Accepting.Yes => Icon.Confirmed,
        Accepting.Waiting => Icon.Clock,
        _ => Icon.Info,
    };
}
