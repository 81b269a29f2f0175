using Microsoft.AspNetCore.Http.HttpResults;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Uploads;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Listings;

/// <summary>A practitioner, for programs.</summary>
public static class ListingApi
{
    /// <summary>What the public may know of a practitioner.</summary>
    public sealed record Practitioner(
        string Slug, string Name, string? Headline, IReadOnlyList<string> About, string? Pronouns, string? Gender, string Accepting,
        IReadOnlyList<Technique> Techniques, IReadOnlyList<string> Areas, IReadOnlyList<Credential> Credentials,
        IReadOnlyList<Location> Locations, IReadOnlyList<Visits> Visits, Online? Online, IReadOnlyList<string> Settings,
        IReadOnlyList<string> Languages, IReadOnlyList<Fee> Fees, string? Phone, string? Website, bool EmailAvailable,
        IReadOnlyList<Fact> Facts, DateOnly? ConfirmedOn, bool IsDemo, string Url, Picture? Photo);

    /// <summary>A square picture.</summary>
    /// <param name="Url">Where it is; another picture has another address.</param>
    /// <param name="Alt">What it shows.</param>
    /// <param name="Width">In pixels.</param>
    /// <param name="Height">In pixels.</param>
    public sealed record Picture(string Url, string Alt, int Width, int Height);

    /// <summary>A technique that is offered.</summary>
    /// <param name="Slug">Slug of /api/v1/techniques.</param>
    /// <param name="Verified">Whether we hold unexpired, checked proof.</param>
    /// <param name="ProvenUntil">Last day on which that proof holds; null when there is none or it has no end.</param>
    /// <param name="Training">Where it was learnt, as the practitioner says.</param>
    public sealed record Technique(string Slug, bool Verified, DateOnly? ProvenUntil, Training? Training);

    /// <summary>A register or award.</summary>
    /// <param name="Register">The body that stands behind it.</param>
    /// <param name="Number">Number there.</param>
    /// <param name="ExpiresOn">Last day on which it holds.</param>
    /// <param name="CheckedOn">Day on which our staff saw it; null when they did not, or it has expired.</param>
    /// <param name="IsExpired">Whether its last day is past.</param>
    public sealed record Credential(string Register, string? Number, DateOnly? ExpiresOn, DateOnly? CheckedOn, bool IsExpired);

    /// <summary>A place where people are seen. A private address has no street, and the middle of an area for a point.</summary>
    public sealed record Location(
        string Setting, string? Name, IReadOnlyList<string> Lines, string Locality, string? Postcode, string Country,
        double Latitude, double Longitude, bool Approximate, string? Phone, string StepFree, string? Parking, string? Transport, Hours? Hours);

    /// <summary>An area in which people are visited at home.</summary>
    public sealed record Visits(string Locality, string Country, int? RadiusMetres, Hours? Hours);

    /// <summary>Sessions over video or telephone.</summary>
    public sealed record Online(Hours? Hours);

    /// <summary>A weekly pattern in the time of the place.</summary>
    public sealed record Hours(string TimeZone, IReadOnlyList<Period> Periods, IReadOnlyList<DayRange> Closed);

    /// <summary>A stretch of one day of the week.</summary>
    public sealed record Period(string Day, TimeOnly From, TimeOnly Until);

    /// <summary>How sure a fact is.</summary>
    /// <param name="Name">accepting, contact, address, hours, fees, techniques.</param>
    /// <param name="ConfirmedOn">Day of the last confirmation, UTC.</param>
    /// <param name="ConfirmedBy">owner, staff or link.</param>
    /// <param name="DueOn">Day on which it is to be confirmed again, UTC.</param>
    /// <param name="IsOverdue">Whether that day is past.</param>
    public sealed record Fact(string Name, DateOnly ConfirmedOn, string ConfirmedBy, DateOnly DueOn, bool IsOverdue);

    public static void MapListingApi(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(ListingUrls.ApiRoute, AnswerAsync)
        .WithName("practitioner").WithTags("Practitioners").WithMetadata(new PublicAnswer())
        .WithSummary("Everything the public may know of a practitioner")
        .WithDescription("404 when there is no such practitioner or the listing is paused, 410 when it is no longer shown, 301 when it was merged into another.")
        .Produces(StatusCodes.Status301MovedPermanently)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);

    private static async Task<Results<Ok<Practitioner>, RedirectHttpResult, ProblemHttpResult>> AnswerAsync(
        string slug, ViewListing view, SiteSettings site, CancellationToken cancel) => await view.RunAsync(slug, cancel) switch
        {
            ViewListing.Result.Shown { Listing.IsPaused: false } shown => TypedResults.Ok(PractitionerOf(shown.Listing, site)),
            ViewListing.Result.Moved moved => TypedResults.LocalRedirect(ListingUrls.Api(moved.Slug), permanent: true),
            ViewListing.Result.Gone => Problems.PractitionerGone(),
            _ => Problems.PractitionerNotFound(),
        };

    private static Practitioner PractitionerOf(PublicListing listing, SiteSettings site) => new(
        listing.Slug,
        listing.Name,
        listing.Headline,
        listing.About,
        listing.Pronouns,
        listing.Gender?.Word(),
        listing.Accepting.Word(),
        [.. listing.Techniques.Select(t => new Technique(t.Slug, t.IsProven, t.ProvenUntil, t.Training))],
        listing.Areas,
        [.. listing.Credentials.Select(c => new Credential(c.Register, c.Number, c.ExpiresOn, Day(c.CheckedAt), c.IsExpired))],
        [.. listing.Locations.Select(LocationOf)],
        [.. listing.VisitAreas.Select(v => new Visits(v.Locality, v.Country, v.RadiusMetres, HoursOf(v.Hours)))],
        listing.Online is { } online ? new Online(HoursOf(online.Hours)) : null,
        [.. listing.Settings.Select(s => s.Word())],
        listing.Languages,
        listing.Fees,
        listing.Phone,
        listing.Website,
        listing.OffersEmail,
        [.. listing.Facts.Select(FactOf)],
        Day(listing.ConfirmedAt),
        listing.IsDemo,
        site.Absolute(ListingUrls.Profile(listing.Slug)),
        listing.Photo is { } photo ? new Picture(site.Absolute(PhotoUrls.Served(photo.Key)), photo.Alt, PhotoMaker.ServedEdge, PhotoMaker.ServedEdge) : null);

    private static Fact FactOf(PublicListing.Freshness fact) => new(
        fact.Fact.ToString().ToLowerInvariant(),
        DateOnly.FromDateTime(fact.ConfirmedAt),
        fact.How.ToString().ToLowerInvariant(),
        DateOnly.FromDateTime(fact.DueAt),
        fact.IsOverdue);

    private static Location LocationOf(PublicListing.Place place) => new(
        place.Setting.AsSetting().Word(), place.Name, place.Lines, place.Locality, place.Postcode, place.Country,
        place.Point.Latitude, place.Point.Longitude, place.IsApproximate, place.Phone, place.StepFree.ToString().ToLowerInvariant(),
        place.Parking, place.Transport, HoursOf(place.Hours));

    private static Hours? HoursOf(WeeklyHours? hours) => hours is null
        ? null
        : new Hours(hours.TimeZone, [.. hours.Periods.Select(p => new Period(p.Day.ToString().ToLowerInvariant(), p.From, p.Until))], hours.Closed);

    private static DateOnly? Day(DateTime? at) => at is { } time ? DateOnly.FromDateTime(time) : null;
}
