using System.Globalization;
using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Listings.Editing;

namespace PractitionerFinder.Web.Features.Portal.Sections;

/// <summary>An address and its point: found through the gazetteer, moved on the map, or typed.</summary>
public sealed partial class SpotFields
{
    private string? found;

    [Parameter, EditorRequired]
    public string Path { get; set; } = "";

    [Parameter, EditorRequired]
    public SpotForm Spot { get; set; } = default!;

    /// <summary>Whether the public sees an area alone.</summary>
    [Parameter]
    public bool IsPrivate { get; set; }

    [Inject]
    private Gazetteer Places { get; set; } = default!;

    private bool HasPoint => Spot.Latitude.Length > 0 && Spot.Longitude.Length > 0;

    /// <summary>Looks for the postcode first, which is the finer, then for the town.</summary>
    private Task FindAsync()
    {
        var country = Spot.Country.Length == 2 ? Spot.Country : null;
        var place = new[] { Spot.Postcode, $"{Spot.Locality}, {Spot.Postcode}", Spot.Locality }
            .Where(t => t.Trim(' ', ',').Length > 0)
            .Select(t => Places.Resolve(t.Trim(' ', ','), country) is PlaceAnswer.Found { FellBackFrom: null, Place: { IsArea: false } at } && (country is null || at.Country == country) ? at : null)
            .FirstOrDefault(p => p is not null);
        if (place is null)
        {
            found = Spot.Postcode.Trim().Length + Spot.Locality.Trim().Length == 0
                ? "Enter the town or the postcode first."
                : "We do not know that place. Check the spelling and the country, try the town without the postcode, or type the point below.";
            return Task.CompletedTask;
        }

        Spot.Latitude = place.Point.Latitude.ToString("0.#####", CultureInfo.InvariantCulture);
        Spot.Longitude = place.Point.Longitude.ToString("0.#####", CultureInfo.InvariantCulture);
        Spot.Country = place.Country;
        if (Spot.Locality.Trim().Length == 0)
        {
            Spot.Locality = place.Name == place.Postcode ? place.Admin2 : place.Name;
        }

        found = $"Found {place.Label}. The pin stands in the middle of it: move it to your door.";
        Draft.Leave($"{Path}/point");
        return Draft.FlushAsync();
    }
}
