using FsCheck;
using FsCheck.Fluent;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Tests.Geography;
using PractitionerFinder.TestKit.Data;

namespace PractitionerFinder.Core.Tests.Finder;

public sealed class SearchParserTests
{
    private static readonly DateTime Now = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    private static readonly SearchParser Parser = new(
        TestVocabulary.Instance,
        (near, country) => near == "Nowhere" ? null : new SearchOrigin { Point = new GeoPoint(53.8, -1.55), Name = near, Kind = "city", Country = country ?? "GB" },
        point => new SearchOrigin { Point = point, Name = "here", Kind = "point" });

    // Good values, and what people and programs send instead.
    private static readonly Dictionary<string, string[]> Values = new()
    {
        ["near"] = ["Leeds", "  St  Ives ", "Nowhere", "LS6 9ZZ", "Kraków & sons", "a+b=c", "\u0007Leeds", new string('é', 300), "東京"],
        ["lat"] = ["53.8", "90", "-90.1", "1e3", "NaN", "0.12345678", "", "x"],
        ["lon"] = ["-1.55", "-180", "181", ",5", "Infinity", "-0.0000001", "x"],
        ["country"] = ["GB", "us", "GBR", "1A", ""],
        ["within"] = ["10mi", "2.500km", "0km", "-1mi", "10", "99999km"],
        ["technique"] = [TestVocabulary.Mark, TestVocabulary.Free.ToUpperInvariant(), TestVocabulary.Titled, "unknown", "' OR 1=1"],
        ["match"] = ["all", "ANY", "some"],
        ["area"] = ["neck", "Knee", "wing"],
        ["setting"] = ["visit", "clinic", "Online", "cave"],
        ["accepting"] = ["yes", "Waiting", "maybe"],
        ["verified"] = ["true", "False", "1"],
        ["need"] = ["weekends", "step-free", "EVENINGS", "money"],
        ["language"] = ["pl", "EN", "pol"],
        ["gender"] = ["woman", "Non-Binary", "x"],
        ["q"] = ["Mill", "certified roller", "  Zoë’s   garden ", "!!!", new string('q', 150), "Ａ１"],
        ["sort"] = ["distance", "Confirmed", "price"],
        ["seed"] = ["1", "2147483646", "2147483647", "0", "-1"],
        ["page"] = ["1", "3", "0", "9999999", "٣"],
        ["pageSize"] = ["20", "100", "101", "0"],
        ["utm_source"] = ["x"],
    };

    private static readonly Gen<IReadOnlyDictionary<string, IReadOnlyList<string>>> Queries =
        from names in Gen.SubListOf<string>([.. Values.Keys])
        from counts in Gen.Choose(1, 3).ListOf(names.Count)
        from picks in Gen.Choose(0, 1_000).ListOf(3 * names.Count)
        select (IReadOnlyDictionary<string, IReadOnlyList<string>>)names.Select((name, i) => (name, i)).ToDictionary(
            n => n.name,
            n => (IReadOnlyList<string>)[.. Enumerable.Range(0, counts[n.i]).Select(k => Values[n.name][picks[3 * n.i + k] % Values[n.name].Length])]);

    [Fact]
    public void Whatever_is_asked_its_canonical_form_asks_the_same() => Earth.Holds(
        Queries,
        query =>
        {
            var canonical = Parser.Read(query, Now, showDemo: true).Criteria.CanonicalQuery();
            var again = Parser.Read(Parsed(canonical), Now, showDemo: true);
            Assert.Empty(again.Problems);
            Assert.Equal(canonical, again.Criteria.CanonicalQuery());
            return true;
        },
        tests: 3_000);

    [Fact]
    public void The_order_in_which_values_are_given_makes_no_difference()
    {
        var one = Parser.Read(Parsed($"technique={TestVocabulary.Mark}&technique={TestVocabulary.Free}&setting=online&setting=clinic&need=weekends&need=step-free"), Now, true);
        var other = Parser.Read(Parsed($"need=step-free&need=weekends&setting=clinic&setting=online&technique={TestVocabulary.Free}&technique={TestVocabulary.Mark}"), Now, true);

        Assert.Equal(one.Criteria.CanonicalQuery(), other.Criteria.CanonicalQuery());
        Assert.Equal(one.Criteria.Seed, other.Criteria.Seed);
    }

