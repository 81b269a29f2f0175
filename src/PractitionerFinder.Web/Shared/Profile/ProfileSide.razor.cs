using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Web.Shared.Profile;

/// <summary>What a reader does next, and the facts to decide by: beside the text, or right under the name on a narrow screen.</summary>
public sealed partial class ProfileSide
{
    // More would push what the practitioner says of themselves off a small screen.
    private const int MostOpenings = 3;

    [Parameter, EditorRequired]
    public PublicListing Listing { get; set; } = default!;

    [Parameter, EditorRequired]
    public DateTime Now { get; set; }

    /// <summary>Whether an enquiry can be written to them here.</summary>
    [Parameter]
    public bool TakesEnquiries { get; set; }

    private IReadOnlyList<string> Openings => Listing.IsPaused
        ? []
        :
        [
            .. from place in Listing.Locations.Take(MostOpenings)
               let state = OpenNow.At(place.Hours, Now)
               where state is not null
               select Listing.Locations.Count > 1 ? $"{place.Locality}: {ProfileSentences.Describe(state)}" : ProfileSentences.Describe(state),
        ];

    private PublicListing.Freshness? FeesAreLate => Listing.Facts.FirstOrDefault(f => f is { Fact: ListingFact.Fees, IsOverdue: true });

    private PublicListing.Freshness? Contact => Listing.Facts.FirstOrDefault(f => f.Fact == ListingFact.Contact);

    private bool ContactIsLate => Contact is { IsOverdue: true };

    private string Confirmed => Contact switch
    {
        null => "",
        { IsOverdue: true } => $"{ProfileSentences.Late(Listing, Now, ListingFact.Contact).Single()}. Check before you travel.",
        var known => $"Contact confirmed {TimeAgo.Describe(known.ConfirmedAt, Now)}.",
    };
}
