using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Finder.Cards;
using PractitionerFinder.Core.Finder.Saving;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Finder;
using PractitionerFinder.Data.Providers.Sqlite;
using PractitionerFinder.Web.Features.Finder;
using PractitionerFinder.Web.Shared.Finding;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Benchmarks;

/// <summary>
/// The least that can answer a search over HTTP: the same engine, the same cards, the same answer written as JSON, and nothing else. What the site's API costs
/// more is what it reads, checks, names, keeps and protects.
/// </summary>
internal static class MinimalEndpoint
{
    public static async Task ServeAsync(string file, string url)
    {
        var vocabulary = VocabularyFiles.Load(Path.Combine(AppContext.BaseDirectory, "seed-data"));
        var reader = new PublishedListings(new Contexts(file));
        var began = Stopwatch.GetTimestamp();
        var read = reader.ReadAll().Count();
        Console.WriteLine($"{read:#,0} listings read in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s.");
        began = Stopwatch.GetTimestamp();
        var snapshot = Snapshot.Build(reader.ReadAll(), vocabulary, 0);
        Console.WriteLine($"Read and built in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s; cards take up {snapshot.Cards.Bytes / 1e6:0} MB.");

        TimeFile(snapshot, vocabulary);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url).ConfigureKestrel(k => k.AddServerHeader = false);
        var app = builder.Build();
        var site = SiteSettings.Read(app.Configuration, app.Environment);
        app.Run(context => context.Response.WriteAsJsonAsync(AnswerTo(context.Request.Query, snapshot, vocabulary, site)));
        await app.RunAsync();
    }

    /// <summary>What it takes to keep the snapshot as a file and to read it again.</summary>
    private static void TimeFile(Snapshot snapshot, Vocabulary vocabulary)
    {
        var path = Path.Combine(Path.GetTempPath(), $"finder-{Environment.ProcessId}.snapshot");
        try
        {
            var began = Stopwatch.GetTimestamp();
            using (var file = File.Create(path))
            {
                SnapshotFile.Write(file, snapshot, vocabulary, new byte[SnapshotFile.MarkBytes]);
            }

            Console.WriteLine($"Kept as {new FileInfo(path).Length / 1e6:0} MB in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s.");
            for (var i = 0; i < 3; i++)
            {
                GC.Collect();
                began = Stopwatch.GetTimestamp();
                SnapshotFile.Read(path, vocabulary);
                Console.WriteLine($"Read again in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s.");
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static SearchApi.Answer AnswerTo(IQueryCollection query, Snapshot snapshot, Vocabulary vocabulary, SiteSettings site)
    {
        var criteria = new SearchCriteria
        {
            Origin = new SearchOrigin { Point = new GeoPoint(Number("lat"), Number("lon")), Name = "a point", Kind = "point" },
            AskedWithin = Radius.Read(query["within"].ToString()),
            Techniques = [.. query["technique"].OfType<string>()],
            Accepting = query["accepting"] == "yes" ? Accepting.Yes : null,
            Verified = query["verified"] == "true",
            Needs = query["need"] == "evenings" ? Needs.Evenings : Needs.None,
            Language = query["language"].FirstOrDefault(),
            Gender = query["gender"] == "woman" ? Gender.Woman : null,
            Now = DateTime.UtcNow,
        };
        var answer = snapshot.Index.Search(criteria);
        return SearchApi.AnswerOf(
            new SearchListings.Result { Criteria = criteria, Problems = [], Answer = answer, Cards = Cards(answer.Page), Beyond = Cards(answer.Beyond) }, answer, site);

        double Number(string name) => double.Parse(query[name].ToString(), System.Globalization.CultureInfo.InvariantCulture);

        List<Card> Cards(IReadOnlyList<Found> found) =>
            [.. found.Select(f => new Card(ListingCard.Of(snapshot.Cards.Of(f.ListingId)!, vocabulary, criteria.Now), f.Match))];
    }

    private sealed class Contexts(string file) : IDbContextFactory<FinderDbContext>
    {
        public FinderDbContext CreateDbContext()
        {
            var options = new DbContextOptionsBuilder<SqliteFinderContext>();
            SqliteDatabase.Configure(options, file);
            return new SqliteFinderContext(options.Options, TimeProvider.System);
        }
    }
}
