using PractitionerFinder.Core.Finder;
using PractitionerFinder.TestKit.Data;

namespace PractitionerFinder.Core.Tests.Finder;

public sealed class SpellingTests
{
    private static readonly Spelling Known = Of("amira holt shoulder", "amira moor", "amara ash", "shoulders kneading", "张伟 zoe");

    [Theory]
    [InlineData("amirra", "amira")]
    [InlineData("amria", "amira")]
    [InlineData("shuolder", "shoulder")]
    [InlineData("shoudlerss", "shoulders")]
    [InlineData("kneeding", "kneading")]
    public void A_slip_of_a_letter_or_two_is_put_right(string typed, string meant) => Assert.Equal([meant], Known.Correct([typed]));

    [Theory]
    [InlineData("amira", "it is known")]
    [InlineData("shoul", "it begins a known word")]
    [InlineData("hot", "it is short")]
    [InlineData("kamira", "its first letter is another")]
    [InlineData("amarillo", "nothing is near")]
    [InlineData("mxxr", "two letters of four are another word")]
    public void Else_a_word_is_taken_as_typed(string typed, string why) => Assert.True(Known.Correct([typed]) is [var kept] && kept == typed, why);

    [Fact]
    public void Of_two_that_are_as_near_the_one_that_more_have_is_meant() => Assert.Equal(["amira"], Known.Correct(["amxra"]));

    [Fact]
    public void Each_word_is_looked_at_by_itself() => Assert.Equal(["amira", "by", "shoulder"], Known.Correct(["amirra", "by", "sholder"]));

    [Fact]
    public void A_protected_word_is_known_although_no_text_holds_it()
    {
        var word = PlainWords.Of(TestVocabulary.Instance.Technique(TestVocabulary.Titled)!.ProtectedWords.First()).MaxBy(w => w.Length)!;

        Assert.Equal([word], Known.Correct([word.Remove(word.Length / 2, 1)]));
    }

    [Fact]
    public void What_is_written_later_is_known_too_and_what_was_before_stays()
    {
        var after = Known.With([" zbigniew amira "]).With([" ottoline "]);

        Assert.Equal(["zbigniew", "ottoline", "amira"], after.Correct(["zbigniev", "otoline", "amria"]));
        Assert.Equal(["zbigniev"], Known.Correct(["zbigniev"]));
        Assert.Same(after, after.With([" amira zbigniew "]));
    }

    private static Spelling Of(params string[] texts)
    {
        var builder = new Spelling.Builder(TestVocabulary.Instance);
        foreach (var text in texts)
        {
            builder.Add($" {text} ");
        }

        return builder.Build();
    }
}
