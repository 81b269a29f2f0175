namespace PractitionerFinder.Core.Tests.Learn;

/// <summary>A copy of the tables that was spoilt is found out: file, line and words.</summary>
public sealed class FactFaultsTests : IDisposable
{
    private readonly string seedData = Directory.CreateTempSubdirectory("facts-").FullName;

    public FactFaultsTests()
    {
        foreach (var name in new[] { "tables", "self-care" })
        {
            var to = Directory.CreateDirectory(Path.Combine(seedData, name)).FullName;
            foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seed-data", name)))
            {
                File.WriteAllText(Path.Combine(to, Path.GetFileName(file)), File.ReadAllText(file));
            }
        }
    }

    public void Dispose() => Directory.Delete(seedData, recursive: true);

    [Fact]
    public void A_copy_that_was_left_alone_has_no_fault() => Assert.Empty(new FactFaults(seedData).All);

    [Theory]
    [InlineData("areas", "neck\tNeck", "neck \tNeck", "stray space in slug")]
    [InlineData("areas", "\tboth\t", "\tside\t", "view is 'side', wanted one of front, back, both")]
    [InlineData("areas", "head\tHead", "head\t\tHead", "9 cells, wanted 8")]
    [InlineData("red-flags", "\tstop\t", "\thalt\t", "stage is 'halt'")]
    [InlineData("selfcare", "foam roller; foam roll;", "foam roller;foam roll;", "aliases is not a list")]
    [InlineData("selfcare", "foam roller; foam roll;", "foam roller; foam roller;", "aliases names something twice")]
    [InlineData("techniques", "\thands-on release\t", "\t\"hands-on release\"\t", "family is quoted")]
    [InlineData("glossary", "\tHyaluronan\t", "\t\t", "term is blank")]
    [InlineData("emergency-numbers", "cc\t", "cc", "the columns are not")]
    [InlineData("glossary", "page\n", "page\r\n", "ends in a carriage return")]
    public void A_cell_out_of_form(string table, string text, string with, string words) => AssertFault(table, text, with, words);

    [Theory]
    [InlineData("references", "aberdeen\tTrigger", "abbott-elbow\tTrigger", "key 'abbott-elbow' stands in references.tsv:2 too")]
    [InlineData("areas", "neck-side\tSide of the neck", "neck\tSide of the neck", "slug 'neck' stands in")]
    [InlineData("areas", "neck\tNeck", "Neck\tNeck", "'Neck' is no slug")]
    [InlineData("techniques", "cupping\tCupping", "cuping\tCupping", "slug 'cuping' is not one of the fixed ones")]
    [InlineData("selfcare", "foam-rolling\t", "cupping\t", "'cupping' is in techniques.tsv too")]
    [InlineData("techniques", "\tstatpearls-scs", "\tnobody2020", "sources 'nobody2020' is no key")]
    [InlineData("techniques", "\tstatpearls-scs", "\tctr-spam-manual", "cites a source that readers must not be sent to")]
    [InlineData("areas", "\tstiff neck;", "\tHead-Ache;", "'Head-Ache' leads to both head and neck")]
    [InlineData("techniques", "\tMFR;", "\tMyofascial-Release;", "aliases repeats the name 'Myofascial-Release'")]
    public void A_key_slug_or_word_that_leads_astray(string table, string text, string with, string words) => AssertFault(table, text, with, words);

    [Theory]
    [InlineData("\t3\tmixed results", "\t5\tmixed results", "strokes is '5', wanted 0 to 4")]
    [InlineData("\t3\tmixed results", "\t0\tmixed results", "no strokes, so the finding must begin with 'no'")]
    [InlineData("mixed results, modest and mostly short-term", "mixed results", "finding wants 3 to 9 words")]
    [InlineData("until it eases.\t", "until it eases. Really.\t", "one_line wants one sentence")]
    [InlineData("\tloew2014; scott2022; ryan-scar; intenthealth-scar\t", "\t\t", "has strokes and no sources")]
    [InlineData("\tnone\t\t\t", "\tnone\t\tNote.\t", "title_note must be there unless the rule is none")]
    public void A_grade_without_its_words(string text, string with, string words) => AssertFault("techniques", text, with, words);

