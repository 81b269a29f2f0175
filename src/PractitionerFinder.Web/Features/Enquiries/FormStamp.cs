using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace PractitionerFinder.Web.Features.Enquiries;

/// <summary>
/// When a form was made, sealed into it. One that comes back sooner than a person could fill it in was filled in by a program, as was one without it. The page is
/// kept for others for up to a minute, so a stamp may be older than the page is to its reader, and never younger.
/// </summary>
public sealed class FormStamp(IDataProtectionProvider protection, TimeProvider time)
{
    public static readonly TimeSpan Soonest = TimeSpan.FromSeconds(3);

    public static readonly TimeSpan Latest = TimeSpan.FromDays(1);

    private readonly IDataProtector protector = protection.CreateProtector("PractitionerFinder.Enquiries.Form");

    public string New() => protector.Protect(time.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture));

    /// <summary>What to do when it says that something is wrong; null when nothing is.</summary>
    public string? Judge(string? stamp)
    {
        if (MadeAt(stamp) is not { } at || time.GetUtcNow() - at > Latest)
        {
            return "This page was open for a long time. Look at what you chose, and press the button again.";
        }

        return time.GetUtcNow() - at < Soonest
            ? "That was faster than people fill in forms, which is how we notice programs. Look at what you chose, and press the button again."
            : null;
    }

    private DateTimeOffset? MadeAt(string? stamp)
    {
        try
        {
            return string.IsNullOrEmpty(stamp) ? null : new DateTimeOffset(long.Parse(protector.Unprotect(stamp), CultureInfo.InvariantCulture), TimeSpan.Zero);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
