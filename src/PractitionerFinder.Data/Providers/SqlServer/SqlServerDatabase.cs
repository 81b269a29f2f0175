using Microsoft.EntityFrameworkCore;

namespace PractitionerFinder.Data.Providers.SqlServer;

/// <summary>The database on a server. EF's own lock there belongs to the session and ends with it.</summary>
public sealed class SqlServerDatabase(IDbContextFactory<FinderDbContext> contexts) : FinderDatabase(contexts)
{
    private readonly IDbContextFactory<FinderDbContext> contexts = contexts;

    public override async Task PrepareAsync(Fill fill, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await MigrateAndFillAsync(db, fill, cancel);
    }

    public override Task NoteErasureAsync(FinderDbContext db, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>The server itself overwrites what is deleted, in its own time, and its log is kept as its backups are.</summary>
    public override Task<bool> ForgetDeletedAsync(CancellationToken cancel) => Task.FromResult(true);

    public override Task BackupAsync(string target, CancellationToken cancel) => throw new InvalidOperationException(
        "A SQL Server database is backed up by SQL Server: use BACKUP DATABASE, or your provider's backups.");
}
