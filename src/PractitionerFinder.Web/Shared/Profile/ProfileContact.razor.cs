using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Features.Finder;

namespace PractitionerFinder.Web.Shared.Profile;

/// <summary>The ways to get in touch that a listing allows, the first of them filled; others near by where it takes nobody on.</summary>
public sealed partial class ProfileContact
{
    [Parameter, EditorRequired]
    public PublicListing Listing { get; set; } = default!;

    /// <summary>Whether an enquiry can be written to them here.</summary>
    [Parameter]
    public bool TakesEnquiries { get; set; }

    private bool HasContact => TakesEnquiries || Listing.Phone is not null || Listing.OffersEmail || Contacts.Website(Listing.Website) is not null;

    private string? Town => Listing.Locations is [var place, ..] ? place.Locality : Listing.VisitAreas is [var visits, ..] ? visits.Locality : null;

    private string? Country => Listing.Locations is [var place, ..] ? place.Country : Listing.VisitAreas is [var visits, ..] ? visits.Country : null;

    /// <summary>Those near the first place who offer any of the same techniques.</summary>
    private string Others => FinderUrls.Results(new SearchCriteria
    {
        Near = Town,
        Country = Country,
        Techniques = [.. Listing.Techniques.Select(t => t.Slug).Order(StringComparer.Ordinal)],
    });

    private static string Css(bool isOpen, bool isFirst) => !isOpen ? "with-icon" : isFirst ? "button button-main" : "button";
}
