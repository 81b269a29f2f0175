using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data.Finder;
using PractitionerFinder.Data.Providers.SqlServer;
using PractitionerFinder.Data.Tests.Migrating;
using PractitionerFinder.TestKit.Data;
using PractitionerFinder.TestKit.Finder;

namespace PractitionerFinder.Data.Tests.Finder;

/// <summary>Every statement that a search sends to SQL Server, read without a server.</summary>
public sealed class SqlServerStatementsTests
{
    private static readonly GeoPoint Leeds = new(53.8, -1.55);

    private static readonly SearchOrigin Place = new() { Point = Leeds, Name = "Leeds", Kind = "city", Country = "GB" };

    private static readonly SearchCriteria Plain = new() { Origin = Place, AskedWithin = new Radius(25, DistanceUnit.Miles), Now = World.Now };

    private static readonly SearchCriteria Full = Plain with
    {
        Techniques = [TestVocabulary.Free, TestVocabulary.Titled],
        MatchAll = true,
        Area = "neck",
        AreasMatching = TestVocabulary.Instance.AreasMatching("neck"),
        Settings = Enum.GetValues<Setting>(),
        Accepting = Accepting.Yes,
        Verified = true,
        Needs = Needs.StepFree | Needs.Evenings | Needs.Weekends,
        Language = "en",
        Gender = Gender.Woman,
        Q = "mill knead certified roller",
        Words = ["mill", "knead"],
        ProvenTechniques = [TestVocabulary.Titled],
        ShowDemo = false,
    };

    private static readonly Dictionary<string, SearchCriteria> Asked = new()
    {
        ["of a radius"] = Plain,
        ["with every filter"] = Full,
        ["of any technique, verified"] = Full with { MatchAll = false },
        ["by confirmation"] = Plain with { Sort = SearchSort.Confirmed, Settings = Enum.GetValues<Setting>() },
        ["of a county"] = Full with { Origin = Place with { Region = new RegionCodes("GB", "ENG", ["Leeds", "Bradford"]) } },
        ["of a country"] = Plain with { Origin = Place with { Region = new RegionCodes("GB", null, []) } },
        ["of everywhere"] = Plain with { Origin = null, AskedWithin = null },
        ["of homes alone"] = Plain with { Settings = [Setting.TheirHome] },
        ["online alone"] = Plain with { Settings = [Setting.Online] },
    };

    public static TheoryData<string> Searches => [.. Asked.Keys];

    [Theory, MemberData(nameof(Searches))]
    public async Task Every_statement_of_a_search_is_sound(string which)
    {
        var sent = await SentAsync(Asked[which]);

        // The page, where those on it are, seven facets, those online, and a rung of the ladder; who asks for proof is
        // told the number of those who have it by the total.
        Assert.True(sent.Count >= 10, $"A search {which} sent only {sent.Count} statements.");
        Assert.All(sent, sql => TransactSql.Parse(sql));
    }

    [Fact]
    public async Task What_is_within_a_radius_is_asked_in_the_one_form_that_a_spatial_index_serves()
    {
        var measured = (await SentAsync(Full)).Select(TransactSql.Parse).Where(s => s.All<FunctionCall>().Any(IsDistance)).ToList();

        Assert.NotEmpty(measured);
        Assert.All(measured, AssertServed);
    }

    [Fact]
    public void Within_a_radius_the_index_decides_first_and_the_sphere_last()
    {
        using var db = SqlServer();
        var sql = TransactSql.Parse(db.LocationsWithin(Leeds, 1_000).CreateDbCommand().CommandText);

        AssertServed(sql);
        Assert.Contains(sql.All<BooleanComparisonExpression>(), c =>
            c is { ComparisonType: BooleanComparisonType.LessThanOrEqualTo, FirstExpression: ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [.., { Value: "Metres" }] } });
    }

    [Fact]
    public void Distances_without_a_radius_are_sound_and_need_no_index()
    {
        using var db = SqlServer();

        Assert.DoesNotContain(TransactSql.Parse(db.LocationDistances(Leeds).CreateDbCommand().CommandText).All<FunctionCall>(), IsDistance);
        Assert.DoesNotContain(TransactSql.Parse(db.VisitAreaDistances(Leeds).CreateDbCommand().CommandText).All<FunctionCall>(), IsDistance);
    }

    [Fact]
    public void What_a_snapshot_reads_and_follows_is_sound()
    {
        using var db = SqlServer();

        TransactSql.Parse(PublishedListings.Statement(""));
        TransactSql.Parse(PublishedListings.Statement(" AND \"Id\" IN (1, 2)"));
        var feed = TransactSql.Parse(db.FeedAfter(7).OrderBy(l => l.Position).Take(500).CreateDbCommand().CommandText);
        Assert.Contains(feed.All<FunctionCall>(), c => c.FunctionName.Value == "MIN_ACTIVE_ROWVERSION");
    }

    [Fact]
    public void The_index_looks_further_than_the_sphere_by_more_than_the_two_ever_differ()
    {
        // The ellipsoid's distances are at most 0.56 % longer than those of the sphere, see GreatCircle.
        Assert.InRange(SqlServerFinderContext.Generous, 1.0057, 1.01);
    }

    /// <summary>The column's distance alone on the left, a value alone on the right (SQL Server docs, Spatial Indexes Overview).</summary>
    private static void AssertServed(TSqlFragment statement)
    {
        var comparisons = statement.All<BooleanComparisonExpression>()
            .Where(c => c is { ComparisonType: BooleanComparisonType.LessThanOrEqualTo, FirstExpression: FunctionCall call, SecondExpression: VariableReference or Literal }
                && IsDistance(call) && call.CallTarget is MultiPartIdentifierCallTarget { MultiPartIdentifier.Identifiers: [_, { Value: "Point" }] });
        Assert.Equal(statement.All<FunctionCall>().Count(IsDistance), comparisons.Count());
        Assert.NotEmpty(comparisons);
    }

    private static bool IsDistance(FunctionCall call) => call.FunctionName.Value == "STDistance";

    private static SqlServerFinderContext SqlServer(params IInterceptor[] interceptors) =>
        new(new DbContextOptionsBuilder<SqlServerFinderContext>().UseSqlServer("Server=none").AddInterceptors(interceptors).Options, TimeProvider.System);

    private static async Task<IReadOnlyList<string>> SentAsync(SearchCriteria criteria)
    {
        var server = new ServerOfOneRow();
        await new DatabaseSearch(new Contexts(server), TestVocabulary.Instance).SearchAsync(criteria, TestContext.Current.CancellationToken);
        return server.Sent;
    }

    private sealed class Contexts(ServerOfOneRow server) : IDbContextFactory<FinderDbContext>
    {
        public FinderDbContext CreateDbContext() => SqlServer(server, server.Connections);
    }
}
