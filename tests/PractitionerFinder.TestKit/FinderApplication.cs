using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Providers.Sqlite;
using PractitionerFinder.TestKit.Data;
using PractitionerFinder.Web.Shared.Finding;
using PractitionerFinder.Web.Shared.Learning;
using PractitionerFinder.Web.Shell;
using Quartz;

namespace PractitionerFinder.TestKit;

/// <summary>
/// The real application on a SQLite file of its own, in a temporary folder that goes when the application is disposed.
/// It starts at the first client, service or address that is asked of it; one that tests share in parallel is started before them.
/// </summary>
public class FinderApplication : WebApplicationFactory<Program>
{
    // Immutable and slow to read: once is enough for every application of a run.
    private static readonly Lazy<Gazetteer> Places = new(() => Gazetteer.Load(Path.Combine(AppContext.BaseDirectory, "seed-data", "places")));

    // As are the pages; in Development they are read as the files are, and so by each.
    private static readonly ConcurrentDictionary<string, LearnShelf> Pages = new();

    private readonly string dataFolder = Directory.CreateTempSubdirectory("practitioner-finder-").FullName;

    /// <summary>Neither Development nor Production by default: production's behaviour, without its appsettings file.</summary>
    public string EnvironmentName { get; init; } = "Testing";

    /// <summary>Configuration that wins over every other source, read from the first line of <c>Program.cs</c> on.</summary>
    public IDictionary<string, string> Settings { get; } = new Dictionary<string, string>();

    /// <summary>Replaces the system's clock when it is set.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>The last word on the application's services: the place for a fake of the outside world.</summary>
    public Action<IServiceCollection>? Replace { get; init; }

    /// <summary>Real Kestrel on a free loopback port, for a browser and for what only a real server does. Otherwise requests stay in memory.</summary>
    public bool OnKestrel
    {
        get;
        init
        {
            field = value;
            if (value)
                UseKestrel(options => options.Listen(IPAddress.Loopback, port: 0));
        }
    }

    /// <summary>The folder that stands in for <c>App_Data</c>.</summary>
    public string DataFolder => dataFolder;

    public CapturedLogs Logs { get; } = new();

    /// <summary>Where a browser finds the application.</summary>
    public Uri Address
    {
        get
        {
            if (!OnKestrel)
                throw new InvalidOperationException($"Only an application with {nameof(OnKestrel)} set has an address.");

            StartServer();
            return ClientOptions.BaseAddress;
        }
    }

    /// <summary>Puts listings into the application's database, where searches find them at once, and returns them with their keys.</summary>
    public async Task<IReadOnlyList<Listing>> GivenAsync(params ListingBuilder[] builders)
    {
        var vocabulary = Services.GetRequiredService<Vocabulary>();
        var listings = builders.Select(b => b.Build(vocabulary)).ToList();
        await using var db = await Services.GetRequiredService<IDbContextFactory<FinderDbContext>>().CreateDbContextAsync();
        db.AddRange(listings);
        await db.SaveChangesAsync();
        await CatchUpAsync();
        return listings;
    }

    /// <summary>Once it is done, searches know of everything that was saved before.</summary>
    public Task CatchUpAsync() => Services.GetRequiredService<SnapshotKeeper>().CatchUpAsync(CancellationToken.None);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        TestDatabase.CopyEmptyTo(Path.Combine(dataFolder, "finder.db"));
        builder.UseEnvironment(EnvironmentName);
        builder.UseSetting("App:DataFolder", dataFolder);
        builder.UseSetting("Database:Provider", "Sqlite");
        builder.UseSetting("Demo:Enabled", "false");
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);

        // Files of wwwroot, scoped styles and component libraries are served from where they were built, in every environment.
        builder.UseStaticWebAssets();
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Logs));
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton(_ => Places.Value));
            services.ConfigureDbContext<SqliteFinderContext>(options => options.AddInterceptors(new UnhurriedReads()));
            if (EnvironmentName != Environments.Development)
                services.Replace(ServiceDescriptor.Singleton(PagesOf));

            // What makes a password costly to guess costs each test that signs somebody in as much.
            services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000);
            // A test does the work of the clock itself.
            services.RemoveAll<QuartzHostedService>();
            services.Remove(services.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType == typeof(QuartzHostedService)));
            if (Clock is not null)
                services.Replace(ServiceDescriptor.Singleton(Clock));
            Replace?.Invoke(services);
        });
    }

    private static LearnShelf PagesOf(IServiceProvider services) => Pages.GetOrAdd(
        services.GetRequiredService<SiteSettings>().SeedFolder,
        _ => ActivatorUtilities.CreateInstance<LearnShelf>(services));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();

        // Pooled connections keep the database's files open, and Windows does not delete an open file.
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(dataFolder))
            Directory.Delete(dataFolder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
