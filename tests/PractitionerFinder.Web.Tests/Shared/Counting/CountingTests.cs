using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Statistics;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Providers.Sqlite;
using PractitionerFinder.Web.Shared.Counting;

namespace PractitionerFinder.Web.Tests.Shared.Counting;

/// <summary>What is served is counted: every answer once, whoever made it and whenever the program ends.</summary>
public sealed class CountingTests
{
    private const string Browser = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0";
    private static readonly DateTime Noon = ListingBuilder.Morning.AddHours(3);
    private static readonly DateOnly Monday = new(2026, 6, 15);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_are_counted_kept_or_made_or_known_to_the_browser()
    {
        await using var site = Site();
        var listings = await site.GivenAsync(new ListingBuilder().At("amira"), new ListingBuilder().At("ben"));
        var visitor = Visitor(site);
        string? tag = null;
        for (var i = 0; i < 3; i++)
        {
            using var answer = await visitor.GetAsync("/find?near=Leeds", Cancel);
            Assert.False(answer.Headers.Contains(Shown.Header));
            tag = answer.Headers.ETag!.ToString();
        }

        using var again = new HttpRequestMessage(HttpMethod.Get, "/find?near=Leeds") { Headers = { { "If-None-Match", tag } } };
        using (var unchanged = await visitor.SendAsync(again, Cancel))
        {
            Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
            Assert.False(unchanged.Headers.Contains(Shown.Header));
        }

        using var profile = await visitor.GetAsync("/practitioners/amira", Cancel);
        await FoldAsync(site);

        await using var db = await ContextAsync(site);
        var search = await db.CountedSearches.SingleAsync(Cancel);
        Assert.Equal((Monday, "Leeds, England, United Kingdom", 4, 8, 4_000_000L), (search.Week, search.Place, search.Answers, search.Slots, search.EqualShare));
        Assert.Equal([4, 4], await db.Appearances.OrderBy(a => a.ListingId).Select(a => a.Times).ToListAsync(Cancel));
        var week = await db.ListingWeeks.SingleAsync(Cancel);
        Assert.Equal((listings[0].Id, Monday, 1, 0), (week.ListingId, week.Week, week.Views, week.Contacts));
    }

