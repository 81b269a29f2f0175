using System.Globalization;
using System.Security.Claims;

namespace PractitionerFinder.Web.Shared;

/// <summary>Who is signed in.</summary>
public static class AccountIds
{
    /// <summary>The account; null for nobody.</summary>
    public static long? AccountId(this ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true }
        && long.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>How an account is written where people are kept as text, such as the author of a revision.</summary>
    public static string AsPerson(long account) => account.ToString(CultureInfo.InvariantCulture);
}
