namespace PractitionerFinder.Web.Features.Moderation;

/// <summary>Where staff review listings.</summary>
public static class ModerationUrls
{
    public const string Desk = "/desk";

    public const string Add = "/desk/listings/new";

    public static string Review(long listing, int revision) => FormattableString.Invariant($"/desk/listings/{listing}/revisions/{revision}");

    public static string Preview(long listing, int revision) => $"{Review(listing, revision)}/preview";

    public static string Photos(long listing) => FormattableString.Invariant($"/desk/listings/{listing}/photos");

    public static string Claim(long claim) => FormattableString.Invariant($"/desk/claims/{claim}");

    public static string ClaimDocument(long claim, string key) => $"{Claim(claim)}/files/{key}";

    public static string Document(long listing, string key) => FormattableString.Invariant($"/desk/listings/{listing}/documents/{key}");
}
