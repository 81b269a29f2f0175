using Microsoft.Extensions.Logging;
using MimeKit;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Web.Shared.Mailing;

namespace PractitionerFinder.Web.Tests.Shared.Mailing;

public sealed class HandOverTests
{
    private const string Amira = "amira@practice.example";
    private const string Idris = "idris@practice.example";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_arrives_and_nothing_of_it_stays()
    {
        await using var office = new PostOffice();
        await office.SendAsync(Amira);

        Assert.Equal(HandOver.Rest, await office.HandOverAsync());

        using var mail = await office.Inbox.NextAsync(Cancel);
        Assert.Equal(Amira, mail.To.ToString());
        Assert.Contains($"RCPT TO:<{Amira}>", office.Inbox.Commands.Select(c => c.Split("> ")[0].TrimEnd('>') + ">"));
        Assert.Empty(Directory.EnumerateFiles(office.OutboxFolder, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(null, "no-reply@finder.example")]
    [InlineData("bounces@finder.example", "bounces@finder.example")]
    public async Task Reports_of_a_mail_go_to_the_return_path_and_hold_nothing_of_what_it_says(string? path, string to)
    {
        await using var office = new PostOffice(new Dictionary<string, string?>
        {
            ["Mail:From"] = "PractitionerFinder <no-reply@finder.example>",
            ["Mail:ReturnPath"] = path,
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Security"] = "None",
        });
        office.Inbox.Answer = line => line.StartsWith("EHLO", StringComparison.Ordinal) ? "250-inbox.example\r\n250 DSN" : null;
        await office.SendAsync(Amira);

        await office.HandOverAsync();

        using var mail = await office.Inbox.NextAsync(Cancel);
        Assert.Equal("no-reply@finder.example", mail.From.Mailboxes.Single().Address);
        Assert.Contains(office.Inbox.Commands, line => line.StartsWith($"MAIL FROM:<{to}>", StringComparison.Ordinal) && line.Contains("RET=HDRS", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mails_go_in_the_order_in_which_they_were_written()
    {
        await using var office = new PostOffice();
        foreach (var words in new[] { "first", "second", "third" })
        {
            await office.SendAsync(Amira, words);
        }

        await office.HandOverAsync();

        foreach (var words in new[] { "first", "second", "third" })
        {
            using var mail = await office.Inbox.NextAsync(Cancel);
            Assert.StartsWith(words, mail.TextBody, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_server_that_comes_back_gets_what_waited()
    {
        await using var office = new PostOffice();
        await office.Inbox.LeaveAsync();
        await office.SendAsync(Amira, "first");
        await office.SendAsync(Idris, "second");

        var rest = await office.HandOverAsync();
        office.Inbox.Return();

        // It is not asked again before the time, whatever comes meanwhile.
        await office.HandOverAsync();
        Assert.Equal(2, office.Count(Outbox.Place.Waiting));
        office.Time.Advance(rest);
        await office.HandOverAsync();
        using var first = await office.Inbox.NextAsync(Cancel);
        using var second = await office.Inbox.NextAsync(Cancel);
        Assert.Equal((Amira, Idris), (first.To.ToString(), second.To.ToString()));
        Assert.Equal(0, office.Count(Outbox.Place.Waiting));
    }

    [Fact]
    public async Task A_server_that_stays_away_is_asked_less_and_less_and_no_mail_is_lost()
    {
        await using var office = new PostOffice();
        await office.Inbox.LeaveAsync();
        await office.SendAsync(Amira);
        var rests = new List<double>();
        for (var round = 0; round < 12; round++)
        {
            var rest = await office.HandOverAsync();
            rests.Add(rest.TotalSeconds);
            office.Time.Advance(rest);
        }

        Assert.InRange(rests[0], 4, 6);
        Assert.InRange(rests[1], 8, 12);
        Assert.All(rests[^3..], rest => Assert.InRange(rest, 12 * 60, 18 * 60));
        Assert.True(rests[^3..].Distinct().Count() > 1, "Nodes that failed together come back together.");
        Assert.Equal(1, office.Count(Outbox.Place.Waiting));
        Assert.Equal(12, office.Logs.Entries.Count(e => e.Level == LogLevel.Warning));
    }

    [Fact]
    public async Task What_the_server_will_never_take_is_put_aside_for_two_weeks_and_the_next_goes()
    {
        await using var office = new PostOffice();
        office.Inbox.Answer = line => line.Contains(Amira, StringComparison.Ordinal) ? $"550 5.1.1 <{Amira}> is not known here" : null;
        await office.SendAsync(Amira);
        await office.SendAsync(Idris);

        await office.HandOverAsync();

        using var mail = await office.Inbox.NextAsync(Cancel);
        Assert.Equal(Idris, mail.To.ToString());
        Assert.Equal((0, 1), (office.Count(Outbox.Place.Waiting), office.Count(Outbox.Place.Refused)));
        Assert.Contains("it answered 550", office.Logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Amira, office.Logs.Text, StringComparison.Ordinal);

        office.Time.Advance(Outbox.RefusedFor + TimeSpan.FromMinutes(1));
        await office.HandOverAsync();
        Assert.Equal(0, office.Count(Outbox.Place.Refused));
    }

    [Theory]
    [InlineData("RCPT", "450 4.2.0 Greylisted, come back")]
    [InlineData(".", "451 4.3.0 Not now")]
    public async Task What_the_server_does_not_take_now_waits_by_itself(string command, string answer)
    {
        await using var office = new PostOffice();
        var isFirst = true;
        office.Inbox.Answer = line => line.StartsWith(command, StringComparison.Ordinal) && isFirst ? Once() : null;
        await office.SendAsync(Amira);
        await office.SendAsync(Idris);

        await office.HandOverAsync();

        using var other = await office.Inbox.NextAsync(Cancel);
        Assert.Equal(Idris, other.To.ToString());
        Assert.Equal(1, office.Count(Outbox.Place.Waiting));
        office.Time.Advance(TimeSpan.FromMinutes(1));
        await office.HandOverAsync();
        using var late = await office.Inbox.NextAsync(Cancel);
        Assert.Equal(Amira, late.To.ToString());

        string Once()
        {
            isFirst = false;
            return answer;
        }
    }

    [Fact]
    public async Task A_mail_that_breaks_the_connection_every_time_does_not_hold_up_the_others()
    {
        await using var office = new PostOffice();
        office.Inbox.Answer = line => line.Contains(Amira, StringComparison.Ordinal) ? "421 Closing" : null;
        await office.SendAsync(Amira);
        await office.SendAsync(Idris);

        for (var round = 0; round < 2 && office.Inbox.IsEmpty; round++)
        {
            office.Time.Advance(await office.HandOverAsync());
        }

        using var mail = await office.Inbox.NextAsync(Cancel);
        Assert.Equal(Idris, mail.To.ToString());
        Assert.Equal(1, office.Count(Outbox.Place.Waiting));
    }

    [Fact]
    public async Task A_sender_that_is_not_let_in_is_a_fault_of_the_site_and_costs_no_mail()
    {
        await using var office = new PostOffice();
        office.Inbox.Answer = line => line.StartsWith("MAIL", StringComparison.Ordinal) ? "553 Not your domain" : null;
        await office.SendAsync(Amira);

        await office.HandOverAsync();

        Assert.Equal((1, 0), (office.Count(Outbox.Place.Waiting), office.Count(Outbox.Place.Refused)));
        Assert.Contains("it answered 553 to the sender's address", office.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_no_attempt_could_hand_over_in_four_days_is_put_aside()
    {
        await using var office = new PostOffice();
        office.Inbox.Answer = line => line.StartsWith("RCPT", StringComparison.Ordinal) ? "450 Not now" : null;
        await office.SendAsync(Amira);
        await office.HandOverAsync();

        office.Time.Advance(HandOver.GiveUpAfter + TimeSpan.FromMinutes(1));
        await office.HandOverAsync();

        Assert.Equal((0, 1), (office.Count(Outbox.Place.Waiting), office.Count(Outbox.Place.Refused)));
    }

    [Fact]
    public async Task Killed_while_it_waits_for_the_servers_last_word_it_sends_the_same_mail_once_more()
    {
        await using var office = new PostOffice();
        var taken = new TaskCompletionSource();
        office.Inbox.BeforeLastWord = () =>
        {
            taken.SetResult();
            return new TaskCompletionSource().Task;
        };
        await office.SendAsync(Amira);
        using var killing = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var round = office.HandOverUntilAsync(killing.Token);
        await taken.Task.WaitAsync(Cancel);
        await using var next = new PostOffice(outbox: office.LeftBehind());
        await killing.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => round);

        await next.HandOverAsync();

        using var first = await office.Inbox.NextAsync(Cancel);
        using var second = await next.Inbox.NextAsync(Cancel);
        Assert.Equal(first.MessageId, second.MessageId);
        Assert.Equal(0, next.Count(Outbox.Place.Waiting));
    }

    [Fact]
    public async Task What_a_killed_program_had_not_written_to_its_end_is_never_sent_and_goes_in_time()
    {
        await using var office = new PostOffice();
        await office.SendAsync(Amira);
        var part = Directory.GetFiles(office.OutboxFolder, "*.eml", SearchOption.AllDirectories).Single() + ".part";
        await File.WriteAllTextAsync(part, "To: half@practice.example", Cancel);
        File.SetLastWriteTimeUtc(part, office.Time.GetUtcNow().UtcDateTime);

        await office.HandOverAsync();

        using var mail = await office.Inbox.NextAsync(Cancel);
        Assert.True(office.Inbox.IsEmpty);
        Assert.True(File.Exists(part));
        office.Time.Advance(TimeSpan.FromHours(2));
        await office.HandOverAsync();
        Assert.False(File.Exists(part));
    }

    [Fact]
    public async Task A_user_and_a_password_are_given_when_they_are_set()
    {
        await using var office = new PostOffice(new Dictionary<string, string?>
        {
            ["Mail:From"] = "no-reply@finder.example",
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Security"] = "None",
            ["Mail:Smtp:User"] = "finder",
            ["Mail:Smtp:Password"] = "sesame",
        });
        await office.SendAsync(Amira);

        await office.HandOverAsync();

        using var mail = await office.Inbox.NextAsync(Cancel);
        Assert.Equal(("finder", "sesame"), office.Inbox.Login);
        Assert.Equal("\"PractitionerFinder\" <no-reply@finder.example>", mail.From.ToString());
    }

    [Fact]
    public async Task Nothing_is_said_to_a_server_that_does_not_protect_the_way_as_was_asked()
    {
        await using var office = new PostOffice(new Dictionary<string, string?> { ["Mail:From"] = "no-reply@finder.example", ["Mail:Smtp:Host"] = "127.0.0.1" });
        await office.SendAsync(Amira);

        await office.HandOverAsync();

        Assert.DoesNotContain(office.Inbox.Commands, c => c.StartsWith("MAIL", StringComparison.Ordinal) || c.StartsWith("AUTH", StringComparison.Ordinal));
        Assert.Equal(1, office.Count(Outbox.Place.Waiting));
    }

    [Fact]
    public async Task Without_a_server_the_newest_mails_are_kept()
    {
        await using var office = new PostOffice(new Dictionary<string, string?>());
        for (var i = 0; i <= Outbox.MostKept; i++)
        {
            await office.SendAsync(Amira, $"Mail {i}.");
        }

        await office.HandOverAsync();
        await office.HandOverAsync();

        Assert.Equal((0, Outbox.MostKept), (office.Count(Outbox.Place.Waiting), office.Count(Outbox.Place.Kept)));
        using var oldest = await MimeMessage.LoadAsync(office.Outbox.In(Outbox.Place.Kept)[0].File, Cancel);
        Assert.StartsWith("Mail 1.", oldest.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_cannot_be_written_is_told_to_whoever_sends_it()
    {
        await using var office = new PostOffice();
        await File.WriteAllTextAsync(office.OutboxFolder, "No folder can be made here.", Cancel);

        await Assert.ThrowsAnyAsync<IOException>(() => office.SendAsync(Amira));
    }

    [Fact]
    public async Task Nobody_else_on_the_machine_can_read_the_outbox()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        await using var office = new PostOffice();
        await office.SendAsync(Amira);

        foreach (var folder in Directory.EnumerateDirectories(office.OutboxFolder).Append(office.OutboxFolder))
        {
#pragma warning disable CA1416 // Skipped above.
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
#pragma warning restore CA1416
        }
    }

    [Fact]
    public async Task The_site_hands_over_by_itself_and_says_when_mails_have_waited_long()
    {
        await using var inbox = new SmtpInbox();
        await using var site = new Features.Finder.FinderSite();
        inbox.TakeMailsOf(site);
        var mailer = (IMailer)site.Services.GetService(typeof(IMailer))!;
        await mailer.SendAsync(new Mail(Amira, "Hello", [new MailBlock.Text("Hello")]), Cancel);
        using var mail = await inbox.NextAsync(Cancel);
        Assert.Equal(Amira, mail.To.ToString());

        await inbox.LeaveAsync();
        await mailer.SendAsync(new Mail(Idris, "Hello", [new MailBlock.Text("Hello")]), Cancel);
        site.Time.Advance(TimeSpan.FromMinutes(16));

        var health = await site.AskAsync("/health/ready");
        Assert.Equal(("degraded", "degraded"), (health.GetProperty("status").GetString(), health.GetProperty("checks").GetProperty("mail").GetString()));
    }
}
