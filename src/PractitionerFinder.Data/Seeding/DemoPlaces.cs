using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Seeding;

/// <summary>Finds rooms: clinics, some of them shared by up to six practitioners, and homes.</summary>
internal sealed class DemoPlaces(IReadOnlyList<DemoTown> towns, DemoProse prose, Func<GeoPoint, bool> isBuiltUp)
{
    private const int NearbyMetres = 25_000;
    private static readonly string[] EnglishEndings = [" Road", " Street", " Lane", " Terrace", " Row", " Avenue", " Close", " Way"];
    private static readonly string[] GermanEndings = ["weg", "straße", "gasse", "allee"];
    private static readonly string[] DutchEndings = ["straat", "laan", "weg", "kade"];

    private readonly Dictionary<DemoTown, List<Clinic>> clinics = [];
    private readonly Dictionary<DemoTown, List<DemoTown>> nearby = [];
    private readonly HashSet<(string Name, string City)> clinicNames = [];

    /// <summary>A town to go to on other days, or null in lonely places.</summary>
    public DemoTown? Another(Dice dice, DemoTown town)
    {
        if (!nearby.TryGetValue(town, out var near))
        {
            near = nearby[town] =
            [
                .. towns.Where(t => t != town && t.Name != town.Name && t.Country == town.Country && t.Middle.MetresTo(town.Middle) < NearbyMetres),
            ];
        }

        return near.Count == 0 ? null : dice.Of(near, t => t.City == town.City ? 4 : 1);
    }

    /// <summary>A room in a clinic.</summary>
    public PracticeLocation Room(Dice dice, DemoTown town, string key, DateTime now)
    {
        if (!clinics.TryGetValue(town, out var known))
        {
            clinics[town] = known = [];
        }

        var clinic = known.Find(c => c.Free > 0 && dice.Percent(75));
        if (clinic is null)
        {
            known.Add(clinic = Open(dice, town));
        }

        clinic.Free--;
        return clinic.Location with { Key = key, Hours = DemoHours.Draw(dice, town.TimeZone, now) };
    }

    /// <summary>A room in the practitioner's home; its address is private in all but one of twenty-five.</summary>
    public PracticeLocation Home(Dice dice, DemoTown town, string key, DateTime now)
    {
        var point = town.Scatter(dice);
        return new PracticeLocation
        {
            Key = key,
            Setting = LocationSetting.TheirHome,
            Address = AddressOf(dice, town),
            Point = point,
            Cell = CoarseCell.Containing(point, isBuiltUp),
            Privacy = dice.Percent(4) ? AddressPrivacy.Public : AddressPrivacy.AreaOnly,
            StepFree = Steps(dice, 25, 24, 27),
            Parking = Perhaps(dice, 60, "parking"),
            Transport = Perhaps(dice, 50, "transport"),
            Hours = DemoHours.Draw(dice, town.TimeZone, now),
        };
    }

    /// <summary>An address in a street that does not exist.</summary>
    public Address AddressOf(Dice dice, DemoTown town)
    {
        var number = dice.Between(1, 140);
        var line = town.Country switch
        {
            "DE" => $"{prose.Word("street-first-DE", dice)}{dice.Of(GermanEndings)} {number}",
            "NL" => $"{prose.Word("street-first-NL", dice)}{dice.Of(DutchEndings)} {number}",
            _ => $"{number} {prose.Word("street-first", dice)}{dice.Of(EnglishEndings)}",
        };
        return new Address
        {
            Lines = [line],
            Locality = town.Name,
            Postcode = town.Postcode,
            Country = town.Country,
            Admin1Code = town.Admin1,
            County = town.County,
        };
    }

    private Clinic Open(Dice dice, DemoTown town)
    {
        string name;
        do
        {
            name = $"The {prose.Word("clinic-first", dice)} {prose.Word("clinic-second", dice)} {prose.Word("clinic-kind", dice)}";
        }
        while (!clinicNames.Add((name, town.City)));

        var point = town.Scatter(dice);
        var rooms = dice.Share(72, 14, 14) switch { 0 => 1, 1 => 2, _ => dice.Between(3, 6) };
        return new Clinic(rooms, new PracticeLocation
        {
            Key = "",
            Setting = LocationSetting.Clinic,
            Name = rooms > 1 || dice.Percent(55) ? name : null,
            Address = AddressOf(dice, town),
            Point = point,
            Cell = CoarseCell.Containing(point, isBuiltUp),
            StepFree = Steps(dice, 48, 16, 15),
            Parking = Perhaps(dice, 70, "parking"),
            Transport = Perhaps(dice, 70, "transport"),
        });
    }

    private static StepFree Steps(Dice dice, double yes, double partly, double no) =>
        dice.Share(yes, partly, no, 100 - yes - partly - no) switch
        {
            0 => StepFree.Yes,
            1 => StepFree.Partly,
            2 => StepFree.No,
            _ => StepFree.Unknown,
        };

    private string? Perhaps(Dice dice, double chance, string family) => dice.Percent(chance) ? prose.Word(family, dice) : null;

    private sealed class Clinic(int rooms, PracticeLocation location)
    {
        public int Free { get; set; } = rooms;

        public PracticeLocation Location { get; } = location;
    }
}
