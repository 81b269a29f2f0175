using System.Globalization;
using System.Security.Claims;

namespace PractitionerFinder.Web.Shared;

/// <summary>Who asks.</summary>
public static class SignedIn
{
    /// <summary>The id of the account; null for nobody.</summary>
    public static long? AccountId(this ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
