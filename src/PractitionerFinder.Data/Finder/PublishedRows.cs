using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace PractitionerFinder.Data.Finder;

/// <summary>
/// Rows of one table that belong to listings, read in the order of their listings beside the rows of other tables. A connection has
/// one open reader, on either provider; so each has a connection of its own.
/// </summary>
internal sealed class PublishedRows<T> : IDisposable
{
    private readonly FinderDbContext db;
    private readonly DbCommand command;
    private readonly DbDataReader reader;
    private readonly Func<DbDataReader, T> read;
    private readonly List<T> rows = [];
    private bool hasRow;

    /// <summary>Begins to read.</summary>
    /// <param name="contexts">Makes the connection.</param>
    /// <param name="sql">A statement whose first column is the listing, with a place for the condition on it.</param>
    /// <param name="listing">The column of the listing.</param>
    /// <param name="ids">The listings that are read; null for all.</param>
    /// <param name="read">Reads a row.</param>
    public PublishedRows(IDbContextFactory<FinderDbContext> contexts, string sql, string listing, IReadOnlyCollection<long>? ids, Func<DbDataReader, T> read)
    {
        this.read = read;
        db = contexts.CreateDbContext();
        try
        {
            db.Database.OpenConnection();
            command = db.Database.GetDbConnection().CreateCommand();

            // Numbers and nothing else, so that they may stand in the statement.
            var which = ids is null ? "1 = 1" : string.Create(CultureInfo.InvariantCulture, $"{listing} IN ({string.Join(", ", ids)})");
            command.CommandText = $"{sql.Replace("{which}", which, StringComparison.Ordinal)} ORDER BY {listing}";
            reader = command.ExecuteReader();
            hasRow = reader.Read();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Goes to the next listing and returns its first row; false at the end.</summary>
    public bool TryNext(out long listing, out T row)
    {
        (listing, row) = hasRow ? (reader.GetInt64(0), read(reader)) : (0, default!);
        var had = hasRow;
        hasRow = hasRow && reader.Read();
        return had;
    }

    /// <summary>The rows of a listing; listings are asked for in order. The list holds until the next is asked for.</summary>
    public List<T> Of(long listing)
    {
        rows.Clear();
        while (hasRow && reader.GetInt64(0) is var id && id <= listing)
        {
            if (id == listing)
            {
                rows.Add(read(reader));
            }

            hasRow = reader.Read();
        }

        return rows;
    }

    public void Dispose()
    {
        reader?.Dispose();
        command?.Dispose();
        db.Dispose();
    }
}
