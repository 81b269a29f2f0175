using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data.Finder;
using PractitionerFinder.TestKit.Data;
using PractitionerFinder.TestKit.Finder;

namespace PractitionerFinder.Data.Tests.Finder;

public sealed partial class QueryPlanTests
{
    private static readonly SearchCriteria FullSearch = new()
    {
        Origin = new SearchOrigin { Point = new GeoPoint(53.8, -1.55), Name = "Leeds", Kind = "city", Country = "GB" },
        AskedWithin = new Radius(25, DistanceUnit.Miles),
        Techniques = [TestVocabulary.Free, TestVocabulary.Titled],
        MatchAll = true,
        Area = "neck",
        AreasMatching = TestVocabulary.Instance.AreasMatching("neck"),
        Settings = [Setting.Clinic, Setting.TheirHome, Setting.Visit],
        Accepting = Accepting.Yes,
        Verified = true,
        Needs = Needs.StepFree | Needs.Evenings,
        Language = "en",
        Gender = Gender.Woman,
        Q = "mill",
        Words = ["mill"],
        Now = World.Now,
    };

    [Fact]
    public async Task A_full_search_seeks_locations_and_visits_by_their_index_and_scans_no_table()
    {
        var spoken = new Spoken();
        using var database = await TestDatabase.CreateAsync(null, spoken);
        spoken.Commands.Clear();

        await new DatabaseSearch(database, TestVocabulary.Instance).SearchAsync(FullSearch, TestContext.Current.CancellationToken);

        var plans = spoken.Commands.ConvertAll(command => Explain(database, command));
        Assert.NotEmpty(plans);
        Assert.Contains("INDEX IX_Locations_LatitudeBand_Longitude_Latitude (LatitudeBand=? AND Longitude>? AND Longitude<?)", plans[0], StringComparison.Ordinal);
        Assert.Contains("PRIMARY KEY (Cell=?)", plans[0].Replace("INDEX sqlite_autoindex_VisitCells_1", "PRIMARY KEY", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(plans, plan => Assert.Empty(TablesScanned(plan)));
    }

    /// <summary>Tables that a plan goes through row by row. What the query itself brought along or made is none.</summary>
    private static List<string> TablesScanned(string plan)
    {
        var tables = TableAlias().Matches(plan).ToLookup(m => m.Groups["alias"].Value, m => m.Groups["table"].Value);
        return [.. Scan().Matches(plan).SelectMany(m => tables[m.Groups["alias"].Value]).Where(t => t != "json_each")];
    }

    private static string Explain(TestDatabase database, (string Sql, List<(string Name, object? Value)> Parameters) spoken)
    {
        using var connection = new SqliteConnection($"Data Source={database.File}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + spoken.Sql;
        spoken.Parameters.ForEach(p => command.Parameters.AddWithValue(p.Name, p.Value ?? DBNull.Value));
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(reader.GetString(3));
        }

        return string.Join('\n', lines) + "\n\n" + spoken.Sql;
    }

    // Scanning the partial index of those who work online is reading exactly the rows that are asked for.
    [GeneratedRegex(@"^SCAN (?>(?<alias>\S+))(?! VIRTUAL TABLE)(?! USING (COVERING )?INDEX IX_Listings_Online)", RegexOptions.Multiline)]
    private static partial Regex Scan();

    [GeneratedRegex(@"(?:FROM|JOIN) (?:""(?<table>\w+)""|(?<table>json_each)\([^)]*\)) AS ""(?<alias>\w+)""")]
    private static partial Regex TableAlias();

    private sealed class Spoken : DbCommandInterceptor
    {
        public List<(string Sql, List<(string Name, object? Value)> Parameters)> Commands { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Commands.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
            return ValueTask.FromResult(result);
        }
    }
}
