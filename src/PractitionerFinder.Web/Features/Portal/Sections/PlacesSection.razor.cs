using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;

namespace PractitionerFinder.Web.Features.Portal.Sections;

/// <summary>The places where people are seen.</summary>
public sealed partial class PlacesSection
{
    private static readonly IReadOnlyList<(string, string, string?)> Settings =
    [
        (Setting.Clinic.Word(), "A clinic, studio or other place of work", null),
        (Setting.TheirHome.Word(), "My home", null),
    ];

    private static readonly IReadOnlyList<(string, string)> StepFrees =
        [("yes", "Yes, throughout"), ("partly", "In part"), ("no", "No, there are steps")];

    private Removable<PlaceForm> removed = default!;

    private static string TitleOf(PlaceForm place) =>
        place.Setting == Setting.TheirHome.Word() ? "Your home"
        : place.Name.Trim().Length > 0 ? place.Name
        : place.Line1.Trim().Length > 0 ? place.Line1
        : "New place";

    private Task AddAsync() => AddAsync(Form.Places.Places, new PlaceForm
    {
        Key = NextKey("p", [.. Form.Places.Places.Select(p => p.Key), .. Draft.Sent?.Locations.Select(l => l.Key) ?? []]),
        Country = Form.Places.Places.LastOrDefault()?.Country ?? "",
    });

    // Who chooses home is kept private unless they say otherwise.
    private Task Choose(PlaceForm place)
    {
        place.AreaOnly = place.Setting == Setting.TheirHome.Word();
        return Draft.FlushAsync();
    }
}
