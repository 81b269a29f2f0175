using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Core.Tests.Learn;

public sealed class ProtectedTitlesTests
{
    private static readonly Vocabulary Vocabulary = VocabularyFiles.Load(Path.Combine(AppContext.BaseDirectory, "seed-data"));

    [Theory]
    [InlineData("rolfing", "structural-integration")]
    [InlineData("a ROLFER near me", "structural-integration")]
    [InlineData("Graston", "instrument-assisted-soft-tissue-mobilisation")]
    [InlineData("registered Bowen therapist", "bowen-technique")]
    [InlineData("R.C.S.T. or RCST", "craniosacral-therapy")]
    [InlineData("lymphoedema therapist", "manual-lymphatic-drainage")]
    [InlineData("ortho bionomy", "ortho-bionomy")]
    [InlineData("active release techniques", "active-release-technique")]
    public void Words_that_need_proof_name_their_technique(string text, string technique) =>
        Assert.Equal([technique], Vocabulary.Titles.Part(PlainWords.Of(text)).Techniques);

    [Theory]
    [InlineData("structural integration")]
    [InlineData("Bowen technique")]
    [InlineData("craniosacral therapy")]
    [InlineData("a therapist for lymphoedema")]
    [InlineData("active people and positional release")]
    public void The_free_names_stay_free(string text) => Assert.Empty(Vocabulary.Titles.Part(PlainWords.Of(text)).Techniques);

    [Theory]
    [InlineData("ortho-bionomy")]
    [InlineData("active-release-technique")]
    public void The_name_of_a_mark_and_every_alias_in_full_need_proof(string slug)
    {
        var technique = Vocabulary.Technique(slug)!;

        Assert.NotEmpty(technique.Aliases);
        Assert.All(technique.Aliases.Where(a => a != "ART").Append(technique.Name), name =>
        {
            var (free, techniques) = Vocabulary.Titles.Part(PlainWords.Of(name));
            Assert.Empty(free);
            Assert.Equal([slug], techniques);
        });
    }

    [Fact]
    public void An_abbreviation_that_is_a_word_of_its_own_is_free() =>
        Assert.Empty(Vocabulary.Titles.Part(PlainWords.Of("I taught art before this.")).Techniques);

    [Fact]
    public void A_sentence_with_an_unproven_word_is_left_out_and_its_neighbours_stay()
    {
        const string text = "I see people in Leeds. I am a Rolfer of many years! Write to me.";

        Assert.Equal("I see people in Leeds. Write to me.", Vocabulary.Titles.WithoutUnproven(text, _ => false));
    }

    [Fact]
    public void With_proof_the_text_stays_as_it_is()
    {
        const string text = "I see people in Leeds. I am a Rolfer of many years! Write to me.\n\nOrtho-Bionomy too.";

        Assert.Equal(text, Vocabulary.Titles.WithoutUnproven(text, _ => true));
        Assert.Equal(
            "I see people in Leeds. I am a Rolfer of many years! Write to me.",
            Vocabulary.Titles.WithoutUnproven(text, slug => slug == "structural-integration"));
    }

    [Fact]
    public void A_line_that_is_one_unproven_sentence_leaves_nothing() =>
        Assert.Equal("", Vocabulary.Titles.WithoutUnproven("Ortho-Bionomy in Leeds", _ => false));

    [Theory]
    [InlineData("ROLFING in Leeds")]
    [InlineData("Rolf'ing in Leeds")]
    [InlineData("R`olfing in Leeds")]
    [InlineData("Rölfing in Leeds")]
    public void However_a_protected_word_is_dressed_it_is_left_out(string text) => Assert.Equal("", Vocabulary.Titles.WithoutUnproven(text, _ => false));
}
