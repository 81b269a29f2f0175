using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Web.Shared.Mailing;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Tests.Shared.Mailing;

/// <summary>An outbox on a folder of its own, a server for it, and rounds of handing over that a test makes itself.</summary>
public sealed class PostOffice : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder;
    private readonly ServiceProvider services;

    /// <param name="settings">Settings in place of those that lead to the server; null for none at all.</param>
    /// <param name="outbox">What another one left behind.</param>
    public PostOffice(IReadOnlyDictionary<string, string?>? settings = null, string? outbox = null)
    {
        folder = Directory.CreateTempSubdirectory("post-office-");
        if (outbox is not null)
        {
            Copy(outbox, OutboxFolder);
        }

        Site = new SiteSettings(new Uri("https://finder.example"), "GB", false, folder.FullName, "", new ContactSettings("The Example Trust", "help@finder.example", null, null));
        settings ??= new Dictionary<string, string?>
        {
            ["Mail:From"] = "PractitionerFinder <no-reply@finder.example>",
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Security"] = "None",
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).AddInMemoryCollection(
            settings.ContainsKey("Mail:Smtp:Host") ? [new("Mail:Smtp:Port", $"{Inbox.Port}")] : []).Build();
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(Site)
            .AddLogging(logging => logging.AddProvider(Logs))
            .AddMailing(configuration, Site)
            .BuildServiceProvider();
    }

    public SmtpInbox Inbox { get; } = new();

    public FixedClock Time { get; } = new(Noon);

    public CapturedLogs Logs { get; } = new();

    public SiteSettings Site { get; }

    public Outbox Outbox => services.GetRequiredService<Outbox>();

    public string OutboxFolder => Path.Combine(folder.FullName, "outbox");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public IMailer Mailer => services.GetRequiredService<IMailer>();

    public Task SendAsync(Mail mail) => Mailer.SendAsync(mail, Cancel);

    public Task SendAsync(string to, string words = "Hello") => SendAsync(new Mail(to, "Hello", [new MailBlock.Text(words)]));

    /// <summary>One round, and how long it says to rest.</summary>
    public Task<TimeSpan> HandOverAsync() => HandOverUntilAsync(Cancel);

    public Task<TimeSpan> HandOverUntilAsync(CancellationToken cancel) => services.GetRequiredService<HandOver>().RunAsync(cancel);

    public int Count(Outbox.Place place) => Outbox.In(place).Count;

    /// <summary>The files that are there now, elsewhere: what a program leaves that is killed at this moment.</summary>
    public string LeftBehind()
    {
        var copy = Path.Combine(folder.FullName, "left-behind");
        Copy(OutboxFolder, copy);
        return copy;
    }

    public async ValueTask DisposeAsync()
    {
        await Inbox.DisposeAsync();
        await services.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
