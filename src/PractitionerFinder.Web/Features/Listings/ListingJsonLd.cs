using System.Text.Json;
using System.Text.Json.Nodes;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Listings;

/// <summary>
/// A practitioner as linked data (schema.org) for search engines. It tells less than the page: never an e-mail address, and of
/// a private place nothing at all. The type claims no medical profession.
/// </summary>
public static class ListingJsonLd
{
    private const string Fiction = "A fictional practitioner, who shows how this site works. ";

    /// <summary>The script element that holds it.</summary>
    /// <param name="listing">A listing that is not paused.</param>
    /// <param name="url">Absolute address of its page.</param>
    /// <param name="photo">Absolute address of its photo; null when it has none.</param>
    public static string Element(PublicListing listing, string url, string? photo = null) =>
        $"""<script type="application/ld+json">{Write(listing, url, photo)}</script>""";

    // The serializer's own encoder writes < and > as escapes, so that no name can end the element.
    private static string Write(PublicListing listing, string url, string? photo) => JsonSerializer.Serialize(Business(listing, url, photo));

    private static JsonObject Business(PublicListing listing, string url, string? photo)
    {
        var business = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "HealthAndBeautyBusiness",
            ["name"] = listing.Name,
            ["url"] = url,
        };
        Say(business, "description", listing.IsDemo ? Fiction + listing.Headline : listing.Headline);
        Say(business, "image", photo);
        Say(business, "telephone", listing.Phone);
        Say(business, "sameAs", Contacts.Website(listing.Website)?.AbsoluteUri);
        Say(business, "knowsLanguage", listing.Languages.Select(l => (JsonNode)l));
        Say(business, "areaServed", listing.VisitAreas.Select(v => Place(v.Locality, v.Country)));
        var places = listing.Locations.Where(l => !l.IsApproximate).ToList();
        if (places is [var first, .. var others])
        {
            Describe(business, first);
            Say(business, "location", others.Select(other => Describe(new JsonObject { ["@type"] = "Place" }, other)));
        }

        return business;
    }

    private static JsonObject Place(string locality, string country) => new()
    {
        ["@type"] = "Place",
        ["name"] = locality,
        ["address"] = new JsonObject { ["@type"] = "PostalAddress", ["addressLocality"] = locality, ["addressCountry"] = country },
    };

    private static JsonObject Describe(JsonObject thing, PublicListing.Place place)
    {
        var address = new JsonObject { ["@type"] = "PostalAddress", ["addressLocality"] = place.Locality, ["addressCountry"] = place.Country };
        Say(address, "streetAddress", place.Lines.Count > 0 ? string.Join(", ", place.Lines) : null);
        Say(address, "postalCode", place.Postcode);
        thing["address"] = address;
        thing["geo"] = new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = place.Point.Latitude, ["longitude"] = place.Point.Longitude };
        Say(thing, "telephone", place.Phone);
        Say(thing, "openingHoursSpecification", (place.Hours?.Periods ?? []).Select(period => new JsonObject
        {
            ["@type"] = "OpeningHoursSpecification",
            ["dayOfWeek"] = $"https://schema.org/{period.Day}",
            ["opens"] = period.From.InWords(),
            ["closes"] = period.Until.InWords(),
        }));
        return thing;
    }

    private static void Say(JsonObject thing, string property, string? value)
    {
        if (value is not null)
        {
            thing[property] = value;
        }
    }

    private static void Say(JsonObject thing, string property, IEnumerable<JsonNode> values)
    {
        var array = new JsonArray([.. values]);
        if (array.Count > 0)
        {
            thing[property] = array;
        }
    }
}
