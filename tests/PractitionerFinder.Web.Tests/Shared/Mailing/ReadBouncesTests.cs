using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MimeKit;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared.Mailing;

namespace PractitionerFinder.Web.Tests.Shared.Mailing;

public sealed class ReadBouncesTests : IAsyncDisposable
{
    private const string Amira = "amira@practice.example";
    private static readonly DateTimeOffset Noon = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly ImapMailbox mailbox = new();
    private readonly FixedClock clock = new(Noon);
    private readonly FinderApplication site;

    public ReadBouncesTests() => mailbox.TellOfMailsOf(site = new FinderApplication
    {
        Clock = clock,

        // Mails stay where the test looks for them.
        Replace = services => services.Remove(services.Single(s => s.ImplementationType == typeof(HandOverService))),
    });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("text/rfc822-headers")]
    [InlineData("message/rfc822")]
    public async Task A_mail_that_came_back_is_known_and_the_report_is_deleted(string returned)
    {
        var (mail, messageId) = await SendAsync();
        var (other, _) = await SendAsync();
        mailbox.Put(Report(messageId, returned, "failed"));
        clock.Advance(TimeSpan.FromHours(1));

        await ReadAsync();

        Assert.Equal(Noon.UtcDateTime.AddHours(1), await RefusedAtAsync(mail));
        Assert.Null(await RefusedAtAsync(other));
        Assert.Empty(mailbox.Messages);
        Assert.DoesNotContain(Amira, site.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_report_of_a_mail_changes_nothing()
    {
        var (mail, messageId) = await SendAsync();
        mailbox.Put(Report(messageId, "text/rfc822-headers", "failed"));
        await ReadAsync();
        clock.Advance(TimeSpan.FromHours(1));
        mailbox.Put(Report(messageId, "text/rfc822-headers", "failed"));

        await ReadAsync();

        Assert.Equal(Noon.UtcDateTime, await RefusedAtAsync(mail));
        Assert.Empty(mailbox.Messages);
    }

    [Theory]
    [InlineData("delayed")]
    [InlineData("relayed")]
    [InlineData("failed", "delivered")]
    public async Task A_mail_that_may_still_arrive_or_has_reached_somebody_did_not_come_back(params string[] actions)
    {
        var (mail, messageId) = await SendAsync();
        mailbox.Put(Report(messageId, "text/rfc822-headers", actions));

        await ReadAsync();

        Assert.Null(await RefusedAtAsync(mail));
        Assert.Empty(mailbox.Messages);
    }

    [Fact]
    public async Task A_report_that_is_made_up_marks_no_mail()
    {
        var (mail, messageId) = await SendAsync();
        var number = MailAttempt.Of(messageId.Split('@')[0])!.Value.Number;
        foreach (var guess in new[] { $"{mail}", $"{mail}.", $"{mail}.0", $"{mail}.{number - 1}", $"{mail + 1}.{number}", $"{mail}.-{number}", $"{mail}.{number}.1", $"{number}.{mail}" })
        {
            mailbox.Put(Report($"{guess}@finder.example", "text/rfc822-headers", "failed"));
        }

        await ReadAsync();

        Assert.Null(await RefusedAtAsync(mail));
        Assert.Empty(mailbox.Messages);
    }

    [Fact]
    public async Task No_two_mails_have_numbers_that_follow_from_each_other()
    {
        var numbers = new List<long>();
        for (var i = 0; i < 3; i++)
        {
            numbers.Add(MailAttempt.Of((await SendAsync()).MessageId.Split('@')[0])!.Value.Number);
        }

        Assert.All(numbers, number => Assert.True(number > 1L << 32, "Of 63 random bits the first thirty are hardly ever all zero."));
        Assert.Equal(3, numbers.Distinct().Count());
    }

    [Fact]
    public async Task What_is_no_report_stays_unread_and_is_not_fetched()
    {
        var (mail, messageId) = await SendAsync();
        mailbox.Put($"From: {Amira}\nTo: {ImapMailbox.User}\nSubject: Re: Hello\nIn-Reply-To: <{messageId}>\nContent-Type: text/plain\n\nAction: failed\n");

        await ReadAsync();

        Assert.Null(await RefusedAtAsync(mail));
        Assert.False(Assert.Single(mailbox.Messages).IsSeen);
        Assert.DoesNotContain(mailbox.Commands, line => line.Contains("FETCH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_of_another_kind_stays_and_is_looked_at_once()
    {
        var (mail, messageId) = await SendAsync();
        mailbox.Put(Report(messageId, "text/rfc822-headers", "failed").Replace("delivery-status", "disposition-notification", StringComparison.Ordinal));

        await ReadAsync();
        await ReadAsync();

        Assert.Null(await RefusedAtAsync(mail));
        Assert.True(Assert.Single(mailbox.Messages).IsSeen);
        Assert.Single(mailbox.Commands, line => line.Contains("FETCH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_the_mailbox_is_away_the_log_says_so_once_and_then_it_is_read()
    {
        var (mail, messageId) = await SendAsync();
        mailbox.Put(Report(messageId, "text/rfc822-headers", "failed"));
        await mailbox.LeaveAsync();

        await ReadAsync();
        await ReadAsync();
        Assert.Single(Warnings());
        Assert.Null(await RefusedAtAsync(mail));

        mailbox.Return();
        await ReadAsync();
        Assert.NotNull(await RefusedAtAsync(mail));

        await mailbox.LeaveAsync();
        await ReadAsync();
        Assert.Equal(2, Warnings().Count);
    }

    [Theory]
    [InlineData("Mail:Bounces:Password", "guess nine", "it refuses Mail:Bounces:User or Mail:Bounces:Password")]
    [InlineData("Mail:Bounces:Folder", "Nowhere", "it has no folder of the name in Mail:Bounces:Folder")]
    public async Task A_setting_that_the_mailbox_refuses_is_named_once_and_no_password_is_repeated(string setting, string value, string why)
    {
        site.Settings[setting] = value;

        await ReadAsync();
        await ReadAsync();

        Assert.Contains(why, Assert.Single(Warnings()).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("guess nine", site.Logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(ImapMailbox.Password, site.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_node_took_meanwhile_is_left_to_it()
    {
        var (_, messageId) = await SendAsync();
        mailbox.Put(Report(messageId, "text/rfc822-headers", "failed"));
        mailbox.BeforeFetch = mailbox.Clear;

        await ReadAsync();

        Assert.Empty(Warnings());
    }

    [Fact]
    public async Task Two_nodes_read_the_same_mailbox()
    {
        await using var second = new FinderApplication
        {
            Clock = clock,
            Settings = { ["ConnectionStrings:Finder"] = Path.Combine(site.DataFolder, "finder.db") },
        };
        mailbox.TellOfMailsOf(second);
        var mails = new List<long>();
        for (var i = 0; i < 10; i++)
        {
            var (mail, messageId) = await SendAsync();
            mails.Add(mail);
            mailbox.Put(Report(messageId, "text/rfc822-headers", "failed"));
        }

        await Task.WhenAll(ReadAsync(), second.Services.GetRequiredService<ReadBounces>().RunAsync(Cancel));

        foreach (var mail in mails)
        {
            Assert.NotNull(await RefusedAtAsync(mail));
        }

        Assert.Empty(mailbox.Messages);
        Assert.Empty(Warnings());
        Assert.DoesNotContain(second.Logs.Entries, e => e.Category == typeof(ReadBounces).FullName && e.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Without_a_mailbox_nothing_is_read()
    {
        await using var without = new FinderApplication { Clock = clock };

        Assert.Null(without.Services.GetService<ReadBounces>());
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await mailbox.DisposeAsync();
    }

    private static string Report(string messageId, string returned, params string[] actions) => ImapMailbox.Report(messageId, Amira, returned, actions);

    private Task ReadAsync() => site.Services.GetRequiredService<ReadBounces>().RunAsync(Cancel);

    private List<CapturedLogs.Entry> Warnings() => [.. site.Logs.Entries.Where(e => e.Category == typeof(ReadBounces).FullName && e.Level >= LogLevel.Warning)];

    /// <summary>A mail that was carried over, and the Message-ID that it has.</summary>
    private async Task<(long Mail, string MessageId)> SendAsync()
    {
        var row = new OutgoingMail(new Mail(Amira, "Hello", [new MailBlock.Text("Hello")]), Noon.UtcDateTime);
        await using (var db = await ContextAsync())
        {
            db.OutgoingMails.Add(row);
            await db.SaveChangesAsync(Cancel);
        }

        await site.Services.GetRequiredService<MailRelay>().RunAsync(Cancel);
        var outbox = site.Services.GetRequiredService<Outbox>();
        var letter = outbox.In(Outbox.Place.Waiting).Concat(outbox.In(Outbox.Place.Kept)).First(l => l.Id.Contains($"-{row.Id}.", StringComparison.Ordinal));
        using var message = await MimeMessage.LoadAsync(letter.File, Cancel);
        return (row.Id, message.MessageId!);
    }

    private async Task<DateTime?> RefusedAtAsync(long mail)
    {
        await using var db = await ContextAsync();
        return await db.OutgoingMails.Where(m => m.Id == mail).Select(m => m.RefusedAt).SingleAsync(Cancel);
    }

    private Task<FinderDbContext> ContextAsync() => site.Services.GetRequiredService<IDbContextFactory<FinderDbContext>>().CreateDbContextAsync(Cancel);
}
