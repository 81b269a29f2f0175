using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Providers.Sqlite;
using PractitionerFinder.Web.Shared.Mailing;

namespace PractitionerFinder.Web.Tests.Shared.Mailing;

public sealed class MailRelayTests
{
    private const string Amira = "amira@practice.example";
    private static readonly DateTimeOffset Noon = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_of_the_database_is_in_the_outbox_once_and_its_words_go()
    {
        await using var site = new FinderApplication { Clock = new FixedClock(Noon), Replace = LeaveLetters };
        var id = await WriteAsync(site, new Mail(Amira, "Hello", [new MailBlock.Text("One two"), new MailBlock.Action("Open it", "https://finder.example/x"), new MailBlock.Quote("Name", "three")]));

        await RelayOf(site).RunAsync(Cancel);
        await RelayOf(site).RunAsync(Cancel);

        var letter = Assert.Single(Letters(site));
        var words = await File.ReadAllTextAsync(letter.File, Cancel);
        Assert.All(["One two", "Open it", "https://finder.example/x", "three"], part => Assert.Contains(part, words, StringComparison.Ordinal));
        var row = await ReadAsync(site, id);
        Assert.Equal(Noon.UtcDateTime, row.HandedAt);
        Assert.Null(row.Words);
    }

    [Fact]
    public async Task A_key_is_used_once()
    {
        await using var site = new FinderApplication { Clock = new FixedClock(Noon), Replace = LeaveLetters };
        await WriteAsync(site, Hello, "about:1");

        await Assert.ThrowsAsync<DbUpdateException>(() => WriteAsync(site, Hello, "about:1"));
        await WriteAsync(site, Hello, "about:2");
    }

    [Fact]
    public async Task Killed_at_any_step_it_is_sent_once()
    {
        for (var step = 1; ; step++)
        {
            var killer = new Killer();
            var clock = new FixedClock(Noon);
            await using var site = new FinderApplication
            {
                Clock = clock,
                Replace = services =>
                {
                    LeaveLetters(services);
                    services.ConfigureDbContext<SqliteFinderContext>(options => options.AddInterceptors(killer));
                    services.Remove(services.Single(s => s.ImplementationType == typeof(MailRelayService)));
                },
            };
            await WriteAsync(site, Hello);
            killer.Kill(after: step);
            var wasKilled = await Record.ExceptionAsync(() => RelayOf(site).RunAsync(Cancel)) is not null;
            killer.Kill(after: null);

            clock.Advance(TimeSpan.FromMinutes(2));
            await RelayOf(site).RunAsync(Cancel);

            Assert.Single(Letters(site));
            Assert.Empty(OutboxOf(site).In(Outbox.Place.Prepared));
            if (!wasKilled)
            {
                Assert.True(step > 4, $"Only {step} steps were found.");
                return;
            }
        }
    }

    [Fact]
    public async Task Two_nodes_send_each_mail_once()
    {
        var clock = new FixedClock(Noon);
        await using var one = new FinderApplication { Clock = clock, Replace = LeaveLetters };
        await using var other = new FinderApplication
        {
            Clock = clock,
            Replace = LeaveLetters,
            Settings = { ["ConnectionStrings:Finder"] = Path.Combine(one.DataFolder, "finder.db") },
        };
        for (var i = 0; i < 40; i++)
        {
            await WriteAsync(one, Hello);
        }

        await Task.WhenAll(RelayOf(one).RunAsync(Cancel), RelayOf(other).RunAsync(Cancel));

        Assert.Equal(40, Letters(one).Count + Letters(other).Count);
    }

    [Fact]
    public async Task What_the_mail_server_refuses_is_known()
    {
        await using var site = new FinderApplication { Clock = new FixedClock(Noon), Replace = LeaveLetters };
        var id = await WriteAsync(site, Hello);
        await RelayOf(site).RunAsync(Cancel);
        OutboxOf(site).Move(Assert.Single(Letters(site)), Outbox.Place.Refused);

        await RelayOf(site).RunAsync(Cancel);

        Assert.Equal(Noon.UtcDateTime, (await ReadAsync(site, id)).RefusedAt);
    }

    /// <summary>Mails stay where the test looks for them.</summary>
    private static void LeaveLetters(IServiceCollection services) => services.Remove(services.Single(s => s.ImplementationType == typeof(HandOverService)));

    private static Mail Hello => new(Amira, "Hello", [new MailBlock.Text("Hello")]);

    private static MailRelay RelayOf(FinderApplication site) => site.Services.GetRequiredService<MailRelay>();

    private static Outbox OutboxOf(FinderApplication site) => site.Services.GetRequiredService<Outbox>();

    private static List<Outbox.Letter> Letters(FinderApplication site) => [.. OutboxOf(site).In(Outbox.Place.Waiting), .. OutboxOf(site).In(Outbox.Place.Kept)];

    private static async Task<long> WriteAsync(FinderApplication site, Mail mail, string? key = null)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<FinderDbContext>>().CreateDbContextAsync(Cancel);
        var row = new OutgoingMail(mail, Noon.UtcDateTime, key);
        db.OutgoingMails.Add(row);
        await db.SaveChangesAsync(Cancel);
        return row.Id;
    }

    private static async Task<OutgoingMail> ReadAsync(FinderApplication site, long id)
    {
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<FinderDbContext>>().CreateDbContextAsync(Cancel);
        return await db.OutgoingMails.SingleAsync(m => m.Id == id, Cancel);
    }

    /// <summary>Ends the work before a command of the database, as a kill would.</summary>
    private sealed class Killer : DbCommandInterceptor
    {
        private int left = int.MaxValue;

        public void Kill(int? after) => left = after ?? int.MaxValue;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => Next(command, result);

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => Next(command, result);

        private ValueTask<T> Next<T>(DbCommand command, T result) =>
            command.CommandText.Contains("OutgoingMails", StringComparison.Ordinal) && --left == 0
                ? throw new InvalidOperationException("Killed.")
                : ValueTask.FromResult(result);
    }
}
