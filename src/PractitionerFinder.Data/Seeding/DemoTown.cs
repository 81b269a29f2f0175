using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Data.Seeding;

/// <summary>A real town or district in which fictional practitioners are placed.</summary>
internal sealed record DemoTown
{
    public required string Country { get; init; }

    public required string Admin1 { get; init; }

    public required string? County { get; init; }

    public required string Name { get; init; }

    /// <summary>The town it is a district of; its own name when it is none.</summary>
    public required string City { get; init; }

    public required GeoPoint Middle { get; init; }

    public required int Listings { get; init; }

    /// <summary>How far from the middle a practice may lie, in metres; small on coasts.</summary>
    public required int Reach { get; init; }

    public required string? Postcode { get; init; }

    public required string TimeZone { get; init; }

    public required string PhoneArea { get; init; }

    public bool IsDistrict => City != Name;

    public static IReadOnlyList<DemoTown> Read(string folder)
    {
        var elsewhere = DemoTable.Read(folder, "postcodes-world.tsv")
            .ToDictionary(r => (r["country"], r["admin1"], r["name"]), r => r["postcode"]);
        return
        [
            .. DemoTable.Read(folder, "towns.tsv").Select(r => new DemoTown
            {
                Country = r["country"],
                Admin1 = r["admin1"],
                County = Said(r["county"]),
                Name = r["name"],
                City = r["city"],
                Middle = new GeoPoint(r.Degrees("latitude"), r.Degrees("longitude")),
                Listings = r.Int("listings"),
                Reach = r.Int("reach"),
                Postcode = Said(r["postcode"]) ?? elsewhere.GetValueOrDefault((r["country"], r["admin1"], r["name"])),
                TimeZone = r["time_zone"],
                PhoneArea = r["phone_area"],
            }),
        ];
    }

    /// <summary>A point within the reach, more often near the middle.</summary>
    public GeoPoint Scatter(Dice dice)
    {
        const double metresPerDegree = 111_195;
        var metres = Reach * dice.Fraction();
        var bearing = dice.Fraction() * 2 * Math.PI;
        var north = metres * Math.Cos(bearing) / metresPerDegree;
        var east = metres * Math.Sin(bearing) / metresPerDegree / Math.Cos(Middle.Latitude * Math.PI / 180);
        return new GeoPoint(Math.Round(Middle.Latitude + north, 5), Math.Round(Middle.Longitude + east, 5));
    }

    private static string? Said(string cell) => cell is "" ? null : cell;
}
