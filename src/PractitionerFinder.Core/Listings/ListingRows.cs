using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Listings;

// The searchable rows that approval projects from a revision's content. They hold public facts only: no true point
// of a private address, no street, no telephone.

/// <summary>A place where people are seen, as search knows it.</summary>
public sealed class ListingLocation
{
    private ListingLocation()
    {
    }

    internal ListingLocation(PracticeLocation location)
    {
        Key = location.Key;
        Setting = location.Setting;
        (Latitude, Longitude) = location.PublicPoint;
        Approximate = location.Privacy == AddressPrivacy.AreaOnly;
        Locality = location.Address.Locality;
        Country = location.Address.Country;
        Admin1Code = location.Address.Admin1Code;
        County = location.Address.County;
        StepFree = location.StepFree == Listings.StepFree.Yes;
        Evenings = location.Hours?.HasEvenings ?? false;
        Weekends = location.Hours?.HasWeekends ?? false;
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>Key of the location within the listing's content.</summary>
    public string Key { get; private set; } = "";

    /// <summary>A clinic or a home.</summary>
    public LocationSetting Setting { get; private set; }

    /// <summary>Latitude of the public point, degrees WGS 84, see <see cref="GeoPoint.Rounded"/>.</summary>
    public double Latitude { get; private set; }

    /// <summary>Longitude of the public point, degrees WGS 84.</summary>
    public double Longitude { get; private set; }

    /// <summary>Whether the public point is a coarse cell's centre.</summary>
    public bool Approximate { get; private set; }

    /// <summary>Town, village or suburb.</summary>
    public string Locality { get; private set; } = "";

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; private set; } = "";

    /// <summary>First-order region, as the gazetteer codes it.</summary>
    public string? Admin1Code { get; private set; }

    /// <summary>County or district, as the gazetteer names it.</summary>
    public string? County { get; private set; }

    /// <summary>Whether it can be entered without steps throughout.</summary>
    public bool StepFree { get; private set; }

    /// <summary>Whether people can come on weekday evenings.</summary>
    public bool Evenings { get; private set; }

    /// <summary>Whether people can come at weekends.</summary>
    public bool Weekends { get; private set; }

    /// <summary>The public point.</summary>
    public GeoPoint Point => new(Latitude, Longitude);
}

/// <summary>A home-visit area, as search knows it.</summary>
public sealed class ListingVisitArea
{
    private readonly List<VisitCoverCell> cells = [];

    private ListingVisitArea()
    {
    }

    internal ListingVisitArea(VisitArea area)
    {
        Key = area.Key;
        (Latitude, Longitude) = area.BaseCell.Centre.Rounded();
        Locality = area.Base.Locality;
        Country = area.Base.Country;
        Admin1Code = area.Base.Admin1Code;
        County = area.Base.County;
        Evenings = area.Hours?.HasEvenings ?? false;
        Weekends = area.Hours?.HasWeekends ?? false;
        cells.AddRange(area.Cover.Select(number => new VisitCoverCell(number)));
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>Key of the area within the listing's content.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Latitude of the base cell's centre, degrees WGS 84.</summary>
    public double Latitude { get; private set; }

    /// <summary>Longitude of the base cell's centre, degrees WGS 84.</summary>
    public double Longitude { get; private set; }

    /// <summary>Town, village or suburb of the base.</summary>
    public string Locality { get; private set; } = "";

    /// <summary>ISO 3166-1 alpha-2 of the base.</summary>
    public string Country { get; private set; } = "";

    /// <summary>First-order region of the base.</summary>
    public string? Admin1Code { get; private set; }

    /// <summary>County or district of the base.</summary>
    public string? County { get; private set; }

    /// <summary>Whether visits are made on weekday evenings.</summary>
    public bool Evenings { get; private set; }

    /// <summary>Whether visits are made at weekends.</summary>
    public bool Weekends { get; private set; }

    /// <summary>The cells that make up the area.</summary>
    public IReadOnlyList<VisitCoverCell> Cells => cells;

    /// <summary>The base cell's centre.</summary>
    public GeoPoint Point => new(Latitude, Longitude);
}

/// <summary>One cell of a home-visit area.</summary>
public sealed class VisitCoverCell
{
    private VisitCoverCell()
    {
    }

    internal VisitCoverCell(long cell) => Cell = cell;

    /// <summary>The area.</summary>
    public long VisitAreaId { get; private set; }

    /// <summary><see cref="QuadCell.Number"/>.</summary>
    public long Cell { get; private set; }
}

/// <summary>A technique that a listing offers, as search knows it.</summary>
public sealed class ListingTechnique
{
    private ListingTechnique()
    {
    }

    internal ListingTechnique(string slug, int position, bool needsProof, DateTime? provenUntil)
    {
        Slug = slug;
        Position = position;
        NeedsProof = needsProof;
        ProvenUntil = provenUntil;
    }

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>Slug of the technique.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Place in the practitioner's order, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>Whether it shows, matches and counts only while proof is unexpired.</summary>
    public bool NeedsProof { get; private set; }

    /// <summary>The instant from which checked proof no longer holds, UTC; null when none was checked.</summary>
    public DateTime? ProvenUntil { get; private set; }

    /// <summary>Whether checked proof holds.</summary>
    public bool IsProven(DateTime now) => ProvenUntil > now;

    /// <summary>Whether the public may see it.</summary>
    public bool Shows(DateTime now) => !NeedsProof || IsProven(now);
}

/// <summary>A credential of a listing, as the public sees it.</summary>
public sealed class ListingCredential
{
    private ListingCredential()
    {
    }

    internal ListingCredential(Credential credential, ProofCheck? check)
    {
        Key = credential.Key;
        Register = credential.Register;
        Number = credential.Number;
        ExpiresOn = credential.ExpiresOn;
        CheckedAt = check?.CheckedAt;
    }

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>Key of the credential within the listing's content.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The register or body.</summary>
    public string Register { get; private set; } = "";

    /// <summary>Number there.</summary>
    public string? Number { get; private set; }

    /// <summary>Last day on which it holds; null when it does not expire.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>When staff saw proof, UTC; null when they did not.</summary>
    public DateTime? CheckedAt { get; private set; }
}

/// <summary>A body area that a practitioner works with.</summary>
public sealed class ListingArea
{
    private ListingArea()
    {
    }

    internal ListingArea(string slug) => Slug = slug;

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>Slug of the area.</summary>
    public string Slug { get; private set; } = "";
}

/// <summary>A language that a practitioner speaks.</summary>
public sealed class ListingLanguage
{
    private ListingLanguage()
    {
    }

    internal ListingLanguage(string code) => Code = code;

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>ISO 639-1, lower case.</summary>
    public string Code { get; private set; } = "";
}

/// <summary>
/// One line of the change feed: a listing was changed or taken away, and readers that hold a copy are to look again.
/// Written in the transaction of the change.
/// </summary>
public sealed class ListingChange
{
    private ListingChange()
    {
    }

    /// <summary>Makes a line.</summary>
    public ListingChange(long listingId, bool removed, DateTime at)
    {
        ListingId = listingId;
        Removed = removed;
        At = at;
    }

    /// <summary>Rises with every change.</summary>
    public long Sequence { get; private set; }

    /// <summary>The listing, which may be gone.</summary>
    public long ListingId { get; private set; }

    /// <summary>Whether the row itself is gone.</summary>
    public bool Removed { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}
