using PractitionerFinder.Core.Listings.Editing;

namespace PractitionerFinder.Core.Tests.Listings.Editing;

public sealed class ProseTests
{
    [Theory]
    [InlineData("Write to name@practice.example for a time.", "e-mail address")]
    [InlineData("name (at) practice (dot) example", "e-mail address")]
    [InlineData("Write to name at practice dot example.", "e-mail address")]
    [InlineData("See https://practice.example/about", "web address")]
    [InlineData("Book on www.practice.example today", "web address")]
    [InlineData("Book on practice.co.uk.", "web address")]
    [InlineData("All prices: my-practice.com/prices", "web address")]
    [InlineData("Ring 0113 496 0000 in the evening.", "telephone number")]
    [InlineData("Ring +44 (0)113 496-0000.", "telephone number")]
    [InlineData("Text 07700900123", "telephone number")]
    [InlineData("Call (212) 555-0111", "telephone number")]
    [InlineData("Call 212-555-0111", "telephone number")]
    [InlineData("Call 212.555.0111", "telephone number")]
    [InlineData("I am <b>good</b>", "plain text")]
    [InlineData("Line one<br/>line two", "plain text")]
    [InlineData("I am **good** at it", "plain text")]
    [InlineData("Tea&nbsp;and talk", "plain text")]
    [InlineData("Read [my page](here)", "plain text")]
    [InlineData("MYOFASCIAL RELEASE IN LEEDS", "small letters")]
    [InlineData("DEEP TISSUE WORK, BOOK YOUR TIME NOW at my place", "small letters")]
    public void What_has_no_place_in_it_is_named(string text, string words) =>
        Assert.Contains(words, Assert.Single(Prose.Faults(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("Trained long ago.\n\nOpen all week, from 09:00 to 17:30.")]
    [InlineData("I have worked in Leeds since 2009, and taught 2015-2019 and 2021-2024.")]
    [InlineData("Courses in 2009 2011 2013 2019 and later.")]
    [InlineData("Registered under 1234567890 since 01.02.2019 - 03.04.2024.")]
    [InlineData("From 2026-05-01 09:00 I am at the new clinic.")]
    [InlineData("Away 24/12/2026 - 02/01/2027.")]
    [InlineData("TMJ, PNF, MET, MLD, IASTM, CST and NKT")]
    [InlineData("Pressure is < 3 kg and > 1 kg, 5 > 3.")]
    [InlineData("I look at the back.It takes time.At first")]
    [InlineData("I look at a dot on the map.")]
    [InlineData("I am at the clinic (dot your card please) on Mondays.")]
    [InlineData("Prices vary, e.g. for students, i.e. those with a card.")]
    [InlineData("Sessions of 30, 45, 60 or 90 minutes * with tea *")]
    [InlineData("Szkolenie i praca: ręce, mięśnie, powięź. Ćwiczenia")]
    [InlineData("肌筋膜リリースを行います。")]
    public void Ordinary_text_is_left_alone(string text) => Assert.Empty(Prose.Faults(text));

    [Fact]
    public void Everything_that_is_wrong_is_said() =>
        Assert.Equal(3, Prose.Faults("PLEASE RING 0113 496 0000 OR <b>WRITE</b> TO ME TODAY").Count());

    [Fact]
    public void The_longest_text_of_the_worst_kind_is_judged_at_once()
    {
        foreach (var part in new[] { "[", "a@", "0 ", "<a", "a.", "**a", "(", "&a", "a at " })
        {
            var text = string.Concat(Enumerable.Repeat(part, 4000 / part.Length));
            var begun = System.Diagnostics.Stopwatch.StartNew();

            _ = Prose.Faults(text).Count();

            Assert.True(begun.Elapsed < TimeSpan.FromSeconds(5), $"'{part}' took {begun.Elapsed}.");
        }
    }
}
