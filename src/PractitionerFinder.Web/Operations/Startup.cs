using System.Data.Common;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Operations;

/// <summary>What has to be in place before the site serves.</summary>
public static class Startup
{
    /// <summary>The exit code when the site did not start because something that it needs is not ready.</summary>
    public const int NotPrepared = 3;

    /// <summary>Says why the site does not start, and answers the exit code.</summary>
    public static async Task<int> RefuseAsync(Exception error)
    {
        await Console.Error.WriteLineAsync($"The site cannot start: {error.Message}");
        return NotPrepared;
    }

    /// <summary>
    /// Reads the places, and in Development makes and fills the database. Anywhere else nothing is changed on a start:
    /// when something is missing, says what to run and answers false.
    /// </summary>
    public static async Task<bool> PrepareAsync(WebApplication app)
    {
        // The gazetteer takes a second to read; it is read beside the rest of the start and not after it.
        var places = Task.Run(app.Services.GetRequiredService<Gazetteer>);
        var stopping = app.Lifetime.ApplicationStopping;
        try
        {
            var ready = app.Environment.IsDevelopment()
                ? await MakeAsync(app.Services.GetRequiredService<SiteDatabase>(), stopping)
                : await IsUpToDateAsync(app, stopping);
            await places;
            return ready;
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            await RefuseAsync(error);
            return false;
        }
    }

    private static async Task<bool> MakeAsync(SiteDatabase database, CancellationToken cancel)
    {
        await database.PrepareAsync(cancel);
        return true;
    }

    private static async Task<bool> IsUpToDateAsync(WebApplication app, CancellationToken cancel)
    {
        try
        {
            var pending = await app.Services.GetRequiredService<FinderDatabase>().PendingMigrationsAsync(cancel);
            if (pending.Count > 0)
            {
                await Console.Error.WriteLineAsync(
                    $"The database is not up to date ({pending.Count} changes are missing). Run this program once with 'migrate', then start it again.");
            }

            return pending.Count == 0;
        }
        catch (DbException error)
        {
            // The database may come back while the site says that it is degraded; that is for /health/ready to tell.
            app.Logger.LogError(error, "The database does not answer. The site starts without it.");
            return true;
        }
    }
}
