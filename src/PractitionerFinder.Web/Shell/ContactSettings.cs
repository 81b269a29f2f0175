using System.Net.Mail;

namespace PractitionerFinder.Web.Shell;

/// <summary>Who runs this copy of the site and how to reach them; each null when the operator has not said.</summary>
/// <param name="Operator">Name of the person or body that runs it, and decides about what is stored.</param>
/// <param name="Email">E-mail address for the public.</param>
/// <param name="Address">Postal address, in one line.</param>
/// <param name="Telephone">Telephone for the public, in international form.</param>
public sealed record ContactSettings(string? Operator, string? Email, string? Address, string? Telephone)
{
    // ITU-T E.164 allows fifteen digits; fewer than seven are nobody's number in international form.
    private const int FewestDigits = 7;
    private const int MostDigits = 15;

    /// <summary>Whether there is any way to write or call.</summary>
    public bool CanBeReached => Email is not null || Address is not null || Telephone is not null;

    /// <exception cref="InvalidOperationException">A setting cannot be used; the message says which and what it should be.</exception>
    public static ContactSettings Read(IConfiguration configuration)
    {
        var contact = configuration.GetSection("Site:Contact");
        var email = Text(contact["Email"]);
        if (email is not null && !IsEmail(email))
        {
            throw new InvalidOperationException($"Site:Contact:Email is '{email}'; it should be an e-mail address such as help@finder.example.");
        }

        var telephone = Text(contact["Telephone"]);
        if (telephone is not null && !IsTelephone(telephone))
        {
            throw new InvalidOperationException(
                $"Site:Contact:Telephone is '{telephone}'; it should be a number in international form such as +44 113 496 0000.");
        }

        return new ContactSettings(Text(contact["Operator"]), email, Text(contact["Address"]), telephone);
    }

    private static string? Text(string? setting) => string.IsNullOrWhiteSpace(setting) ? null : setting.Trim();

    // The class also takes "Name <address>", which is no address by itself.
    private static bool IsEmail(string text) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text && !text.Any(char.IsWhiteSpace);

    private static bool IsTelephone(string text) =>
        text.StartsWith('+')
        && text.Skip(1).All(c => char.IsAsciiDigit(c) || c == ' ')
        && text.Count(char.IsAsciiDigit) is >= FewestDigits and <= MostDigits;
}
