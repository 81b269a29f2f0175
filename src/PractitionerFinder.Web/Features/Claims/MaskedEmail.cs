namespace PractitionerFinder.Web.Features.Claims;

/// <summary>An address for mail as somebody knows it again who knows it, and nobody learns it who does not.</summary>
public static class MaskedEmail
{
    private const string Hidden = "•••";

    public static string Of(string email)
    {
        var at = email.LastIndexOf('@');
        var ending = email.LastIndexOf('.');
        return at < 1 || ending <= at + 1 ? Hidden : $"{email[0]}{Hidden}@{email[at + 1]}{Hidden}{email[ending..]}";
    }
}
