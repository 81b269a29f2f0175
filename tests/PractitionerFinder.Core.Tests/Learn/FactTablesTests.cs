using System.Text.RegularExpressions;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Core.Tests.Learn;

/// <summary>The tables of facts agree with one another and with the pages; what does not is named by file and line.</summary>
public sealed partial class FactTablesTests
{
    private const int Muscles = 45;
    private const int RedFlags = 84;
    private const int FeltInCodes = 50;
    private const int MostQuestionsOfAnArea = 8;
    private const int MostWordsOfAQuestion = 45;
    private const int LongestDefinition = 240;

    private static readonly FactTables Tables = new(SeedTables);

    private static readonly HashSet<string> Keys = Set("references", "key");
    private static readonly HashSet<string> Techniques = Set("techniques", "slug");
    private static readonly HashSet<string> SelfCare = Set("selfcare", "slug");
    private static readonly HashSet<string> Areas = Set("areas", "slug");
    private static readonly HashSet<string> WideAreas = [.. Tables["areas"].Where(r => r["parent"].Length == 0).Select(r => r["slug"])];

    /// <summary>What goes with an urgency: stage, kinds of action, and how the action begins.</summary>
    private static readonly Dictionary<string, (string Stage, string[] Kinds, string[] Begins)> Urgencies = new()
    {
        ["emergency"] = ("stop", ["emergency-services"], ["999/A&E"]),
        ["urgent"] = ("stop", ["urgent-care", "dentist", "foot-team", "gp"], ["urgent ", "GP (soon) as soon as possible"]),
        ["soon"] = ("card", ["gp"], ["GP (soon)"]),
        ["pharmacist"] = ("card", ["pharmacist"], ["pharmacist"]),
        ["booking"] = ("booking", ["ask-before-booking", "postpone"], ["ask ", "postpone"]),
    };

    private static string SeedTables => Path.Combine(AppContext.BaseDirectory, "seed-data", "tables");

    [Fact]
    public void Every_cell_has_its_form() => Assert.Empty(Tables.Faults);

