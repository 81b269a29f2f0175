using System.Globalization;

namespace PractitionerFinder.Web.Shared;

/// <summary>How an account is written where people are kept as text, such as the author of a revision.</summary>
public static class AccountIds
{
    public static string AsPerson(long account) => account.ToString(CultureInfo.InvariantCulture);
}
