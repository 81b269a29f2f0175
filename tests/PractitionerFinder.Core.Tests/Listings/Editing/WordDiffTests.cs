using FsCheck.Fluent;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Core.Tests.Geography;

namespace PractitionerFinder.Core.Tests.Listings.Editing;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("one two three", "one two three", "one two three")]
    [InlineData("one two three", "one 2 three", "one -[two ]+[2 ]three")]
    [InlineData("one two", "one and two", "one +[and ]two")]
    [InlineData("", "new", "+[new]")]
    [InlineData("old", "", "-[old]")]
    [InlineData("a\n\nb", "a\n\nc", "a\n\n-[b]+[c]")]
    public void Words_that_went_and_came_are_told_apart(string before, string after, string told) =>
        Assert.Equal(told, string.Concat(WordDiff.Between(before, after).Select(w => w.Kind switch
        {
            WordKind.Removed => $"-[{w.Text}]",
            WordKind.Added => $"+[{w.Text}]",
            _ => w.Text,
        })));

    [Fact]
    public void Both_texts_can_be_read_out_of_it_again() => Earth.Holds(
        from one in Text from other in Text select (one, other),
        c =>
        {
            var words = WordDiff.Between(c.one, c.other);
            return string.Concat(words.Where(w => w.Kind != WordKind.Added).Select(w => w.Text)) == c.one
                && string.Concat(words.Where(w => w.Kind != WordKind.Removed).Select(w => w.Text)) == c.other
                && words.Zip(words.Skip(1)).All(p => p.First.Kind != p.Second.Kind);
        });

    private static FsCheck.Gen<string> Text =>
        Gen.Choose(0, 12).SelectMany(length => Gen.Elements("ab \n".ToCharArray()).ArrayOf(length)).Select(c => new string(c));
}
