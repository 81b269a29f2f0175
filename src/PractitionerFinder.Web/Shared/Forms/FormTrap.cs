using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace PractitionerFinder.Web.Shared.Forms;

/// <summary>
/// Keeps programs out of a form that anybody may send: a field that a person does not see, and the time at which the page was made, sealed. A person who is
/// taken for one is told what to do, and presses again.
/// </summary>
public sealed class FormTrap(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>The field that stays empty.</summary>
    public const string EmptyField = "Website";

    /// <summary>The field with the sealed time.</summary>
    public const string TimeField = "Opened";

    private static readonly TimeSpan Least = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Most = TimeSpan.FromDays(2);

    private readonly IDataProtector seal = protection.CreateProtector("PractitionerFinder.Forms.Opened");

    /// <summary>What a page that is made now holds in <see cref="TimeField"/>.</summary>
    public string Open() => seal.Protect(time.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture));

    /// <summary>What to tell whoever sent it; null when it may be taken.</summary>
    public string? Judge(IFormCollection form)
    {
        if (!string.IsNullOrEmpty(form[EmptyField]))
        {
            return "Leave the field “Website” empty: it is there to keep programs out. Then press again.";
        }

        return OpenedAt(form[TimeField].ToString()) is { } opened && time.GetUtcNow().UtcDateTime - opened is var since && since >= Least && since <= Most
            ? null
            : "The page was sent faster than people do, or was open for days. Press again.";
    }

    private DateTime? OpenedAt(string text)
    {
        try
        {
            return text.Length > 0 ? new DateTime(long.Parse(seal.Unprotect(text), CultureInfo.InvariantCulture), DateTimeKind.Utc) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
