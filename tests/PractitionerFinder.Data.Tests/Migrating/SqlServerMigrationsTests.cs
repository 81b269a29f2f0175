using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using PractitionerFinder.Data.Providers.SqlServer;

namespace PractitionerFinder.Data.Tests.Migrating;

/// <summary>What can be said of SQL Server's migrations without a server.</summary>
public sealed class SqlServerMigrationsTests : IDisposable
{
    private readonly SqlServerFinderContext db = new(new DbContextOptionsBuilder<SqlServerFinderContext>().UseSqlServer("Server=none").Options, TimeProvider.System);

    [Fact]
    public void The_model_has_no_change_that_waits_for_a_migration() => Assert.False(db.Database.HasPendingModelChanges());

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    public void The_script_is_sound_and_makes_the_point_of_every_location_and_an_index_over_points(MigrationsSqlGenerationOptions options)
    {
        var script = TransactSql.Parse(db.GetService<IMigrator>().GenerateScript(options: options));

        var point = Assert.Single(script.All<AlterTableAddTableElementStatement>().SelectMany(s => s.Definition.ColumnDefinitions), c => c.ComputedColumnExpression is not null);
        Assert.Equal(("Point", true), (point.ColumnIdentifier.Value, point.IsPersisted));
        var made = Assert.IsType<FunctionCall>(point.ComputedColumnExpression);
        Assert.Equal(["[Latitude]", "[Longitude]", "4326"], made.Parameters.Select(Text));

        var index = Assert.Single(script.AllExecuted<CreateSpatialIndexStatement>());
        Assert.Equal(("Locations", "Point", SpatialIndexingSchemeType.GeographyAutoGrid),
            (index.Object.BaseIdentifier.Value, index.SpatialColumnName.Value, index.SpatialIndexingScheme));
    }

    [Fact]
    public void The_script_back_to_nothing_is_sound_and_drops_every_table()
    {
        var script = TransactSql.Parse(db.GetService<IMigrator>().GenerateScript(db.Database.GetMigrations().Last(), Migration.InitialDatabase));

        Assert.Equal(
            db.Model.GetEntityTypes().Select(e => e.GetTableName()).Distinct().Order(),
            script.All<DropTableStatement>().SelectMany(s => s.Objects).Select(o => o.BaseIdentifier.Value).Where(t => !t.StartsWith("__", StringComparison.Ordinal)).Order());

        // The spatial one, that of what waits, that of the feed, and four that came to tables of earlier migrations: other indexes go with their tables.
        Assert.Equal(7, script.All<DropIndexStatement>().Count);
    }

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    public void No_statement_reads_a_column_that_its_own_batch_adds(MigrationsSqlGenerationOptions options)
    {
        // A script has one batch for each migration, and a server looks for columns before it runs the first statement.
        foreach (var batch in TransactSql.Parse(db.GetService<IMigrator>().GenerateScript(options: options)).All<TSqlBatch>())
        {
            var added = batch.All<AlterTableAddTableElementStatement>().SelectMany(s => s.Definition.ColumnDefinitions).Select(c => c.ColumnIdentifier.Value).ToList();

            // A column of a table that the batch makes is another one, whatever it is called.
            var made = batch.All<CreateTableStatement>().Select(t => t.SchemaObjectName.BaseIdentifier.Value).ToHashSet();
            var others = batch.All<CreateIndexStatement>().Where(i => made.Contains(i.OnName.BaseIdentifier.Value)).SelectMany(i => i.All<ColumnReferenceExpression>()).ToHashSet();
            var read = batch.All<ColumnReferenceExpression>().Where(c => !others.Contains(c)).Select(c => c.MultiPartIdentifier?.Identifiers[^1].Value)
                .Concat(batch.All<CreateSpatialIndexStatement>().Select(i => i.SpatialColumnName.Value));
            Assert.Empty(added.Intersect(read));
        }
    }

    public void Dispose() => db.Dispose();

    private static string Text(TSqlFragment fragment) =>
        string.Concat(fragment.ScriptTokenStream.Skip(fragment.FirstTokenIndex).Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1).Select(t => t.Text));
}
