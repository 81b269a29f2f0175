using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Seeding;

/// <summary>Draws everything a listing says but its words: places, hours, visits, fees, contact.</summary>
internal sealed class DemoContents(DemoPlaces places, FictionNumbers numbers, DateTime now)
{
    public ListingContent Draw(Dice dice, DemoPerson person, DemoPractice practice, DemoTown town, string slug)
    {
        // Clinic alone, home alone, both, or no place of their own.
        var way = dice.Share(60, 22, 9, 9);
        var locations = Locations(dice, town, hasClinic: way is 0 or 2, hasHome: way is 1 or 2);
        var visits = dice.Percent(way == 3 ? 86 : 19);
        var online = dice.Percent(way == 3 && !visits ? 100 : 19);
        return new ListingContent
        {
            Name = person.Name,
            Headline = "",
            About = "",
            Pronouns = person.Pronouns,
            Gender = person.Gender,
            Accepting = dice.Share(74, 15, 11) switch { 0 => Accepting.Yes, 1 => Accepting.Waiting, _ => Accepting.No },
            Techniques = practice.Techniques,
            Areas = practice.Areas,
            Credentials = practice.Credentials,
            Locations = locations,
            VisitAreas = visits ? [Visits(dice, town, locations)] : [],
            Online = online ? new OnlineSessions(DemoHours.Draw(dice, town.TimeZone, now)) : null,
            Languages = person.Languages,
            Fees = DemoFees.Draw(dice, town),
            Contact = Contact(dice, town, slug),
        };
    }

    private List<PracticeLocation> Locations(Dice dice, DemoTown town, bool hasClinic, bool hasHome)
    {
        var locations = new List<PracticeLocation>();
        if (hasClinic)
        {
            locations.Add(places.Room(dice, town, "l1", now));
            for (var more = dice.Share(78, 16, 5, 1); more > 0; more--)
            {
                if (places.Another(dice, town) is { } other && !locations.Exists(l => l.Address.Locality == other.Name))
                {
                    var room = places.Room(dice, other, $"l{locations.Count + 1}", now);
                    locations.Add(dice.Percent(25) ? room with { Phone = numbers.Draw(dice, other) } : room);
                }
            }
        }

        if (hasHome)
        {
            locations.Add(places.Home(dice, town, $"l{locations.Count + 1}", now));
        }

        return locations;
    }

    /// <summary>Visits start from the first place, or from the practitioner's own address when they see nobody there.</summary>
    private VisitArea Visits(Dice dice, DemoTown town, List<PracticeLocation> locations)
    {
        var start = locations.Count > 0 ? locations[0] : places.Home(dice, town, "", now);
        return DemoVisits.Draw(dice, town, start.Address, start.Cell, now);
    }

    private ContactChoices Contact(Dice dice, DemoTown town, string slug)
    {
        var phone = dice.Percent(84) ? numbers.Draw(dice, town) : null;
        return new ContactChoices
        {
            Phone = phone,

            // Names under .example are kept for this (RFC 2606): nobody's mail, nobody's site.
            Email = $"mail@{slug}.example",
            Website = dice.Percent(62) ? $"https://{slug}.example/" : null,

            // Not drawn: one more throw would make everything that is drawn after it another.
            EmailIsPublic = phone is null || slug.Length % 3 == 0,
        };
    }
}
