using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Data.Providers.Sqlite;

namespace PractitionerFinder.Data.Tests.Migrating;

public sealed class SqliteMigrationsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("finder-").FullName;
    private readonly SqliteFinderContext db;

    public SqliteMigrationsTests()
    {
        var options = new DbContextOptionsBuilder<SqliteFinderContext>();
        SqliteDatabase.Configure(options, Path.Combine(folder, "finder.db"));
        db = new SqliteFinderContext(options.Options, TimeProvider.System);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private SqliteConnection File => (SqliteConnection)db.Database.GetDbConnection();

    [Fact]
    public void The_model_has_no_change_that_waits_for_a_migration() => Assert.False(db.Database.HasPendingModelChanges());

    [Fact]
    public async Task Migrations_are_applied_one_by_one_to_a_filled_file_that_keeps_its_rows_and_ends_as_the_model_says()
    {
        foreach (var migration in db.Database.GetMigrations())
        {
            var before = await OpenAsync() ? SqliteSchema.Rows(File) : [];

            await db.GetService<IMigrator>().MigrateAsync(migration, Cancel);

            AssertKept(before);
            SqliteSchema.Fill(File, ModelOf(migration));
            AssertSound();
        }

        Assert.Equal(SqliteSchema.Of(db), SqliteSchema.Of(File));
    }

    [Fact]
    public async Task Each_migration_taken_back_leaves_what_was_there_before_it()
    {
        var steps = new Stack<(string Before, List<string> Schema)>();
        var last = Migration.InitialDatabase;
        foreach (var migration in db.Database.GetMigrations())
        {
            await OpenAsync();
            steps.Push((last, SqliteSchema.Of(File)));
            await db.GetService<IMigrator>().MigrateAsync(last = migration, Cancel);
            SqliteSchema.Fill(File, ModelOf(migration));
        }

        foreach (var (before, schema) in steps)
        {
            await db.GetService<IMigrator>().MigrateAsync(before, Cancel);
            Assert.Equal(schema, SqliteSchema.Of(File));
        }
    }

    [Fact]
    public async Task A_table_that_a_migration_has_to_rebuild_keeps_its_rows_indexes_checks_and_computed_columns()
    {
        await db.Database.MigrateAsync(Cancel);
        await OpenAsync();
        SqliteSchema.Fill(File, ModelOf(db.Database.GetMigrations().Last()));
        var (rows, schema) = (SqliteSchema.Rows(File), SqliteSchema.Of(File));
        var model = db.GetService<IDesignTimeModel>().Model;
        var built = SqliteSchema.Tables(File).ToDictionary(t => t, Built);

        // SQLite changes no column in place: EF makes the table anew, and copies it.
        var rebuilds = model.GetRelationalModel().Tables.Select(MigrationOperation (t) => Rebuild(t.Columns.First(c => c.ComputedColumnSql is null))).ToList();
        foreach (var command in db.GetService<IMigrationsSqlGenerator>().Generate(rebuilds, model))
        {
            File.Query(command.CommandText);
        }

        Assert.All(built, t => Assert.NotEqual(t.Value, Built(t.Key)));
        Assert.Equal(rows, SqliteSchema.Rows(File));
        Assert.Equal(schema, SqliteSchema.Of(File));
        AssertSound();

        long Built(string table) => (long)File.Query("SELECT rootpage FROM sqlite_master WHERE name = $p", table)[0][0]!;
    }

    [Fact]
    public async Task A_photo_that_was_public_before_cards_knew_of_photos_stands_on_the_card()
    {
        await db.GetService<IMigrator>().MigrateAsync("Uploads", Cancel);
        await OpenAsync();
        SqliteSchema.Fill(File, ModelOf(db.Database.GetMigrations().Single(m => m.EndsWith("_Uploads", StringComparison.Ordinal))));
        File.Query("UPDATE Listings SET PublicRevision = (SELECT Number FROM Revisions WHERE ListingId = Listings.Id)");
        File.Query("""UPDATE Revisions SET SerialisedContent = '{"photo":{"key":"AAAAAAAAAAAAAAAAAAAAAA","alt":"A face"}}'""");

        await db.Database.MigrateAsync(Cancel);

        Assert.Contains(File.Query("SELECT PhotoKey, PhotoAlt FROM Listings"), row => row is ["AAAAAAAAAAAAAAAAAAAAAA", "A face"]);
    }

    [Fact]
    public async Task The_band_of_every_latitude_is_that_of_the_code_that_asks_for_it()
    {
        await db.Database.MigrateAsync(Cancel);
        await OpenAsync();
        SqliteSchema.Fill(File, ModelOf(db.Database.GetMigrations().Last()));

        foreach (var latitude in (double[])[-90, Math.BitDecrement(-89.875), -89.875, -0.125, -double.Epsilon, 0, Math.BitDecrement(53.875), 53.875, 89.999999, 90])
        {
            File.Query($"UPDATE Locations SET Latitude = {latitude.ToString("R", CultureInfo.InvariantCulture)} WHERE Id = 1");
            var stored = (double)File.Query("SELECT Latitude FROM Locations WHERE Id = 1")[0][0]!;
            var bands = LatitudeBands.Touching(new(stored, 0), 0).ToList().Select(s => (long)s.Band);
            Assert.Contains((long)File.Query("SELECT LatitudeBand FROM Locations WHERE Id = 1")[0][0]!, bands);
        }
    }

    public void Dispose()
    {
        db.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Opens the file, and answers whether something was there.</summary>
    private async Task<bool> OpenAsync()
    {
        await db.Database.OpenConnectionAsync(Cancel);
        return SqliteSchema.Tables(File).Count > 0;
    }

    private void AssertKept(Dictionary<string, List<Dictionary<string, string>>> before)
    {
        var after = SqliteSchema.Rows(File);
        foreach (var (table, rows) in before.Where(t => after.ContainsKey(t.Key)))
        {
            // A migration that means to change rows, drop them or rename their column says so here.
            Assert.Equal(rows.Count, after[table].Count);
            var common = rows[0].Keys.Intersect(after[table][0].Keys).ToList();
            Assert.Equal(rows.Select(Common).Order(), after[table].Select(Common).Order());

            string Common(Dictionary<string, string> row) => string.Join('|', common.Select(c => row[c]));
        }
    }

    private void AssertSound()
    {
        Assert.Empty(File.Query("PRAGMA foreign_key_check"));
        Assert.Equal(["ok"], File.Query("PRAGMA integrity_check").Select(r => r[0]));
        Assert.Empty(File.Query($"SELECT Id FROM Locations WHERE LatitudeBand <> CAST((Latitude + 90) * {LatitudeBands.PerDegree} AS INTEGER)"));
    }

    /// <summary>The model as it was when a migration was written.</summary>
    private IModel ModelOf(string migration)
    {
        var migrations = db.GetService<IMigrationsAssembly>();
        var written = migrations.CreateMigration(migrations.Migrations[migration], db.Database.ProviderName!).TargetModel;
        return db.GetService<IModelRuntimeInitializer>().Initialize(written, designTime: true, validationLogger: null);
    }

    private static AlterColumnOperation Rebuild(IColumn column) => new()
    {
        Table = column.Table.Name,
        Name = column.Name,
        ClrType = column.PropertyMappings[0].Property.ClrType,
        ColumnType = column.StoreType,
        IsNullable = column.IsNullable,
        OldColumn = new AddColumnOperation { ClrType = column.PropertyMappings[0].Property.ClrType, ColumnType = column.StoreType, IsNullable = !column.IsNullable },
    };
}
