using System.Globalization;
using System.Security.Claims;

namespace PractitionerFinder.Web.Shared;

/// <summary>Who asks.</summary>
public static class SignedIn
{
    /// <summary>The claim of an account that is to be erased.</summary>
    public const string LeavingClaim = "leaving";

    /// <summary>Whether the account is to be erased: it may take that back, and nothing else.</summary>
    public static bool IsLeaving(this ClaimsPrincipal user) => user.HasClaim(c => c.Type == LeavingClaim);

    /// <summary>The id of the account; null for nobody.</summary>
    public static long? AccountId(this ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
