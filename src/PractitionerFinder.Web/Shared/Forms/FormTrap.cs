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

    /// <summary>Sooner than this nobody has filled in a form.</summary>
    public static readonly TimeSpan Soonest = TimeSpan.FromSeconds(3);

    /// <summary>A page may have been kept for others for a minute, so its time may be older than the page is to its reader, and is never younger.</summary>
    public static readonly TimeSpan Latest = TimeSpan.FromDays(1);

    private readonly IDataProtector seal = protection.CreateProtector("PractitionerFinder.Forms.Opened");

    /// <summary>What a page that is made now holds in <see cref="TimeField"/>.</summary>
    public string Open() => seal.Protect(time.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture));

    /// <summary>What to tell whoever sent it; null when it may be taken.</summary>
    public string? Judge(IFormCollection form)
    {
        if (!string.IsNullOrEmpty(form[EmptyField]))
        {
            return "Something was filled into a field that people do not see, perhaps by your browser. It is empty now: press the button again.";
        }

        return OpenedAt(form[TimeField].ToString()) is not { } opened || time.GetUtcNow().UtcDateTime - opened > Latest
            ? "This page was open for a long time. Look at what you chose, and press the button again."
            : time.GetUtcNow().UtcDateTime - opened < Soonest
                ? "That was faster than people fill in forms, which is how we notice programs. Look at what you chose, and press the button again."
                : null;
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
