using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data.Providers.Sqlite;

namespace PractitionerFinder.Benchmarks;

/// <summary>
/// A database file of synthetic listings, for load tests of the site. Rows are written as the model says and beside it: saving a
/// million listings would take an hour. For a file of its own alone: what else was in a database is not looked at.
/// </summary>
internal static class SyntheticDatabase
{
    public static async Task MakeAsync(int count, string file)
    {
        if (File.Exists(file))
        {
            throw new InvalidOperationException($"{file} exists already. Give the name of a new file.");
        }

        var began = Stopwatch.GetTimestamp();
        var seeds = Path.Combine(AppContext.BaseDirectory, "seed-data");
        var vocabulary = VocabularyFiles.Load(seeds);
        var towns = SyntheticListings.Towns(Path.Combine(seeds, "places", "places.tsv.gz"));
        var options = new DbContextOptionsBuilder<SqliteFinderContext>();
        SqliteDatabase.Configure(options, file);
        await using (var db = new SqliteFinderContext(options.Options, TimeProvider.System))
        {
            await db.Database.MigrateAsync();
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            await connection.OpenAsync();
            Run(connection, "PRAGMA synchronous = OFF; PRAGMA cache_size = -2000000; PRAGMA foreign_keys = OFF; PRAGMA secure_delete = OFF");
            var indexes = Indexes(connection);
            indexes.ForEach(i => Run(connection, $"DROP INDEX \"{i.Name}\""));
            using (var transaction = connection.BeginTransaction())
            {
                Write(connection, db.GetService<IDesignTimeModel>().Model, SyntheticListings.Make(count, towns, vocabulary, DateTime.UtcNow));
                transaction.Commit();
            }

            // A kept snapshot is recognised by the feed, which has a line for everybody in a real database.
            Run(connection, "INSERT INTO ListingChanges (ListingId, Removed, At) VALUES (1, 0, '2026-01-01 00:00:00')");
            indexes.ForEach(i => Run(connection, i.Sql));
            Run(connection, "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)");
        }

        SqliteConnection.ClearAllPools();
        Console.WriteLine($"{count:#,0} listings in {file}, {new FileInfo(file).Length / 1e6:#,0} MB, after {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s.");
    }

    private static void Write(SqliteConnection connection, IModel model, IEnumerable<Listing> listings)
    {
        var (heads, revisions, confirmations, checks) = (Of<Listing>(), Of<Revision>(), Of<Confirmation>(), Of<ProofCheck>());
        var (places, visits, cells) = (Of<ListingLocation>(), Of<ListingVisitArea>(), Of<VisitCoverCell>());
        var (techniques, credentials, areas, languages) = (Of<ListingTechnique>(), Of<ListingCredential>(), Of<ListingArea>(), Of<ListingLanguage>());
        foreach (var listing in listings)
        {
            var id = heads.Write(listing, null);
            revisions.WriteAll(listing.Revisions, id);
            confirmations.WriteAll(listing.Confirmations, id);
            checks.WriteAll(listing.Checks, id);
            places.WriteAll(listing.Locations, id);
            techniques.WriteAll(listing.Techniques, id);
            credentials.WriteAll(listing.Credentials, id);
            areas.WriteAll(listing.Areas, id);
            languages.WriteAll(listing.Languages, id);
            foreach (var visit in listing.VisitAreas)
            {
                cells.WriteAll(visit.Cells, visits.Write(visit, id));
            }
        }

        Table<T> Of<T>()
            where T : class => new(connection, model.FindEntityType(typeof(T))!);
    }

    private static List<(string Name, string Sql)> Indexes(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL";
        using var reader = command.ExecuteReader();
        var indexes = new List<(string, string)>();
        while (reader.Read())
        {
            indexes.Add((reader.GetString(0), reader.GetString(1)));
        }

        return indexes;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Writes entities of one kind as rows, numbered in turn where the key is a number of the database's.</summary>
    private sealed class Table<T>
        where T : class
    {
        private readonly SqliteCommand command;
        private readonly List<(IProperty Property, SqliteParameter Parameter)> columns = [];
        private readonly SqliteParameter? key;
        private readonly SqliteParameter? parent;
        private long last;

        public Table(SqliteConnection connection, IEntityType type)
        {
            command = connection.CreateCommand();
            var names = new List<string>();
            foreach (var property in type.GetProperties().Where(p => p.GetComputedColumnSql() is null))
            {
                names.Add(property.GetColumnName());
                var parameter = command.Parameters.Add(new SqliteParameter($"p{names.Count}", null));
                if (property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.OnAdd)
                {
                    key = parameter;
                }
                else if (property.IsForeignKey() && type.ClrType != typeof(Listing))
                {
                    parent = parameter;
                }
                else
                {
                    columns.Add((property, parameter));
                }
            }

            command.CommandText = $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", names.Select(n => $"\"{n}\""))}) VALUES ({string.Join(", ", names.Select((_, i) => $"$p{i + 1}"))})";
            foreach (SqliteParameter parameter in command.Parameters)
            {
                parameter.ParameterName = "$" + parameter.ParameterName;
            }
        }

        public void WriteAll(IEnumerable<T> entities, long owner)
        {
            foreach (var entity in entities)
            {
                Write(entity, owner);
            }
        }

        public long Write(T entity, long? owner)
        {
            last++;
            if (key is not null)
            {
                key.Value = last;
            }

            if (parent is not null)
            {
                parent.Value = owner;
            }

            foreach (var (property, parameter) in columns)
            {
                var value = property.GetGetter().GetClrValueUsingContainingEntity(entity);
                parameter.Value = (value is null ? null : property.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value) ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
            return last;
        }
    }
}