    [Theory]
    [InlineData("title: Foam rolling", "title: Rolling", "title")]
    [InlineData("  - foam roller\n", "  - foam rollers\n", "aliases")]
    [InlineData("summary: \"Rolling", "summary: \"Moving", "summary")]
    [InlineData("strokes: 3", "strokes: 4", "strokes")]
    [InlineData("finding: \"small", "finding: \"big", "finding")]
    [InlineData("  - wiewelhove2019\n", "  - laimi2018\n", "citations")]
    public void A_page_that_says_something_else(string text, string with, string key) =>
        Assert.Contains($"self-care/foam-rolling.md:{Spoil("self-care/foam-rolling.md", text, with)}: {key} is not as in selfcare.tsv:2", new FactFaults(seedData).All);

    [Theory]
    [InlineData("areas", "around the eye\thead\t", "around the eye\tjaw\t", "parent 'jaw' is no area without a parent")]
    [InlineData("areas", "\tboth\tear\t", "\tboth\tjaw\t", "felt_in 'jaw' stands in")]
    [InlineData("areas", "\thead-top\t", "\thead-crown\t", "felt_in 'head-crown' is not used")]
    [InlineData("referred-pain", "\tneck-side; ear;", "\tneck-sdie; ear;", "felt_in 'neck-sdie' is no place of an area")]
    [InlineData("referred-pain", "Middle trapezius\t", "Upper trapezius\t", "muscle 'Upper trapezius' stands in referred-pain.tsv:2 too")]
    [InlineData("referred-pain", "Upper trapezius\ttop-of-shoulder", "Upper trapezius\ttop", "body_area 'top' is no area")]
    [InlineData("referred-pain", "\tmyofascial-release;", "\tmagic;", "techniques 'magic' is no technique")]
    [InlineData("referred-pain", "\tstretch-and-exercise\t", "\trest\t", "selfcare 'rest' is no self-care")]
    [InlineData("referred-pain", "\televate-head; gatterman-ch6; ect-head; aberdeen\t", "\t\t", "no source, and the note does not say UNVERIFIED")]
    [InlineData("referred-pain", "\tDoes the ache", "\tUNVERIFIED: does the ache", "UNVERIFIED stands in words that readers see")]
    public void An_area_or_ache_that_does_not_fit(string table, string text, string with, string words) => AssertFault(table, text, with, words);

    [Theory]
    [InlineData("anywhere\tanyone", "nowhere\tanyone", "area 'nowhere' is no area without a parent")]
    [InlineData("\tSevere difficulty breathing\t", "\tSudden, severe pain in any part of the body\t", "symptom 'Sudden, severe pain in any part of the body' stands in")]
    [InlineData("\temergency\t", "\tlater\t", "urgency 'later' is no urgency")]
    [InlineData("\temergency\t", "\tsoon\t", "soon does not go with stop, emergency-services")]
    [InlineData("\temergency-services\t\t", "\temergency-services\tcupping\t", "only a booking row is about a certain technique")]
    [InlineData("\tnhs-compartment\t", "\t\t", "no source, and the note does not say UNVERIFIED")]
    [InlineData("\tsudden-or-injury\t", "\tSudden\t", "'Sudden' is no group id")]
    [InlineData("fall or blow?\t", "fall? Or blow?\t", "question wants one question mark, at the end")]
    [InlineData("fall or blow?\t", "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o p q r s t?\t", "question has 61 words, wanted at most 45")]
    [InlineData("\tchild\tstop\t", "\tadult\tstop\t", "questions for a child, and only they, begin with 'For a child'")]
    [InlineData("\tstop\tPain after a serious", "\tcard\tPain after a serious", "group sudden-or-injury has another stage in red-flags.tsv:2")]
    [InlineData("fall or blow\tSudden severe", "fall or blow\tVery severe", "group sudden-or-injury has another question in red-flags.tsv:2")]
    public void A_warning_sign_that_does_not_fit(string text, string with, string words) => AssertFault("red-flags", text, with, words);

