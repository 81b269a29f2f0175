using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Core.Listings;

/// <summary>
/// What the public may know of a listing at an instant. Every public page and answer is made from this, so that a
/// hidden fact has one place to leak from.
/// </summary>
public sealed record PublicListing
{
    /// <summary>Address of the page.</summary>
    public required string Slug { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>One line; null when it used a title that is not proved.</summary>
    public string? Headline { get; init; }

    /// <summary>Paragraphs about the practice.</summary>
    public required IReadOnlyList<string> About { get; init; }

    /// <summary>Pronouns.</summary>
    public string? Pronouns { get; init; }

    /// <summary>Gender, when said.</summary>
    public Gender? Gender { get; init; }

    /// <summary>Whether new people are taken on.</summary>
    public required Accepting Accepting { get; init; }

    /// <summary>Techniques that may be shown, in the practitioner's order.</summary>
    public required IReadOnlyList<Method> Techniques { get; init; }

    /// <summary>Slugs of the body areas they work with.</summary>
    public required IReadOnlyList<string> Areas { get; init; }

    /// <summary>Registers and awards.</summary>
    public required IReadOnlyList<Proof> Credentials { get; init; }

    /// <summary>Places where people are seen.</summary>
    public required IReadOnlyList<Place> Locations { get; init; }

    /// <summary>Areas in which they visit people.</summary>
    public required IReadOnlyList<Visits> VisitAreas { get; init; }

    /// <summary>Sessions over video or telephone; null when not offered.</summary>
    public OnlineSessions? Online { get; init; }

    /// <summary>The ways in which they can be seen.</summary>
    public IReadOnlyList<Setting> Settings =>
    [
        .. Locations.Select(l => l.Setting.AsSetting()).Distinct().Order(),
        .. VisitAreas.Count > 0 ? [Setting.Visit] : Array.Empty<Setting>(),
        .. Online is not null ? [Setting.Online] : Array.Empty<Setting>(),
    ];

    /// <summary>ISO 639-1.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Prices.</summary>
    public required IReadOnlyList<Fee> Fees { get; init; }

    /// <summary>Telephone in international form; null when none is given or the listing is paused.</summary>
    public string? Phone { get; init; }

    /// <summary>Web address; null when none is given or the listing is paused.</summary>
    public string? Website { get; init; }

    /// <summary>Whether there is an e-mail address for those who ask; the address itself is <see cref="Listing.PublicEmail"/>.</summary>
    public bool OffersEmail { get; init; }

    /// <summary>A picture; null when there is none.</summary>
    public Photo? Photo { get; init; }

    /// <summary>How sure each fact is.</summary>
    public required IReadOnlyList<Freshness> Facts { get; init; }

    /// <summary>The older of the confirmations of contact and address, UTC.</summary>
    public DateTime? ConfirmedAt { get; init; }

    /// <summary>Whether the owner has paused it.</summary>
    public bool IsPaused { get; init; }

    /// <summary>Whether it is fictional.</summary>
    public bool IsDemo { get; init; }

    /// <summary>A technique that is offered.</summary>
    /// <param name="Slug">Its slug.</param>
    /// <param name="Training">Where it was learnt, as the practitioner says.</param>
    /// <param name="IsProven">Whether we hold unexpired, checked proof.</param>
    /// <param name="ProvenUntil">Last day on which that proof holds; null when there is none or it has no end.</param>
    public sealed record Method(string Slug, Training? Training, bool IsProven, DateOnly? ProvenUntil);

    /// <summary>A register or award.</summary>
    /// <param name="Register">The body.</param>
    /// <param name="Number">Number there.</param>
    /// <param name="ExpiresOn">Last day on which it holds; null when it does not expire.</param>
    /// <param name="CheckedAt">When staff saw it, UTC; null when they did not, or it has expired.</param>
    /// <param name="IsExpired">Whether its last day is past.</param>
    /// <param name="Techniques">Slugs of the techniques it is of, among those that may be shown.</param>
    public sealed record Proof(
        string Register, string? Number, DateOnly? ExpiresOn, DateTime? CheckedAt, bool IsExpired, IReadOnlyList<string> Techniques);

    /// <summary>A place where people are seen. Where it is private there is only a locality and the centre of a coarse cell.</summary>
    public sealed record Place
    {
        /// <summary>Names the place within the listing, so that a search can say which it found.</summary>
        public required string Key { get; init; }

        /// <summary>Name of the building; null when it has none or is private.</summary>
        public string? Name { get; init; }

        /// <summary>A clinic or a home.</summary>
        public required LocationSetting Setting { get; init; }

        /// <summary>House and street; none when private.</summary>
        public required IReadOnlyList<string> Lines { get; init; }

        /// <summary>Town, village or suburb.</summary>
        public required string Locality { get; init; }

        /// <summary>Postcode; null when private.</summary>
        public string? Postcode { get; init; }

        /// <summary>ISO 3166-1 alpha-2.</summary>
        public required string Country { get; init; }

        /// <summary>The true point, or the coarse cell's centre.</summary>
        public required GeoPoint Point { get; init; }

        /// <summary>How far the true place may be from the point, in metres; 0 when the address is public.</summary>
        public required int ReachMetres { get; init; }

        /// <summary>Telephone of this place.</summary>
        public string? Phone { get; init; }

        /// <summary>Whether it can be entered without steps.</summary>
        public required StepFree StepFree { get; init; }

        /// <summary>Words on parking; null when private, because they may say where.</summary>
        public string? Parking { get; init; }

        /// <summary>Words on public transport; null when private, because they may say where.</summary>
        public string? Transport { get; init; }

        /// <summary>When people are seen.</summary>
        public WeeklyHours? Hours { get; init; }

        /// <summary>Whether the public sees an area and not an address.</summary>
        public bool IsApproximate => ReachMetres > 0;
    }

    /// <summary>An area in which people are visited.</summary>
    /// <param name="Key">Names the area within the listing, so that a search can say which it found.</param>
    /// <param name="Locality">Town or suburb that visits start from.</param>
    /// <param name="Country">ISO 3166-1 alpha-2.</param>
    /// <param name="RadiusMetres">How far; null when the area was drawn.</param>
    /// <param name="Cover">Numbers of the quadtree cells that make it up: what a search says of any place, all together.</param>
    /// <param name="Hours">When.</param>
    public sealed record Visits(string Key, string Locality, string Country, int? RadiusMetres, IReadOnlyList<long> Cover, WeeklyHours? Hours);

    /// <summary>How sure a fact is.</summary>
    /// <param name="Fact">The fact.</param>
    /// <param name="ConfirmedAt">When, UTC.</param>
    /// <param name="How">By whom.</param>
    /// <param name="DueAt">When it is to be confirmed again, UTC.</param>
    /// <param name="IsOverdue">Whether it should have been confirmed again by now.</param>
    public sealed record Freshness(ListingFact Fact, DateTime ConfirmedAt, ConfirmedHow How, DateTime DueAt, bool IsOverdue);

    /// <summary>Makes the public view.</summary>
    /// <exception cref="InvalidOperationException">The listing is not shown to the public, or was never approved.</exception>
    public static PublicListing Of(Listing listing, Vocabulary vocabulary, DateTime now)
    {
        if (listing.Standing(now) is not (PublicStanding.Shown or PublicStanding.Paused) || listing.PublicContent is not { } content)
        {
            throw new InvalidOperationException("This listing is not shown to the public.");
        }

        var paused = listing.IsPaused(now);
        var techniques = listing.Techniques.Where(t => t.Shows(now)).OrderBy(t => t.Position).ToList();
        string Prose(string text) => vocabulary.Titles.WithoutUnproven(text, slug => listing.HasProof(slug, now));
        return new PublicListing
        {
            Slug = listing.Slug,
            Name = listing.Name,
            Headline = Prose(content.Headline) is { Length: > 0 } headline ? headline : null,
            About = Prose(content.About).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Pronouns = content.Pronouns,
            Gender = content.Gender,
            Accepting = content.Accepting,
            Techniques =
            [
                .. techniques.Select(t => new Method(
                    t.Slug,
                    content.Techniques.FirstOrDefault(c => c.Slug == t.Slug)?.Training,
                    t.IsProven(now),
                    t.IsProven(now) ? LastDay(t.ProvenUntil) : null)),
            ],
            Areas = content.Areas,
            Credentials = [.. listing.Credentials.Select(c => Credential(c, content, techniques, now)).Where(p => MayName(p, vocabulary, listing, now))],
            Locations = [.. content.Locations.Select(l => PlaceOf(l, paused))],
            VisitAreas = [.. content.VisitAreas.Select(v => new Visits(v.Key, v.Base.Locality, v.Base.Country, v.RadiusMetres, v.Cover, v.Hours))],
            Online = content.Online,
            Languages = content.Languages,
            Fees = content.Fees,
            Phone = paused ? null : content.Contact.Phone,
            Website = paused ? null : content.Contact.Website,
            OffersEmail = listing.PublicEmail(now) is not null,
            Photo = content.Photo is { } photo ? photo with { Alt = Prose(photo.Alt) is { Length: > 0 } alt ? alt : listing.Name } : null,
            Facts =
            [
                .. listing.Confirmations.OrderBy(c => c.Fact).Select(c => new Freshness(c.Fact, c.At, c.How, c.DueAt, c.DueAt <= now)),
            ],
            ConfirmedAt = listing.ConfirmedAt,
            IsPaused = paused,
            IsDemo = listing.IsDemo,
        };
    }

    private static Proof Credential(ListingCredential credential, ListingContent content, List<ListingTechnique> shown, DateTime now)
    {
        var expired = credential.ExpiresOn is { } last && last < DateOnly.FromDateTime(now);
        var of = content.Credentials.FirstOrDefault(c => c.Key == credential.Key)?.Techniques ?? [];
        return new Proof(
            credential.Register,
            credential.Number,
            credential.ExpiresOn,
            expired ? null : credential.CheckedAt,
            expired,
            [.. shown.Select(t => t.Slug).Where(of.Contains)]);
    }

    /// <summary>The day before an instant from which something holds no more; null at the end of time.</summary>
    private static DateOnly? LastDay(DateTime? until) =>
        until is { } end && end != DateTime.MaxValue ? DateOnly.FromDateTime(end.AddTicks(-1)) : null;

    /// <summary>A register whose name holds a protected word shows only with proof, like the word anywhere else.</summary>
    private static bool MayName(Proof proof, Vocabulary vocabulary, Listing listing, DateTime now) =>
        vocabulary.Titles.WithoutUnproven(proof.Register, slug => listing.HasProof(slug, now)).Length > 0;

    private static Place PlaceOf(PracticeLocation location, bool paused)
    {
        var isPrivate = location.Privacy == AddressPrivacy.AreaOnly;
        return new Place
        {
            Key = location.Key,
            Name = isPrivate ? null : location.Name,
            Setting = location.Setting,
            Lines = isPrivate ? [] : location.Address.Lines,
            Locality = location.Address.Locality,
            Postcode = isPrivate ? null : location.Address.Postcode,
            Country = location.Address.Country,
            Point = location.PublicPoint,
            ReachMetres = isPrivate ? location.Cell.ReachMetres : 0,
            Phone = paused ? null : location.Phone,
            StepFree = location.StepFree,
            Parking = isPrivate ? null : location.Parking,
            Transport = isPrivate ? null : location.Transport,
            Hours = location.Hours,
        };
    }
}
