using System.Globalization;

namespace PractitionerFinder.Web.Shared.Mailing;

/// <summary>
/// One attempt to carry a mail of the database into the outbox: the name of its file, and what stands before the <c>@</c> of its Message-ID. The
/// number cannot be guessed, so whoever can name an attempt has had the mail in their hands.
/// </summary>
/// <param name="Mail">Key of the row.</param>
/// <param name="Number">Which attempt, 63 random bits.</param>
public readonly record struct MailAttempt(long Mail, long Number)
{
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Mail}.{Number}");

    /// <summary>The attempt of a name; null when it is no name of one.</summary>
    public static MailAttempt? Of(string name) =>
        name.Split('.') is [var first, var second]
        && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var mail)
        && long.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new MailAttempt(mail, number)
            : null;
}
