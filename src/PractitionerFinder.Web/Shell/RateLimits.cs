using System.Globalization;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Net.Http.Headers;

namespace PractitionerFinder.Web.Shell;

/// <summary>How often one address may do what a program could do too often. Who asks more is told when to come back.</summary>
public static class RateLimits
{
    /// <summary>Asking for the contact details of practitioners, one by one.</summary>
    public const string Reveals = "reveals";

    /// <summary>Most of them within <see cref="Window"/>.</summary>
    public const int MostReveals = 20;

    /// <summary>Confirming facts by the link of a mail.</summary>
    public const string Confirmations = "confirmations";

    /// <summary>Most of them within <see cref="Window"/>: a clinic keeps many listings, with a press for each fact.</summary>
    public const int MostConfirmations = 120;

    /// <summary>Trying passwords and codes.</summary>
    public const string SignIns = "sign-ins";

    /// <summary>Most of them within <see cref="Window"/>: a practice signs in from one address.</summary>
    public const int MostSignIns = 60;

    /// <summary>Having mails sent.</summary>
    public const string Mails = "mails";

    /// <summary>Most of them within <see cref="Window"/>.</summary>
    public const int MostMails = 15;

    /// <summary>Inviting people to a listing, and accepting.</summary>
    public const string Invites = "invites";

    /// <summary>Most of them within <see cref="Window"/>: a clinic that asks its people to join does it at one sitting.</summary>
    public const int MostInvites = 60;

    /// <summary>Claiming pages: having codes sent, entering them, having websites looked at, giving documents.</summary>
    public const string Claims = "claims";

    /// <summary>Most of them within <see cref="Window"/>.</summary>
    public const int MostClaims = 40;

    /// <summary>Writing enquiries, and in them.</summary>
    public const string Enquiries = "enquiries";

    /// <summary>Most of them within <see cref="Window"/>.</summary>
    public const int MostEnquiries = 20;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    // One for all who only look; a client of unknown address is another, or looking once would free it.
    private const string Reading = "reading";

    // An IPv6 customer has at least a network of this many bytes to choose addresses from (RFC 6177).
    private const int NetworkBytes = 8;

    public static IServiceCollection AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            rejected.HttpContext.Response.Headers.CacheControl = CacheControlHeaderValue.NoStoreString;
            return ValueTask.CompletedTask;
        };
        Limit(Reveals, MostReveals);
        Limit(Confirmations, MostConfirmations);
        Limit(SignIns, MostSignIns);
        Limit(Mails, MostMails);
        Limit(Invites, MostInvites);
        Limit(Claims, MostClaims);
        Limit(Enquiries, MostEnquiries);

        void Limit(string what, int most) => options.AddPolicy(what, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(Client(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window })
            : RateLimitPartition.GetNoLimiter(Reading));
    });

    private static string Client(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } address => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        var address => address.ToString(),
    };
}
