using System.Net;
using MailKit.Security;
using MimeKit;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Shared.Mailing;

/// <summary>Who the mails are from, and the server that takes them.</summary>
/// <param name="From">The name and address that they come from.</param>
/// <param name="Smtp">The server that they are handed to; null when there is none and they are only kept.</param>
public sealed record MailSettings(MailboxAddress From, MailSettings.Server? Smtp)
{
    // RFC 6409 for handing over, RFC 8314 for TLS from the first byte, RFC 5321 between servers.
    private const int PortOfStartTls = 587;
    private const int PortOfTls = 465;
    private const int PortOfNone = 25;
    private const int LastPort = 65535;

    private static readonly string[] Names = ["Port", "Security", "User", "Password"];

    /// <param name="Host">Its name or address.</param>
    /// <param name="Port">Where it listens.</param>
    /// <param name="Security">How the way there is protected. <c>StartTls</c> does not go on without, should the server not offer it.</param>
    /// <param name="Login">Whom it knows the site as; null when it asks for nobody.</param>
    public sealed record Server(string Host, int Port, SecureSocketOptions Security, NetworkCredential? Login);

    /// <exception cref="InvalidOperationException">A setting cannot be used; the message says which and what it should be, and repeats no password.</exception>
    public static MailSettings Read(IConfiguration configuration, SiteSettings site)
    {
        var smtp = ReadServer(configuration.GetSection("Mail:Smtp"));
        return new MailSettings(ReadFrom(Text(configuration["Mail:From"]), site, isSent: smtp is not null), smtp);
    }

    private static MailboxAddress ReadFrom(string? from, SiteSettings site, bool isSent)
    {
        if (from is null)
        {
            return isSent
                ? throw new InvalidOperationException("Mail:From is not set; it should be the address that mails come from, such as PractitionerFinder <no-reply@finder.example>.")
                : new MailboxAddress("PractitionerFinder", $"no-reply@{site.PublicUrl.Host}");
        }

        return !from.Any(char.IsControl) && MailboxAddress.TryParse(from, out var mailbox) && mailbox.Address.Contains('@', StringComparison.Ordinal)
            ? new MailboxAddress(string.IsNullOrWhiteSpace(mailbox.Name) ? "PractitionerFinder" : mailbox.Name, mailbox.Address)
            : throw new InvalidOperationException($"Mail:From is '{from}'; it should be an address such as PractitionerFinder <no-reply@finder.example>.");
    }

    private static Server? ReadServer(IConfigurationSection smtp)
    {
        if (Text(smtp["Host"]) is not { } host)
        {
            var lonely = Names.FirstOrDefault(name => Text(smtp[name]) is not null);
            return lonely is null ? null : throw new InvalidOperationException($"Mail:Smtp:{lonely} is set and Mail:Smtp:Host is not; it should be the name of the mail server.");
        }

        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            throw new InvalidOperationException($"Mail:Smtp:Host is '{host}'; it should be the name of a mail server such as smtp.finder.example, without a port.");
        }

        var (security, usual) = Text(smtp["Security"]) switch
        {
            null or "StartTls" => (SecureSocketOptions.StartTls, PortOfStartTls),
            "Tls" => (SecureSocketOptions.SslOnConnect, PortOfTls),
            "None" => (SecureSocketOptions.None, PortOfNone),
            var other => throw new InvalidOperationException($"Mail:Smtp:Security is '{other}'; it should be StartTls, Tls or None."),
        };
        var (user, password) = (Text(smtp["User"]), Text(smtp["Password"]));
        if (user is null != password is null)
        {
            throw new InvalidOperationException($"Mail:Smtp:{(user is null ? "Password" : "User")} is set and Mail:Smtp:{(user is null ? "User" : "Password")} is not; the server needs both or neither.");
        }

        if (user is not null && security == SecureSocketOptions.None && !IsThisMachine(host))
        {
            throw new InvalidOperationException("Mail:Smtp:Security is None, which would send the password so that anybody on the way can read it; it should be StartTls or Tls.");
        }

        return new Server(host, ReadPort(Text(smtp["Port"]), usual), security, user is null ? null : new NetworkCredential(user, password));
    }

    private static int ReadPort(string? text, int usual) =>
        text is null ? usual
        : int.TryParse(text, out var port) && port is > 0 and <= LastPort ? port
        : throw new InvalidOperationException($"Mail:Smtp:Port is '{text}'; it should be a number such as {usual}.");

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static string? Text(string? setting) => string.IsNullOrWhiteSpace(setting) ? null : setting.Trim();
}
