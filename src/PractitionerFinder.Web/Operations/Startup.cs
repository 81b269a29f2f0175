using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Operations;

/// <summary>What has to be in place before the site serves.</summary>
public static class Startup
{
    /// <summary>The exit code when the site did not start because its database is not ready.</summary>
    public const int NotPrepared = 3;

    /// <summary>
    /// In Development, makes and fills the database. Anywhere else nothing is changed on a start: when something is
    /// missing, says what to run and answers false.
    /// </summary>
    public static async Task<bool> PrepareAsync(WebApplication app)
    {
        // The gazetteer takes a second to read; it is read beside the rest of the start and not after it.
        _ = Task.Run(app.Services.GetRequiredService<Gazetteer>);
        if (app.Environment.IsDevelopment())
        {
            await app.Services.GetRequiredService<SiteDatabase>().PrepareAsync(app.Lifetime.ApplicationStopping);
            return true;
        }

        IReadOnlyList<string> pending;
        try
        {
            pending = await app.Services.GetRequiredService<FinderDatabase>().PendingMigrationsAsync(app.Lifetime.ApplicationStopping);
        }
        catch (System.Data.Common.DbException error)
        {
            // The database may come back while the site says that it is degraded; that is for /health/ready to tell.
            app.Logger.LogError(error, "The database does not answer. The site starts without it.");
            return true;
        }

        if (pending.Count == 0)
        {
            return true;
        }

        await Console.Error.WriteLineAsync(
            $"The database is not up to date ({pending.Count} changes are missing). Run this program once with 'migrate', then start it again.");
        return false;
    }
}