    [Fact]
    public async Task A_press_for_the_address_for_mail_is_a_contact()
    {
        await using var site = Site();
        await site.GivenAsync(new ListingBuilder().At("amira").Saying(c => c with { Contact = c.Contact with { EmailIsPublic = true } }));

        using var answer = await Visitor(site).PostAsync("/practitioners/amira/email", new FormUrlEncodedContent([new("_handler", "email")]), Cancel);
        await FoldAsync(site);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains(Shown.Header));
        await using var db = await ContextAsync(site);
        Assert.Equal(1, (await db.ListingWeeks.SingleAsync(Cancel)).Contacts);
    }

    [Theory]
    [InlineData("GET", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", null)]
    [InlineData("GET", "curl/8.5.0", null)]
    [InlineData("GET", "", null)]
    [InlineData("GET", Browser, "prefetch;anonymous-client-ip")]
    [InlineData("HEAD", Browser, null)]
    public async Task Programs_and_pages_fetched_ahead_are_not_counted_and_see_nothing_of_it(string method, string agent, string? purpose)
    {
        await using var site = Site();
        await site.GivenAsync(new ListingBuilder());
        using var request = new HttpRequestMessage(new HttpMethod(method), "/find?near=Leeds");
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        if (purpose is not null)
        {
            request.Headers.Add("Sec-Purpose", purpose);
        }

        using var answer = await site.CreateClient().SendAsync(request, Cancel);
        await FoldAsync(site);

        Assert.False(answer.Headers.Contains(Shown.Header));
        await using var db = await ContextAsync(site);
        Assert.Equal(0, await db.CountedSearches.CountAsync(Cancel));
    }

    [Fact]
    public async Task Programs_that_ask_the_api_are_not_counted()
    {
        await using var site = Site();
        await site.GivenAsync(new ListingBuilder());

        using var answer = await Visitor(site).GetAsync("/api/v1/search?near=Leeds", Cancel);
        await FoldAsync(site);

        await using var db = await ContextAsync(site);
        Assert.Equal(0, await db.Appearances.CountAsync(Cancel));
    }

    [Fact]
    public async Task A_place_counts_as_named_from_the_fifth_searcher_on_and_not_from_the_fifth_search()
    {
        await using var site = Site();
        await site.GivenAsync(new ListingBuilder());
        for (var i = 0; i < 7; i++)
        {
            await LookAsync("Leeds", 0);
            await LookAsync("York", i % 4);
            await LookAsync("Wakefield", i);
        }

        await FoldAsync(site);

        await using var db = await ContextAsync(site);
        Assert.Equal(["Wakefield, England, United Kingdom"], await db.ListingPlaces.Select(p => p.Place).ToListAsync(Cancel));

        async Task LookAsync(string near, int person)
        {
            using var answer = await Visitor(site, $"{Browser} {person}").GetAsync($"/find?near={near}&within=50mi", Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("LS6 3HN")]
    [InlineData("53.8101, -1.5620")]
    public async Task Where_exactly_somebody_searched_is_written_nowhere(string near)
    {
        await using var site = Site();
        await site.GivenAsync(new ListingBuilder());

        using var answer = await Visitor(site).GetAsync($"/find?near={Uri.EscapeDataString(near)}&q=amira", Cancel);
        site.Services.GetRequiredService<CountJournal>().Close();

        var written = await File.ReadAllTextAsync(Assert.Single(Files(site)), Cancel);
        Assert.Contains("Leeds", written, StringComparison.Ordinal);
        Assert.All(["LS6", "53.8", "1.56", "amira", "127.0.0.1", "Firefox"], part => Assert.DoesNotContain(part, written, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_a_killed_program_had_written_down_is_counted_by_the_next_and_half_a_line_is_not()
    {
        await using var site = Site();
        var listing = (await site.GivenAsync(new ListingBuilder()))[0].Id;
        var folder = Directory.CreateDirectory(Path.Combine(site.DataFolder, "statistics")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "20260615120000-0.log"), $"2026-06-15|S|7|1|Leeds|{listing}\n2026-06-15|S|7|1|Leeds|{listing}\n2026-06-15|S|7|1|Le", Cancel);

        await FoldAsync(site);
        await FoldAsync(site);

        await using var db = await ContextAsync(site);
        Assert.Equal(2, (await db.Appearances.SingleAsync(Cancel)).Times);
        Assert.Empty(Files(site));
    }

    [Fact]
    public async Task Killed_at_any_step_every_answer_is_counted_once()
    {
        for (var step = 1; ; step++)
        {
            var killer = new Killer();
            await using var site = Site(killer);
            var listing = (await site.GivenAsync(new ListingBuilder().At("amira")))[0].Id;
            await ServeAsync(site, times: 2);
            await FoldAsync(site);
            await ServeAsync(site, times: 3);
            killer.Kill(after: step);
            var wasKilled = await Record.ExceptionAsync(() => FoldAsync(site)) is not null;
            killer.Kill(after: null);

            // A program that starts again has nothing in memory: what it knows is in the files and in the database.
            await FoldAsync(site);
            await FoldAsync(site);

            await using var db = await ContextAsync(site);
            Assert.Equal((step, 5), (step, (await db.Appearances.SingleAsync(a => a.ListingId == listing, Cancel)).Times));
            Assert.Equal(5, (await db.CountedSearches.SingleAsync(Cancel)).Answers);
            Assert.Equal(5, (await db.ListingWeeks.SingleAsync(Cancel)).Views);
            Assert.Empty(Files(site));
            if (!wasKilled)
            {
                Assert.True(step > 8, $"Only {step} steps were found.");
                return;
            }
        }
    }

    [Fact]
    public async Task A_file_that_outlives_its_counting_is_not_counted_again()
    {
        await using var site = Site();
        await site.GivenAsync(new ListingBuilder().At("amira"));
        await ServeAsync(site, times: 1);
        site.Services.GetRequiredService<CountJournal>().Close();
        var file = Assert.Single(Files(site));
        var copy = await File.ReadAllBytesAsync(file, Cancel);
        await FoldAsync(site);
        await File.WriteAllBytesAsync(file, copy, Cancel);

        await FoldAsync(site);

        await using var db = await ContextAsync(site);
        Assert.Equal(1, (await db.Appearances.SingleAsync(Cancel)).Times);
        Assert.Empty(Files(site));
    }

    [Fact]
    public async Task A_file_that_another_program_writes_in_is_left_to_it()
    {
        await using var site = Site();
        await ServeAsync(site, times: 1);
        var folder = Directory.CreateDirectory(Path.Combine(site.DataFolder, "statistics")).FullName;
        await using var others = new FileStream(Path.Combine(folder, "20260615120000-other.log"), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        others.Write("2026-06-15|S|7|1|Leeds|1\n"u8);
        await others.FlushAsync(Cancel);

        await FoldAsync(site);

        Assert.Equal([others.Name], Files(site));
    }

    [Fact]
    public async Task Two_nodes_add_to_the_same_rows()
    {
        await using var one = Site();
        await using var other = new FinderApplication { Clock = new FixedClock(Noon), Settings = { ["ConnectionStrings:Finder"] = Path.Combine(one.DataFolder, "finder.db") } };
        await one.GivenAsync(new ListingBuilder().At("amira"));
        await other.CatchUpAsync();
        await ServeAsync(one, times: 2);
        await ServeAsync(other, times: 3);

        await Task.WhenAll(FoldAsync(one), FoldAsync(other));
        await Task.WhenAll(FoldAsync(one), FoldAsync(other));

        await using var db = await ContextAsync(one);
        Assert.Equal(5, (await db.Appearances.SingleAsync(Cancel)).Times);
        Assert.Equal(5, (await db.ListingWeeks.SingleAsync(Cancel)).Views);
    }

    [Fact]
    public async Task What_is_older_than_a_year_is_erased()
    {
        await using var site = Site();
        var listing = (await site.GivenAsync(new ListingBuilder()))[0].Id;
        var old = Monday.AddDays(-7 * (CountedWeek.Kept + 1));
        await using (var db = await ContextAsync(site))
        {
            db.CountedSearches.Add(new CountedSearch(old, 1, "Leeds", 1, 1, 1));
            db.Appearances.Add(new ListingAppearance(listing, old, 1, 1));
            db.ListingWeeks.AddRange(new ListingWeek(listing, old, 1, 1), new ListingWeek(listing, Monday.AddDays(-7), 1, 1));
            db.ListingPlaces.Add(new ListingPlace(listing, old, "Leeds"));
            await db.SaveChangesAsync(Cancel);
        }

        await FoldAsync(site);

        await using var left = await ContextAsync(site);
        Assert.Equal((0, 0, 1, 0), (
            await left.CountedSearches.CountAsync(Cancel), await left.Appearances.CountAsync(Cancel), await left.ListingWeeks.CountAsync(Cancel), await left.ListingPlaces.CountAsync(Cancel)));
    }

    [Theory]
    [InlineData("2026-06-15T00:00:00Z", "2026-06-15")]
    [InlineData("2026-06-21T23:59:59Z", "2026-06-15")]
    [InlineData("2026-01-01T12:00:00Z", "2025-12-29")]
    public void Weeks_begin_on_monday(string instant, string monday) =>
        Assert.Equal(DateOnly.Parse(monday, System.Globalization.CultureInfo.InvariantCulture), CountedWeek.Of(DateTime.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime()));

    private static FinderApplication Site(Killer? killer = null) => new()
    {
        Clock = new FixedClock(Noon),
        Replace = services => services.ConfigureDbContext<SqliteFinderContext>(options => options.AddInterceptors(killer ?? new Killer())),
    };

    private static async Task ServeAsync(FinderApplication site, int times)
    {
        var visitor = Visitor(site);
        for (var i = 0; i < times; i++)
        {
            using var results = await visitor.GetAsync("/find?near=Leeds", Cancel);
            using var profile = await visitor.GetAsync("/practitioners/amira", Cancel);
        }
    }

    private static HttpClient Visitor(FinderApplication site, string agent = Browser)
    {
        var visitor = site.CreateClient(new() { AllowAutoRedirect = false });
        visitor.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", agent);
        return visitor;
    }

    private static Task FoldAsync(FinderApplication site) => site.Services.GetRequiredService<FoldCounts>().RunAsync(Cancel);

    private static string[] Files(FinderApplication site) => Directory.GetFiles(Path.Combine(site.DataFolder, "statistics"));

    private static Task<FinderDbContext> ContextAsync(FinderApplication site) => site.Services.GetRequiredService<IDbContextFactory<FinderDbContext>>().CreateDbContextAsync(Cancel);

    /// <summary>Ends the work before a command of the database or the end of a transaction, or right after that end, as a kill would.</summary>
    private sealed class Killer : DbCommandInterceptor, IDbTransactionInterceptor
    {
        private int left = int.MaxValue;

        public void Kill(int? after) => Volatile.Write(ref left, after ?? int.MaxValue);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => Next(command, result);

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => Next(command, result);

        public ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Step(result));

        public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Step(0);
            return Task.CompletedTask;
        }

        // What follows the feed of changes meanwhile is another's.
        private ValueTask<T> Next<T>(DbCommand command, T result) =>
            ValueTask.FromResult(command.CommandText.Contains("ListingChanges", StringComparison.Ordinal) ? result : Step(result));

        private T Step<T>(T result) => Interlocked.Decrement(ref left) == 0 ? throw new InvalidOperationException("Killed.") : result;
    }
}