    [Theory]
    [InlineData("lat=91&lon=0", "lat")]
    [InlineData("lat=53.8", "lon")]
    [InlineData("lat=5&lon=NaN", "lon")]
    [InlineData("lat=5&lon=1e2", "lon")]
    [InlineData("near=Leeds&lat=5&lon=5", "near")]
    [InlineData("near=Le%07eds", "near")]
    [InlineData("country=GBR", "country")]
    [InlineData("within=-5mi", "within")]
    [InlineData("technique=unknown", "technique")]
    [InlineData("technique=' OR 1=1", "technique")]
    [InlineData("match=some", "match")]
    [InlineData("area=wing", "area")]
    [InlineData("setting=cave", "setting")]
    [InlineData("accepting=maybe", "accepting")]
    [InlineData("accepting=yes&accepting=no", "accepting")]
    [InlineData("verified=1", "verified")]
    [InlineData("need=money", "need")]
    [InlineData("language=pol", "language")]
    [InlineData("gender=x", "gender")]
    [InlineData("q=!!!", "q")]
    [InlineData("sort=price", "sort")]
    [InlineData("seed=0", "seed")]
    [InlineData("seed=2147483647", "seed")]
    [InlineData("page=0", "page")]
    [InlineData("page=-1", "page")]
    [InlineData("page=1.5", "page")]
    [InlineData("page=99999999999999999999", "page")]
    [InlineData("pageSize=101", "pageSize")]
    public void What_cannot_be_taken_is_told_under_the_name_of_its_parameter(string query, string parameter)
    {
        var reading = Parser.Read(Parsed(query), Now, showDemo: true);

        var problem = Assert.Single(reading.Problems);
        Assert.Equal(parameter, problem.Parameter);
        Assert.EndsWith(".", problem.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", problem.Instead, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_too_long_is_cut_and_told()
    {
        var reading = Parser.Read(Parsed($"near={new string('n', 101)}&q={new string('q', 101)}"), Now, showDemo: true);

        Assert.Equal(["near", "q"], reading.Problems.Select(p => p.Parameter).Order());
        Assert.Equal((100, 100), (reading.Criteria.Near!.Length, reading.Criteria.Q.Length));
    }

    [Fact]
    public void A_thousand_values_of_one_parameter_are_read_as_fifty()
    {
        var reading = Parser.Read(new Dictionary<string, IReadOnlyList<string>> { ["technique"] = [.. Enumerable.Repeat(TestVocabulary.Free, 1_000)] }, Now, true);

        Assert.Equal([TestVocabulary.Free], reading.Criteria.Techniques);
        Assert.Equal("technique", Assert.Single(reading.Problems).Parameter);
    }

    [Fact]
    public void A_place_that_nobody_knows_is_told_apart_from_no_place()
    {
        Assert.True(Parser.Read(Parsed("near=Nowhere"), Now, true).PlaceIsUnknown);
        Assert.False(Parser.Read(Parsed("near=++"), Now, true).PlaceIsUnknown);
        Assert.False(Parser.Read(Parsed("near=Leeds"), Now, true).PlaceIsUnknown);
    }

    [Fact]
    public void Words_that_need_proof_are_looked_for_through_proof_and_the_rest_as_words()
    {
        var criteria = Parser.Read(Parsed("q=Mill+Certified+Roller"), Now, true).Criteria;

        Assert.Equal(["mill"], criteria.Words);
        Assert.Equal([TestVocabulary.Titled], criteria.ProvenTechniques);
    }

    private static Dictionary<string, IReadOnlyList<string>> Parsed(string query) => query.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.Split('=', 2)).GroupBy(p => p[0], p => Uri.UnescapeDataString(p[1].Replace('+', ' ')))
        .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g]);
}
