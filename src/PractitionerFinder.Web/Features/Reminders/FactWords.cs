using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Profile;

namespace PractitionerFinder.Web.Features.Reminders;

/// <summary>What a public page says of a fact, in lines.</summary>
internal static class FactWords
{
    public static IReadOnlyList<string> Of(PublicListing listing, ListingFact fact, Vocabulary vocabulary) => fact switch
    {
        ListingFact.Accepting => [listing.Accepting.InWords()],
        ListingFact.Contact => Otherwise("No telephone, website or e-mail address is given.", Contact(listing)),
        ListingFact.Address => Otherwise("Nobody is seen in person.", [.. listing.Locations.Select(Where), .. listing.VisitAreas.Select(v => $"Visits people from {v.Locality}")]),
        ListingFact.Hours => Hours(listing),
        ListingFact.Fees => Otherwise("No fees are given.", listing.Fees.Select(ProfileSentences.Describe)),
        _ =>
        [
            .. listing.Techniques.Select(t => vocabulary.Technique(t.Slug)?.Name ?? t.Slug),
            .. listing.Credentials.Select(c => c.Number is null ? c.Register : $"{c.Register}, number {c.Number}"),
        ],
    };

    private static IEnumerable<string> Contact(PublicListing listing)
    {
        if (listing.Phone is { } phone)
        {
            yield return $"Telephone {phone}";
        }

        foreach (var place in listing.Locations.Where(l => l.Phone is not null && l.Phone != listing.Phone))
        {
            yield return $"Telephone {place.Phone} in {place.Locality}";
        }

        if (listing.Website is { } website)
        {
            yield return $"Website {website}";
        }

        if (listing.OffersEmail)
        {
            yield return "An e-mail address, for readers who press for it";
        }
    }

    private static string Where(PublicListing.Place place) => place.IsApproximate
        ? $"{ProfileSentences.Describe(place)}; the address is private"
        : string.Join(", ", ((string?[])[place.Name, .. place.Lines, place.Locality, place.Postcode]).OfType<string>());

    private static List<string> Hours(PublicListing listing)
    {
        var lines = listing.Locations.Select(l => Describe(ProfileSentences.Describe(l), l.Hours))
            .Concat(listing.VisitAreas.Select(v => Describe($"Visits from {v.Locality}", v.Hours))).ToList();
        if (listing.Online is { } online)
        {
            lines.Add(Describe("Online", online.Hours));
        }

        return lines;
    }

    private static string Describe(string where, WeeklyHours? hours) => hours is null or { Periods.Count: 0 }
        ? $"{where}: by arrangement"
        : $"{where}: {string.Join("; ", hours.Periods.OrderBy(p => ((int)p.Day + 6) % 7).ThenBy(p => p.From).Select(p => $"{p.Day} {p.From.InWords()} to {p.Until.InWords()}"))}";

    private static List<string> Otherwise(string none, IEnumerable<string> lines) => lines.ToList() is { Count: > 0 } some ? some : [none];
}
