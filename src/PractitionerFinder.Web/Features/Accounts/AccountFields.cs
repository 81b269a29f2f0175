using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Shared.Forms;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>Reads the fields that several forms have, and says what is wrong with them.</summary>
internal static class AccountFields
{
    public static string ReadName(string? typed, FormErrors errors)
    {
        var name = (typed ?? "").Trim();
        if (name.Length is 0 or > Account.NameMaxLength || name.Any(char.IsControl))
        {
            errors.Add("Name", name.Length > Account.NameMaxLength ? $"Shorten your name to {Account.NameMaxLength} characters." : "Enter your name.");
        }

        return name;
    }

    public static string ReadEmail(string? typed, FormErrors errors)
    {
        if (EmailAddress.Read(typed) is { } email)
        {
            return email;
        }

        errors.Add("Email", "Enter an e-mail address such as name@practice.example.");
        return "";
    }
}