    [Theory]
    [InlineData("areas", "neck\tNeck", "neck \tNeck", "areas.tsv:", "stray space in slug")]
    [InlineData("areas", "\tboth\t", "\tside\t", "areas.tsv:", "view is 'side'")]
    [InlineData("red-flags", "\tstop\t", "\thalt\t", "red-flags.tsv:2: ", "stage is 'halt'")]
    [InlineData("selfcare", "foam roller; foam roll", "foam roller;foam roll", "selfcare.tsv:2: ", "aliases is not a list")]
    [InlineData("emergency-numbers", "\t", "", "emergency-numbers.tsv:1: ", "the columns are not")]
    [InlineData("glossary", "\n", "\r\n", "glossary.tsv: ", "wants UTF-8")]
    public void A_table_that_was_spoilt_is_named_with_its_line(string table, string text, string with, string at, string fault)
    {
        var folder = Directory.CreateTempSubdirectory("tables-");
        try
        {
            foreach (var file in Directory.GetFiles(SeedTables))
            {
                var whole = File.ReadAllText(file);
                var place = Path.GetFileNameWithoutExtension(file) == table ? whole.IndexOf(text, StringComparison.Ordinal) : -1;
                File.WriteAllText(Path.Combine(folder.FullName, Path.GetFileName(file)), place < 0 ? whole : whole[..place] + with + whole[(place + text.Length)..]);
            }

            Assert.Contains(new FactTables(folder.FullName).Faults, f => f.StartsWith(at, StringComparison.Ordinal) && f.Contains(fault, StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Keys_slugs_and_names_stand_once()
    {
        AssertOnce("references", "key");
        AssertOnce("referred-pain", "muscle");
        AssertOnce("red-flags", "symptom");
        AssertOnce("emergency-numbers", "cc");
        AssertOnce("techniques", "section");
        AssertOnce("glossary", "term");
        foreach (var table in new[] { "techniques", "selfcare", "areas" })
        {
            AssertOnce(table, "slug");
            AssertOnce(table, "name");
            AssertNone(table, r => !FactTables.IsSlug(r["slug"]));
        }

        Assert.Empty(Techniques.Intersect(SelfCare));
    }

    [Fact]
    public void Every_source_that_is_named_is_there_and_may_be_cited()
    {
        foreach (var (table, column) in new[] { ("techniques", "sources"), ("selfcare", "sources"), ("referred-pain", "source"), ("red-flags", "sources") })
        {
            AssertNone(table, r => r.List(column).Any(key => !Keys.Contains(key) || key.StartsWith("ctr-spam", StringComparison.Ordinal)));
        }

        AssertNone("glossary", r => r.List("sources").Any(key => key != "ours" && !Keys.Contains(key)));
    }

    [Fact]
    public void A_word_that_people_type_leads_to_one_page_or_area()
    {
        AssertOneOwner(Tables["techniques"].Concat(Tables["selfcare"]), "aliases");
        AssertOneOwner(Tables["areas"], "plain_words");
    }

    [Fact]
    public void A_grade_has_its_words()
    {
        foreach (var table in new[] { "techniques", "selfcare" })
        {
            AssertNone(table, r => !Regex.IsMatch(r["strokes"], "^[0-4]$"));
            AssertNone(table, r => r["finding"].Split(' ').Length is < 3 or > 9);
                AssertNone(table, r => r["strokes"] == "0" && !r["finding"].StartsWith("no ", StringComparison.Ordinal));
            AssertNone(table, r => r["strokes"] != "0" && r["sources"].Length == 0);
            AssertNone(table, r => !r["one_line"].EndsWith('.') || r["one_line"].Contains(". ", StringComparison.Ordinal));
        }

        AssertNone("techniques", r => r["title_rule"] == "none" != (r["title_note"].Length == 0));
        Assert.InRange(Tables["techniques"].Select(r => r["family"]).Distinct().Count(), 1, 7);
    }

    [Fact]
    public void A_page_on_self_care_says_what_its_row_says()
    {
        var library = LearnLibrary.Load(Path.Combine(SeedTables, ".."), VocabularyFiles.Load(Path.Combine(SeedTables, "..")));
        Assert.Equal(SelfCare.Order(), library.OfKind(LearnKind.SelfCare).Select(p => p.Slug).Order());
        foreach (var row in Tables["selfcare"])
        {
            var page = library.Page(LearnKind.SelfCare, row["slug"])!;
            Assert.Equal(row["name"], page.Title);
            Assert.Equal(row.List("aliases"), page.Aliases);
            Assert.Equal(row["one_line"], page.Summary);
            Assert.Equal((row["strokes"], row["finding"]), ($"{page.Evidence!.Strokes}", page.Evidence.Finding));
        }
    }

    [Fact]
    public void Areas_have_two_levels_and_each_place_of_an_ache_is_in_one()
    {
        AssertNone("areas", r => r["parent"].Length > 0 && !WideAreas.Contains(r["parent"]));
        var used = Tables["referred-pain"].SelectMany(r => r.List("felt_in")).ToHashSet();
        var homes = Tables["areas"].SelectMany(r => r.List("felt_in")).ToList();

        Assert.Equal(FeltInCodes, used.Count);
        Assert.Equal(used.Order(), homes.Order());
    }

    [Fact]
    public void Referred_pain_names_what_is_there_and_says_where_it_comes_from()
    {
        Assert.Equal(Muscles, Tables["referred-pain"].Count);
        AssertNone("referred-pain", r => !Areas.Contains(r["body_area"]));
        AssertNone("referred-pain", r => r.List("techniques").Any(t => !Techniques.Contains(t)));
        AssertNone("referred-pain", r => r.List("selfcare").Any(s => !SelfCare.Contains(s)));
        AssertNone("referred-pain", r => r["source"].Length == 0 && !IsUnverified(r["note"]));
        AssertNone("referred-pain", r => IsUnverified(r["self_check_hint"] + r["condition_label"]));
    }

    [Fact]
    public void A_warning_sign_has_the_action_of_its_urgency()
    {
        Assert.Equal(RedFlags, Tables["red-flags"].Count);
        AssertNone("red-flags", r => r["area"] != RedFlag.Anywhere && !WideAreas.Contains(r["area"]));
        AssertNone("red-flags", r => !FactTables.IsSlug(r["group"]));
        AssertNone("red-flags", r => !Urgencies.TryGetValue(r["urgency"], out var fits)
            || fits.Stage != r["stage"] || !fits.Kinds.Contains(r["action_kind"]) || !fits.Begins.Any(b => r["action"].StartsWith(b, StringComparison.Ordinal)));
        AssertNone("red-flags", r => r["sources"].Length == 0 && !IsUnverified(r["note"]));
        AssertNone("red-flags", r => IsUnverified(r["symptom"] + r["question"] + r["why"] + r["action"]));
        AssertNone("red-flags", r => r.List("techniques").Any(t => !Techniques.Contains(t)) || (r["techniques"].Length > 0 && r["stage"] != "booking"));
    }

    [Fact]
    public void A_question_can_be_asked()
    {
        AssertNone("red-flags", r => !r["question"].EndsWith('?') || r["question"].Count(c => c == '?') > 1 || r["question"].Split(' ').Length > MostWordsOfAQuestion);
        AssertNone("red-flags", r => (r["audience"] == "child") != r["question"].StartsWith("For a child", StringComparison.Ordinal));

        var groups = Tables["red-flags"].GroupBy(r => r["group"]).ToList();
        Assert.All(groups, g => Assert.Single(g.Select(r => (r["urgency"], r["stage"])).Distinct()));
        Assert.All(Tables["red-flags"].GroupBy(r => (r["area"], r["group"])), g => Assert.Single(g.Select(r => r["question"]).Distinct()));
        var asked = Tables["red-flags"].Where(r => r["stage"] != "booking").ToLookup(r => r["area"], r => r["group"]);
        Assert.All(WideAreas, area => Assert.NotEmpty(asked[area]));
        Assert.All(WideAreas, area => Assert.InRange(asked[RedFlag.Anywhere].Union(asked[area]).Count(), 1, MostQuestionsOfAnArea));
    }

    [Fact]
    public void An_emergency_number_can_be_dialled_and_is_to_be_checked_again()
    {
        AssertNone("emergency-numbers", r => !Regex.IsMatch(r["cc"], "^[A-Z]{2}$"));
        AssertNone("emergency-numbers", r => r.List("emergency").Concat(r.List("urgent_advice")).Any(number => !Dialled().IsMatch(number)));
        AssertNone("emergency-numbers", r => !r["note"].Contains("public knowledge, re-check before launch", StringComparison.Ordinal));
    }

    [Fact]
    public void A_hard_word_is_explained_in_short()
    {
        AssertNone("glossary", r => !FactTables.IsSlug(r["slug"]));
        AssertNone("glossary", r => !r["definition"].EndsWith('.') || r["definition"].Length > LongestDefinition);
        Assert.NotEmpty(Tables["glossary"]);
    }

    private static bool IsUnverified(string text) => text.Contains("UNVERIFIED", StringComparison.Ordinal);

    private static HashSet<string> Set(string table, string column) => [.. Tables[table].Select(r => r[column])];

    private static void AssertNone(string table, Func<FactTables.Row, bool> isWrong) => Assert.Empty(Tables[table].Where(isWrong).Select(r => r.At));

    private static void AssertOnce(string table, string column) =>
        Assert.Empty(Tables[table].GroupBy(r => r[column]).Where(g => g.Count() > 1).Select(g => $"{string.Join(", ", g.Select(r => r.At))}: {g.Key}"));

    private static void AssertOneOwner(IEnumerable<FactTables.Row> rows, string column)
    {
        var all = rows.ToList();
        var owners = all.SelectMany(r => r.List(column).Prepend(r["name"]).Prepend(r["slug"]).Select(words => (Words: PlainWords.Line(words), Owner: r["slug"])));
        Assert.Empty(owners.GroupBy(o => o.Words).Where(g => g.Select(o => o.Owner).Distinct().Count() > 1).Select(g => g.Key));
        Assert.Empty(all.Where(r => r.List(column).Any(w => PlainWords.Line(w) == PlainWords.Line(r["name"]))).Select(r => r.At));
    }

    [GeneratedRegex(@"^\d[\d ]*\d$")]
    private static partial Regex Dialled();
}