    [Theory]
    [InlineData("emergency-numbers", "IE\tIreland", "GB\tIreland", "cc 'GB' stands in emergency-numbers.tsv:2 too")]
    [InlineData("emergency-numbers", "GB\t", "Gb\t", "'Gb' is no country code")]
    [InlineData("emergency-numbers", "999; 112", "999; call 112", "'call 112' cannot be dialled")]
    [InlineData("emergency-numbers", "re-check before launch", "checked", "the note does not say")]
    [InlineData("glossary", "hyaluronan\tHyaluronan", "fascia\tHyaluronan", "slug 'fascia' stands in glossary.tsv:2 too")]
    [InlineData("glossary", "\thyaluronan\t", "\tFASCIA\t", "form 'fascia' stands in glossary.tsv:2 too")]
    [InlineData("glossary", "fascia around it.\t", "fascia around it\t", "definition wants a full stop at its end")]
    [InlineData("glossary", "\tours\t", "\ttheirs\t", "sources 'theirs' is no key")]
    public void A_number_or_hard_word_that_does_not_fit(string table, string text, string with, string words) => AssertFault(table, text, with, words);

    [Fact]
    public void A_definition_that_is_too_long() =>
        AssertFault("glossary", "Sheets and layers", new string('s', 241), "definition has ");

    [Theory]
    [InlineData("referred-pain", "44 rows, wanted 45")]
    [InlineData("red-flags", "83 rows, wanted 84")]
    [InlineData("techniques", "slug 'active-release-technique' is missing")]
    [InlineData("selfcare", "slug 'stretch-and-exercise' is missing")]
    public void A_table_that_lost_its_last_row(string table, string words)
    {
        var file = Path.Combine(seedData, "tables", $"{table}.tsv");
        File.WriteAllText(file, string.Concat(File.ReadAllLines(file).SkipLast(1).Select(line => line + '\n')));

        Assert.Contains($"{table}.tsv:1: {words}", new FactFaults(seedData).All);
    }

    [Fact]
    public void A_place_too_many()
    {
        Spoil("tables/referred-pain.tsv", "\tneck-side; ear;", "\tneck-sdie; ear;");

        Assert.Contains("referred-pain.tsv:1: 51 felt_in codes, wanted 50", new FactFaults(seedData).All);
    }

    [Fact]
    public void A_family_too_many()
    {
        Spoil("tables/techniques.tsv", "\ttrigger point\t", "\tseventh\t");
        Spoil("tables/techniques.tsv", "\tfriction and tendon\t", "\teighth\t");

        Assert.Contains(new FactFaults(seedData).All, fault => fault.EndsWith("is a family too many, wanted at most 7", StringComparison.Ordinal));
    }

    [Fact]
    public void An_area_that_asks_nothing_of_its_own_and_areas_that_ask_too_much()
    {
        var file = Path.Combine(seedData, "tables", "red-flags.tsv");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\nhip-and-groin\t", "\nanywhere\t", StringComparison.Ordinal));

        var faults = new FactFaults(seedData).All.ToList();
        Assert.Contains(faults, fault => fault.StartsWith("areas.tsv:", StringComparison.Ordinal) && fault.EndsWith(": hip-and-groin has no question of its own", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("areas.tsv:", StringComparison.Ordinal) && fault.EndsWith("questions, wanted at most 8", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_that_is_gone()
    {
        File.Delete(Path.Combine(seedData, "tables", "areas.tsv"));

        Assert.Contains("areas.tsv:1: the table is missing", new FactFaults(seedData).All);
    }

    private void AssertFault(string table, string text, string with, string words)
    {
        var at = $"{table}.tsv:{Spoil($"tables/{table}.tsv", text, with)}: {words}";

        Assert.Contains(new FactFaults(seedData).All, fault => fault.StartsWith(at, StringComparison.Ordinal));
    }

    /// <summary>Writes other words over the first place of a text, and returns its line.</summary>
    private int Spoil(string file, string text, string with)
    {
        var path = Path.Combine(seedData, file);
        var whole = File.ReadAllText(path);
        var place = whole.IndexOf(text, StringComparison.Ordinal);
        Assert.True(place >= 0, $"{file} does not hold '{text}'.");
        File.WriteAllText(path, whole[..place] + with + whole[(place + text.Length)..]);
        return whole[..place].Count(c => c == '\n') + 1;
    }
}
