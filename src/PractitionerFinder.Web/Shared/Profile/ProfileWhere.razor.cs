using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Web.Shared.Profile;

/// <summary>Where and when a practitioner can be seen.</summary>
public sealed partial class ProfileWhere
{
    [Parameter, EditorRequired]
    public PublicListing Listing { get; set; } = default!;

    [Parameter, EditorRequired]
    public DateTime Now { get; set; }

    private static string Reach(PublicListing.Visits visits) => visits.RadiusMetres is { } metres
        ? $"Up to about {Radius.Describe(metres, Radius.UnitOf(visits.Country))} away, in a straight line."
        : "In an area that the practitioner has drawn. Search from your place to see whether you are in it.";
}
