using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Data.Providers.Sqlite;
using PractitionerFinder.Web.Features.Reminders;
using PractitionerFinder.Web.Shared.Mailing;

namespace PractitionerFinder.Web.Tests.Features.Reminders;

/// <summary>A node of the site on which nothing goes by itself: the test does the work of the clock, carries mails over and is the mail server.</summary>
public sealed partial class ReminderSite : FinderApplication
{
    public static readonly DateTime Noon = ListingBuilder.Morning.AddHours(3);

    private static int people;

    /// <param name="beside">The node whose clock and database are used too.</param>
    public ReminderSite(ReminderSite? beside = null)
    {
        Clock = beside?.Time ?? new FixedClock(Noon);
        Settings["Site:PublicUrl"] = "https://finder.example";
        if (beside is not null)
        {
            Settings["ConnectionStrings:Finder"] = Path.Combine(beside.DataFolder, "finder.db");
        }

        Replace = services =>
        {
            services.ConfigureDbContext<SqliteFinderContext>(options => options.AddInterceptors(Killer));
            services.Remove(services.Single(s => s.ImplementationType == typeof(MailRelayService)));
            services.Remove(services.Single(s => s.ImplementationType == typeof(HandOverService)));
        };
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public FixedClock Time => (FixedClock)Clock!;

    public DateTime Now => Time.GetUtcNow().UtcDateTime;

    public Stopper Killer { get; } = new();

    public ConfirmByLink Press => Services.GetRequiredService<ConfirmByLink>();

    /// <param name="To">The address.</param>
    /// <param name="Subject">The subject.</param>
    /// <param name="Words">The part of text.</param>
    /// <param name="Token">The token of its link.</param>
    /// <param name="At">When the server took it, UTC.</param>
    public sealed record Letter(string To, string Subject, string Words, string Token, DateTime At);

    /// <summary>A listing that was approved at <see cref="ListingBuilder.Morning"/>, and its owner's account.</summary>
    public async Task<(long Listing, long Owner)> GivenAsync(ListingBuilder builder, bool isConfirmed = true, MemberRole role = MemberRole.Owner)
    {
        var listing = (await GivenAsync([builder]))[0].Id;
        return (listing, await GivenKeeperAsync(listing, isConfirmed, role));
    }

    public async Task<long> GivenKeeperAsync(long listing, bool isConfirmed = true, MemberRole role = MemberRole.Owner)
    {
        var email = $"owner{Interlocked.Increment(ref people)}@people.example";
        var account = new Account("Amira Holt", email, Now) { EmailConfirmed = isConfirmed, NormalizedEmail = email.ToUpperInvariant(), NormalizedUserName = email.ToUpperInvariant() };
        await using var db = await ContextAsync();
        db.Users.Add(account);
        await db.SaveChangesAsync(Cancel);
        db.Members.Add(new ListingMember(listing, account.Id, role, Now));
        await db.SaveChangesAsync(Cancel);
        return account.Id;
    }

    public Task<FinderDbContext> ContextAsync() => Services.GetRequiredService<IDbContextFactory<FinderDbContext>>().CreateDbContextAsync(Cancel);

    public async Task<Listing> ReadAsync(long listing)
    {
        await using var db = await ContextAsync();
        return await db.Listings.AsNoTracking().Include(l => l.Confirmations).SingleAsync(l => l.Id == listing, Cancel);
    }

    public async Task ChangeAsync(long listing, Action<Listing> change)
    {
        await using var db = await ContextAsync();
        change(await db.Listings.Include(l => l.Confirmations).SingleAsync(l => l.Id == listing, Cancel));
        await db.SaveChangesAsync(Cancel);
    }

    /// <summary>What the clock asks for: reminders are written and carried over.</summary>
    public async Task WorkAsync()
    {
        await Services.GetRequiredService<SendReminders>().RunAsync(Cancel);
        await Services.GetRequiredService<MailRelay>().RunAsync(Cancel);
    }

    /// <summary>The mail server takes what waits.</summary>
    public async Task<IReadOnlyList<Letter>> TakeAsync()
    {
        var taken = new List<Letter>();
        foreach (var letter in Services.GetRequiredService<Outbox>().In(Outbox.Place.Waiting))
        {
            using var mail = await MimeKit.MimeMessage.LoadAsync(letter.File, Cancel);
            Outbox.Remove(letter);
            taken.Add(new Letter(mail.To.ToString(), mail.Subject!, mail.TextBody!, TokenOf().Match(mail.TextBody!).Groups[1].Value, Now));
        }

        return taken;
    }

    /// <summary>Works and takes the mails.</summary>
    public async Task<IReadOnlyList<Letter>> RemindAsync()
    {
        await WorkAsync();
        return await TakeAsync();
    }

    /// <summary>Lets time go by, working every so often, to an instant.</summary>
    public async Task<IReadOnlyList<Letter>> RemindUntilAsync(DateTime end, TimeSpan every)
    {
        var letters = new List<Letter>();
        while (Now < end)
        {
            Time.Advance(every < end - Now ? every : end - Now);
            letters.AddRange(await RemindAsync());
        }

        return letters;
    }

    [GeneratedRegex(@"/still-true\?token=([\w-]+)")]
    private static partial Regex TokenOf();

    /// <summary>Ends a node before a command of its database: whatever it does then fails, until it is started again.</summary>
    public sealed class Stopper : DbCommandInterceptor
    {
        private int left = int.MaxValue;

        public bool IsDead => left <= 0;

        public void StopAfter(int commands) => left = commands;

        public void Start() => left = int.MaxValue;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => Next(command, result);

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => Next(command, result);

        // Only what reminds and carries over counts: the application reads by itself meanwhile.
        private ValueTask<T> Next<T>(DbCommand command, T result)
        {
            if (left != int.MaxValue && new[] { "Reminders", "OutgoingMails", "UPDATE", "INSERT" }.Any(w => command.CommandText.Contains(w, StringComparison.Ordinal)) && Interlocked.Decrement(ref left) <= 0)
            {
                left = 0;
                throw new InvalidOperationException("Stopped.");
            }

            return ValueTask.FromResult(result);
        }
    }
}
