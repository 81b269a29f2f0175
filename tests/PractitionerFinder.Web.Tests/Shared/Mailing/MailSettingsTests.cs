using MailKit.Security;
using Microsoft.Extensions.Configuration;
using PractitionerFinder.Web.Shared.Mailing;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Tests.Shared.Mailing;

public sealed class MailSettingsTests
{
    private static readonly SiteSettings Site = new(new Uri("https://finder.example"), "GB", false, "", "", new ContactSettings(null, null, null, null));

    [Fact]
    public void Nothing_needs_to_be_set()
    {
        var settings = Read();

        Assert.Null(settings.Smtp);
        Assert.Null(settings.ReturnPath);
        Assert.Null(settings.Bounces);
        Assert.Equal("no-reply@finder.example", settings.From.Address);
    }

    [Theory]
    [InlineData(null, SecureSocketOptions.StartTls, 587)]
    [InlineData("StartTls", SecureSocketOptions.StartTls, 587)]
    [InlineData("Tls", SecureSocketOptions.SslOnConnect, 465)]
    [InlineData("None", SecureSocketOptions.None, 25)]
    public void The_port_follows_from_how_the_way_is_protected(string? security, SecureSocketOptions options, int port)
    {
        var smtp = Read(("From", "post@finder.example"), ("Smtp:Host", "smtp.finder.example"), ("Smtp:Security", security)).Smtp!;

        Assert.Equal((options, port), (smtp.Security, smtp.Port));
    }

    [Theory]
    [InlineData("From", "nobody", "Mail:From is 'nobody'; it should be an address such as PractitionerFinder <no-reply@finder.example>.")]
    [InlineData("From", "", "Mail:From is not set; it should be the address that mails come from, such as PractitionerFinder <no-reply@finder.example>.")]
    [InlineData("Smtp:Host", "smtp.finder.example:587", "Mail:Smtp:Host is 'smtp.finder.example:587'; it should be the name of a mail server such as smtp.finder.example, without a port.")]
    [InlineData("Smtp:Host", "", "Mail:Smtp:User is set and Mail:Smtp:Host is not; it should be the name of the mail server.")]
    [InlineData("Smtp:Port", "many", "Mail:Smtp:Port is 'many'; it should be a number such as 587.")]
    [InlineData("Smtp:Port", "70000", "Mail:Smtp:Port is '70000'; it should be a number such as 587.")]
    [InlineData("Smtp:Security", "Ssl", "Mail:Smtp:Security is 'Ssl'; it should be StartTls, Tls or None.")]
    [InlineData("Smtp:Security", "None", "Mail:Smtp:Security is None, which would send the password so that anybody on the way can read it; it should be StartTls or Tls.")]
    [InlineData("Smtp:User", "", "Mail:Smtp:Password is set and Mail:Smtp:User is not; the server needs both or neither.")]
    [InlineData("Smtp:Password", "", "Mail:Smtp:User is set and Mail:Smtp:Password is not; the server needs both or neither.")]
    public void A_setting_that_cannot_be_used_is_named_and_no_password_is_repeated(string name, string value, string sentence)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Read(
            ("From", "post@finder.example"), ("Smtp:Host", "smtp.finder.example"), ("Smtp:User", "finder"), ("Smtp:Password", "sesame"), (name, value)));

        Assert.Equal(sentence, error.Message);
    }

    [Theory]
    [InlineData("ReturnPath", "nobody", "Mail:ReturnPath is 'nobody'; it should be an address such as bounces@finder.example.")]
    [InlineData("Bounces:Host", "imap.finder.example:993", "Mail:Bounces:Host is 'imap.finder.example:993'; it should be the name of a server with the mailbox such as imap.finder.example, without a port.")]
    [InlineData("Bounces:Host", "", "Mail:Bounces:User is set and Mail:Bounces:Host is not; it should be the name of the server with the mailbox.")]
    [InlineData("Bounces:Port", "many", "Mail:Bounces:Port is 'many'; it should be a number such as 993.")]
    [InlineData("Bounces:Security", "Ssl", "Mail:Bounces:Security is 'Ssl'; it should be StartTls, Tls or None.")]
    [InlineData("Bounces:Security", "None", "Mail:Bounces:Security is None, which would send the password so that anybody on the way can read it; it should be StartTls or Tls.")]
    [InlineData("Bounces:User", "", "Mail:Bounces:Password is set and Mail:Bounces:User is not; the server needs both.")]
    [InlineData("Bounces:Password", "", "Mail:Bounces:User is set and Mail:Bounces:Password is not; the server needs both.")]
    public void A_setting_of_the_mailbox_that_cannot_be_used_is_named_and_no_password_is_repeated(string name, string value, string sentence)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Read(
            ("Bounces:Host", "imap.finder.example"), ("Bounces:User", "bounces"), ("Bounces:Password", "sesame"), (name, value)));

        Assert.Equal(sentence, error.Message);
    }

    [Fact]
    public void A_mailbox_needs_a_login()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Read(("Bounces:Host", "imap.finder.example")));

        Assert.Equal("Mail:Bounces:Host is set and Mail:Bounces:User is not; it should be whom the mailbox belongs to, with Mail:Bounces:Password.", error.Message);
    }

    [Theory]
    [InlineData(null, SecureSocketOptions.SslOnConnect, 993)]
    [InlineData("StartTls", SecureSocketOptions.StartTls, 143)]
    public void Reports_are_read_over_a_protected_way(string? security, SecureSocketOptions options, int port)
    {
        var bounces = Read(
            ("ReturnPath", "bounces@finder.example"), ("Bounces:Host", "imap.finder.example"), ("Bounces:User", "bounces"), ("Bounces:Password", "sesame"),
            ("Bounces:Security", security), ("Bounces:Folder", "Reports"));

        Assert.Equal((options, port, "Reports"), (bounces.Bounces!.Server.Security, bounces.Bounces.Server.Port, bounces.Bounces.Folder));
        Assert.Equal("bounces@finder.example", bounces.ReturnPath!.Address);
        Assert.DoesNotContain("sesame", $"{bounces}", StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_kept_of_the_settings_shows_no_password() => Assert.DoesNotContain(
        "sesame",
        $"{Read(("From", "post@finder.example"), ("Smtp:Host", "smtp.finder.example"), ("Smtp:User", "finder"), ("Smtp:Password", "sesame"))}",
        StringComparison.Ordinal);

    private static MailSettings Read(params (string Name, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder();
        foreach (var (name, value) in settings)
        {
            configuration.AddInMemoryCollection([new($"Mail:{name}", value)]);
        }

        return MailSettings.Read(configuration.Build(), Site);
    }
}
