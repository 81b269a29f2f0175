using System.Text.Json.Serialization;
using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Listings;

/// <summary>A place where people are seen.</summary>
public sealed record PracticeLocation
{
    /// <summary>Longest line of an address, in characters.</summary>
    public const int LineMaxLength = 120;

    /// <summary>Names the location within its listing; stable when others come and go.</summary>
    public required string Key { get; init; }

    /// <summary>A clinic or the practitioner's own home.</summary>
    public required LocationSetting Setting { get; init; }

    /// <summary>Name of the clinic or building; null when it has none.</summary>
    public string? Name { get; init; }

    /// <summary>The address as written.</summary>
    public required Address Address { get; init; }

    /// <summary>The true point, degrees WGS 84. Public only through <see cref="PublicPoint"/>.</summary>
    public required GeoPoint Point { get; init; }

    /// <summary>
    /// The coarse cell that stands for this place where its address is private, and from which visits are counted.
    /// Chosen once, when the address was found, so that a new gazetteer cannot move it and tell more.
    /// </summary>
    public required CoarseCell Cell { get; init; }

    /// <summary>Whether the public sees the address or only the coarse cell.</summary>
    public AddressPrivacy Privacy { get; init; }

    /// <summary>Telephone of this place in international form; null when the listing's own is to be used.</summary>
    public string? Phone { get; init; }

    /// <summary>Whether it can be entered without steps.</summary>
    public StepFree StepFree { get; init; }

    /// <summary>Words on parking; null when nothing is said.</summary>
    public string? Parking { get; init; }

    /// <summary>Words on public transport; null when nothing is said.</summary>
    public string? Transport { get; init; }

    /// <summary>When people are seen here; null when by arrangement.</summary>
    public WeeklyHours? Hours { get; init; }

    /// <summary>The only point of this place that anything public may use: the true one, or the cell's centre, <see cref="GeoPoint.Rounded"/>.</summary>
    [JsonIgnore]
    public GeoPoint PublicPoint => (Privacy == AddressPrivacy.AreaOnly ? Cell.Centre : Point).Rounded();
}

/// <summary>An address, with the codes of the gazetteer by which regions are searched.</summary>
public sealed record Address
{
    /// <summary>House and street, one or two lines; may be blank where only the town is known.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Town, village or suburb.</summary>
    public required string Locality { get; init; }

    /// <summary>Postcode; null in places that have none.</summary>
    public string? Postcode { get; init; }

    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    public required string Country { get; init; }

    /// <summary>First-order region as the gazetteer codes it, such as ENG or IL; null when unknown.</summary>
    public string? Admin1Code { get; init; }

    /// <summary>County or district as the gazetteer names it; null when unknown.</summary>
    public string? County { get; init; }
}

/// <summary>An area in which a practitioner visits people, kept as a cover of cells.</summary>
public sealed record VisitArea
{
    /// <summary>Furthest a home-visit radius may reach, in metres.</summary>
    public const int MostRadiusMetres = 200_000;

    /// <summary>Names the area within its listing.</summary>
    public required string Key { get; init; }

    /// <summary>The address that visits start from; never public itself.</summary>
    public required Address Base { get; init; }

    /// <summary>The coarse cell of the base: distances of visits are counted from its centre.</summary>
    public required CoarseCell BaseCell { get; init; }

    /// <summary>Radius around the base cell's centre in metres, when the area is a circle.</summary>
    public int? RadiusMetres { get; init; }

    /// <summary>The drawn outline, when the area is a polygon: its corners in order, the last joined to the first.</summary>
    public IReadOnlyList<GeoPoint>? Outline { get; init; }

    /// <summary>Numbers of the quadtree cells that make up the area, at most <see cref="VisitCover.MostCells"/>.</summary>
    public required IReadOnlyList<long> Cover { get; init; }

    /// <summary>When visits are made; null when by arrangement.</summary>
    public WeeklyHours? Hours { get; init; }
}
