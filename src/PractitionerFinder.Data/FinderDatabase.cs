using Microsoft.EntityFrameworkCore;

namespace PractitionerFinder.Data;

/// <summary>A step that fills a database that has just been brought up to date, inside one transaction.</summary>
public delegate Task Fill(FinderDbContext db, CancellationToken cancel);

/// <summary>The database as something that is made, brought up to date and copied; what differs between providers.</summary>
public abstract class FinderDatabase(IDbContextFactory<FinderDbContext> contexts)
{
    /// <summary>
    /// Makes the database if there is none, applies migrations, and fills it. Killed at any moment, the next call finds
    /// a whole database or makes one.
    /// </summary>
    public abstract Task PrepareAsync(Fill fill, CancellationToken cancel);

    /// <summary>Writes a copy of the whole database to a new file while the site may be serving.</summary>
    /// <exception cref="InvalidOperationException">It cannot be done here; the message says what to do instead.</exception>
    public abstract Task BackupAsync(string target, CancellationToken cancel);

    /// <summary>Says in the transaction that erases that <see cref="ForgetDeletedAsync"/> has something to do, whenever it comes to it.</summary>
    public abstract Task NoteErasureAsync(FinderDbContext db, CancellationToken cancel);

    /// <summary>
    /// Makes sure that nothing which was deleted is left in the database's own files, and answers whether it is so: while somebody reads what
    /// was there before it is not, and has to be asked again.
    /// </summary>
    public abstract Task<bool> ForgetDeletedAsync(CancellationToken cancel);

    /// <summary>Names of the migrations that are not applied yet; all of them when there is no database.</summary>
    public virtual async Task<IReadOnlyList<string>> PendingMigrationsAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return [.. await db.Database.GetPendingMigrationsAsync(cancel)];
    }

    /// <summary>Migrates and fills an existing or empty database, the filling in one transaction.</summary>
    protected static async Task MigrateAndFillAsync(FinderDbContext db, Fill fill, CancellationToken cancel)
    {
        await db.Database.MigrateAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await fill(db, cancel);
        await transaction.CommitAsync(cancel);
    }
}
