using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Core.Tests.Finder;

public sealed class TopicReaderTests
{
    private static readonly Vocabulary Vocabulary = VocabularyFiles.Load(Path.Combine(AppContext.BaseDirectory, "seed-data"));

    private static readonly TopicReader Reader = new(Vocabulary);

    [Theory]
    [InlineData("Myofascial release", "myofascial-release", null, null)]
    [InlineData("  MYOFASCIAL   RELEASE ", "myofascial-release", null, null)]
    [InlineData("cross-fiber friction", "cross-fibre-release", null, null)]
    [InlineData("Cross-fibre, stiff neck", "cross-fibre-release", "neck", null)]
    [InlineData("stiff neck", "", "neck", null)]
    [InlineData("my neck hurts", "", "neck", null)]
    [InlineData("rolfing and cupping", "structural-integration cupping", null, null)]
    [InlineData("deep tissue for lower back pain", "deep-tissue-massage", "low-back", null)]
    [InlineData("wrist and hand", "", "wrist-and-hand", null)]
    [InlineData("cuppping", "cupping", null, null)]
    [InlineData("kneecaps", "", "knee-front", null)]
    [InlineData("myofas", "myofascial-release", null, null)]
    [InlineData("neck; Smith", "", "neck", "smith")]
    [InlineData("neck and shoulder", "", "neck", "shoulder")]
    [InlineData("cupping massage in Leeds", "cupping", null, "leeds")]
    [InlineData("massage therapist", "", null, "massage therapist")]
    [InlineData("pain", "", null, "pain")]
    [InlineData("back of my neck", "", "neck-back", null)]
    [InlineData("back of neck", "", "neck-back", null)]
    [InlineData("pain behind my eye", "", "forehead-and-eye", null)]
    [InlineData("behind my knee", "", "knee-back", null)]
    [InlineData("bottom of my foot", "", "foot-arch", null)]
    [InlineData("sole of my foot in Leeds", "", "foot-arch", "leeds")]
    [InlineData("base of my skull", "", "head-back", null)]
    [InlineData("back of my leg", "", "leg-and-calf", null)]
    [InlineData("the back of my leg", "", "leg-and-calf", null)]
    [InlineData("behind my ear", "", "ear", null)]
    [InlineData("my back my neck", "", "low-back", "neck")]
    [InlineData("back of the shop", "", null, "back of the shop")]
    [InlineData("behind", "", "buttock", null)]
    [InlineData("the", "", null, "the")]
    [InlineData("my", "", null, "my")]
    [InlineData("trigger points", "trigger-point-therapy", null, null)]
    [InlineData("trigger point therapist in Leeds", "trigger-point-therapy", null, "leeds")]
    [InlineData("myofascial therapist", "myofascial-release", null, null)]
    [InlineData("foam rolling", "", null, "foam rolling")]
    [InlineData("fascial pain", "", null, "fascial pain")]
    [InlineData("rolfer", "", null, "rolfer")]
    [InlineData("“neck”", "", null, "neck")]
    [InlineData("\"cupping, hot", "", null, "cupping hot")]
    [InlineData(" , ;/", "", null, null)]
    [InlineData("", "", null, null)]
    public void Reads_what_people_write(string text, string techniques, string? area, string? words)
    {
        var read = Reader.Read(text);

        Assert.Equal(techniques, string.Join(' ', read.Techniques));
        Assert.Equal(area, read.Area);
        Assert.Equal(words, read.Words);
    }

    [Fact]
    public void Every_name_and_every_other_word_of_the_vocabulary_is_read_as_what_it_stands_for()
    {
        foreach (var technique in Vocabulary.Techniques)
        {
            Assert.All([technique.Name, .. technique.Aliases], word => Assert.Equal([technique.Slug], Reader.Read(word).Techniques));
        }

        foreach (var area in Vocabulary.Areas)
        {
            Assert.All([area.Name, .. area.PlainWords], word => Assert.Equal(area.Slug, Reader.Read(word).Area));
        }
    }

    [Fact]
    public void What_it_describes_is_read_as_the_same_again()
    {
        string?[] words = [null, "smith", "leeds mill", "neck", "cupping", "pain", "myofas", "massage therapist", "and", "über 東京"];
        var slugs = Vocabulary.Techniques.Select(t => t.Slug).ToList();
        List<string>[] some = [[], slugs[..2], slugs, .. slugs.Select(s => new List<string> { s })];
        foreach (var techniques in some)
        {
            foreach (var area in Vocabulary.Areas.Select(a => (string?)a.Slug).Append(null))
            {
                foreach (var word in words)
                {
                    var plain = word is null ? null : PlainWords.Line(word);
                    var read = Reader.Read(Reader.Describe(techniques, area, plain));
                    Assert.Equal(techniques, read.Techniques);
                    Assert.Equal(area, read.Area);
                    Assert.Equal(plain, read.Words);
                }
            }
        }
    }

    [Fact]
    public void Words_are_cut_to_what_a_search_takes()
    {
        var words = Reader.Read(string.Join(' ', Enumerable.Repeat("abcdefghi", 50))).Words!;

        Assert.True(words.Length <= SearchCriteria.QMaxLength);
        Assert.EndsWith("abcdefghi", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bow", "bowen-technique")]
    [InlineData("fascia", "myofascial-release")]
    [InlineData("neck, rolf", "structural-integration")]
    [InlineData("tennis", "elbow")]
    [InlineData("back of my n", "neck-back")]
    [InlineData("cuping", "cupping")]
    public void Suggests_the_likeliest_first(string text, string slug) => Assert.Equal(slug, Reader.Suggest(text, 5)[0].Slug);

    [Fact]
    public void A_suggestion_says_by_which_other_word_it_was_found()
    {
        var suggestion = Reader.Suggest("tennis el", 5)[0];

        Assert.Equal(("Elbow", true, "tennis elbow"), (suggestion.Label, suggestion.IsArea, suggestion.Matched));
        Assert.Null(Reader.Suggest("elbow", 5)[0].Matched);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("c")]
    [InlineData("cupping, ")]
    [InlineData("qqqq")]
    public void Suggests_nothing_for_nothing(string? text) => Assert.Empty(Reader.Suggest(text, 5));

    [Fact]
    public void Suggests_each_thing_once_and_no_more_than_asked()
    {
        var suggestions = Reader.Suggest("ma", 6);

        Assert.Equal(6, suggestions.Count);
        Assert.Equal(suggestions.Count, suggestions.DistinctBy(s => s.Slug).Count());
    }
}
