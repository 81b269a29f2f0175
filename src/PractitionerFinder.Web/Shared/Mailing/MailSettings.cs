using System.Net;
using MailKit.Security;
using MimeKit;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Shared.Mailing;

/// <summary>Who the mails are from, the server that takes them, and where reports of those that did not arrive are read.</summary>
/// <param name="From">The name and address that they come from.</param>
/// <param name="Smtp">The server that they are handed to; null when there is none and they are only kept.</param>
/// <param name="ReturnPath">The address that servers report to; null when it is the one that mails come from.</param>
/// <param name="Bounces">The mailbox of that address; null when nobody reads it here.</param>
public sealed record MailSettings(MailboxAddress From, MailSettings.Server? Smtp, MailboxAddress? ReturnPath, MailSettings.Mailbox? Bounces)
{
    private const int LastPort = 65535;

    // RFC 6409 for handing over, RFC 8314 for TLS from the first byte, RFC 5321 between servers.
    private static readonly Kind OfMails = new("Mail:Smtp", "mail server", "smtp.finder.example", new(587, 465, 25), "StartTls", NeedsLogin: false);

    // RFC 9051, 2.1 and RFC 8314, 3.2.
    private static readonly Kind OfReports = new("Mail:Bounces", "server with the mailbox", "imap.finder.example", new(143, 993, 143), "Tls", NeedsLogin: true);

    private static readonly string[] Names = ["Port", "Security", "User", "Password", "Folder"];

    /// <param name="Host">Its name or address.</param>
    /// <param name="Port">Where it listens.</param>
    /// <param name="Security">How the way there is protected. <c>StartTls</c> does not go on without, should the server not offer it.</param>
    /// <param name="Login">Whom it knows the site as; null when it asks for nobody.</param>
    public sealed record Server(string Host, int Port, SecureSocketOptions Security, NetworkCredential? Login);

    /// <param name="Server">The server, which speaks IMAP and always has a login.</param>
    /// <param name="Folder">The folder that the reports come into; null for the inbox.</param>
    public sealed record Mailbox(Server Server, string? Folder);

    /// <exception cref="InvalidOperationException">A setting cannot be used; the message says which and what it should be, and repeats no password.</exception>
    public static MailSettings Read(IConfiguration configuration, SiteSettings site)
    {
        var smtp = ReadServer(configuration, OfMails);
        return new MailSettings(
            ReadFrom(Text(configuration["Mail:From"]), site, isSent: smtp is not null),
            smtp,
            ReadReturnPath(Text(configuration["Mail:ReturnPath"])),
            ReadServer(configuration, OfReports) is { } server ? new Mailbox(server, Text(configuration["Mail:Bounces:Folder"])) : null);
    }

    private static MailboxAddress ReadFrom(string? from, SiteSettings site, bool isSent)
    {
        if (from is null)
        {
            return isSent
                ? throw new InvalidOperationException("Mail:From is not set; it should be the address that mails come from, such as PractitionerFinder <no-reply@finder.example>.")
                : new MailboxAddress("PractitionerFinder", $"no-reply@{site.PublicUrl.Host}");
        }

        return AddressOf(from) is { } mailbox
            ? new MailboxAddress(string.IsNullOrWhiteSpace(mailbox.Name) ? "PractitionerFinder" : mailbox.Name, mailbox.Address)
            : throw new InvalidOperationException($"Mail:From is '{from}'; it should be an address such as PractitionerFinder <no-reply@finder.example>.");
    }

    private static MailboxAddress? ReadReturnPath(string? path) =>
        path is null ? null
        : AddressOf(path) is { } mailbox ? new MailboxAddress("", mailbox.Address)
        : throw new InvalidOperationException($"Mail:ReturnPath is '{path}'; it should be an address such as bounces@finder.example.");

    private static MailboxAddress? AddressOf(string text) =>
        !text.Any(char.IsControl) && MailboxAddress.TryParse(text, out var mailbox) && mailbox.Address.Contains('@', StringComparison.Ordinal) ? mailbox : null;

    private static Server? ReadServer(IConfiguration configuration, Kind kind)
    {
        var section = configuration.GetSection(kind.Section);
        if (Text(section["Host"]) is not { } host)
        {
            var lonely = Names.FirstOrDefault(name => Text(section[name]) is not null);
            return lonely is null ? null : throw new InvalidOperationException($"{kind.Section}:{lonely} is set and {kind.Section}:Host is not; it should be the name of the {kind.Words}.");
        }

        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            throw new InvalidOperationException($"{kind.Section}:Host is '{host}'; it should be the name of a {kind.Words} such as {kind.Example}, without a port.");
        }

        var (security, usual) = (Text(section["Security"]) ?? kind.UsualSecurity) switch
        {
            "StartTls" => (SecureSocketOptions.StartTls, kind.Ports.StartTls),
            "Tls" => (SecureSocketOptions.SslOnConnect, kind.Ports.Tls),
            "None" => (SecureSocketOptions.None, kind.Ports.None),
            var other => throw new InvalidOperationException($"{kind.Section}:Security is '{other}'; it should be StartTls, Tls or None."),
        };
        return new Server(host, ReadPort(Text(section["Port"]), usual, kind), security, ReadLogin(section, security, host, kind));
    }

    private static NetworkCredential? ReadLogin(IConfigurationSection section, SecureSocketOptions security, string host, Kind kind)
    {
        var (user, password) = (Text(section["User"]), Text(section["Password"]));
        if (user is null && password is null)
        {
            return kind.NeedsLogin
                ? throw new InvalidOperationException($"{kind.Section}:Host is set and {kind.Section}:User is not; it should be whom the mailbox belongs to, with {kind.Section}:Password.")
                : null;
        }

        if (user is null || password is null)
        {
            throw new InvalidOperationException(
                $"{kind.Section}:{(user is null ? "Password" : "User")} is set and {kind.Section}:{(user is null ? "User" : "Password")} is not; the server needs both{(kind.NeedsLogin ? "" : " or neither")}.");
        }

        return security == SecureSocketOptions.None && !IsThisMachine(host)
            ? throw new InvalidOperationException($"{kind.Section}:Security is None, which would send the password so that anybody on the way can read it; it should be StartTls or Tls.")
            : new NetworkCredential(user, password);
    }

    private static int ReadPort(string? text, int usual, Kind kind) =>
        text is null ? usual
        : int.TryParse(text, out var port) && port is > 0 and <= LastPort ? port
        : throw new InvalidOperationException($"{kind.Section}:Port is '{text}'; it should be a number such as {usual}.");

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static string? Text(string? setting) => string.IsNullOrWhiteSpace(setting) ? null : setting.Trim();

    private readonly record struct Ports(int StartTls, int Tls, int None);

    private sealed record Kind(string Section, string Words, string Example, Ports Ports, string UsualSecurity, bool NeedsLogin);
}
