using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Data.Finder;
using PractitionerFinder.Data.Providers.Sqlite;
using PractitionerFinder.Data.Providers.SqlServer;

namespace PractitionerFinder.Data;

public static class DataFeature
{
    /// <summary>Registers the database of the configuration: SQLite in the data folder unless it says otherwise.</summary>
    /// <exception cref="InvalidOperationException">The configuration names no known provider, or SQL Server without a connection string or without what its driver needs.</exception>
    public static IServiceCollection AddFinderData(this IServiceCollection services, IConfiguration configuration, string dataFolder)
    {
        var connection = configuration.GetConnectionString("Finder");
        switch (configuration["Database:Provider"])
        {
            case null or "" or "Sqlite":
                var file = string.IsNullOrEmpty(connection) ? Path.Combine(dataFolder, "finder.db") : Path.GetFullPath(connection);

                // A database that is missing is said to be missing, and not replaced by an empty one.
                services.AddContext<SqliteFinderContext>(options => SqliteDatabase.Configure(options, file, SqliteOpenMode.ReadWrite));
                services.AddSingleton<FinderDatabase>(s => new SqliteDatabase(
                    s.GetRequiredService<IDbContextFactory<FinderDbContext>>(), file, s.GetRequiredService<TimeProvider>()));
                break;
            case "SqlServer":
                if (string.IsNullOrEmpty(connection))
                {
                    throw new InvalidOperationException("Database:Provider is SqlServer: set ConnectionStrings:Finder to its connection string.");
                }

                // The driver refuses every connection without, in an exception that nobody could read at the start.
                if (AppContext.TryGetSwitch("System.Globalization.Invariant", out var isInvariant) && isInvariant)
                {
                    throw new InvalidOperationException(
                        "Database:Provider is SqlServer, whose driver needs the language data of the platform: publish with -p:InvariantGlobalization=false, or set System.Globalization.Invariant to false in PractitionerFinder.Web.runtimeconfig.json.");
                }

                services.AddContext<SqlServerFinderContext>(options => options.UseSqlServer(connection));
                services.AddSingleton<FinderDatabase, SqlServerDatabase>();
                break;
            default:
                throw new InvalidOperationException("Database:Provider is Sqlite or SqlServer.");
        }

        return services.AddSingleton<DatabaseSearch>().AddSingleton<PublishedListings>();
    }

    private static void AddContext<T>(this IServiceCollection services, Action<DbContextOptionsBuilder> configure)
        where T : FinderDbContext
    {
        services.AddDbContextFactory<T>(configure);
        services.AddSingleton<IDbContextFactory<FinderDbContext>, AnyContextFactory<T>>();

        // For Identity and data protection, which hold one for as long as a request lasts; everything else makes its own.
        services.AddScoped<FinderDbContext>(s => s.GetRequiredService<IDbContextFactory<T>>().CreateDbContext());
    }

    /// <summary>Hands out the context of whichever provider is configured.</summary>
    private sealed class AnyContextFactory<T>(IDbContextFactory<T> contexts) : IDbContextFactory<FinderDbContext>
        where T : FinderDbContext
    {
        public FinderDbContext CreateDbContext() => contexts.CreateDbContext();
    }
}
