using PractitionerFinder.Core.Finder;

namespace PractitionerFinder.Core.Tests.Finder;

public sealed class PlainWordsTests
{
    [Theory]
    [InlineData("Dónal Ó Briain", "donal o briain")]
    [InlineData("Ildikó LĂZĂRESCU", "ildiko lazarescu")]
    [InlineData("Wiesław Łódź", "wieslaw lodz")]
    [InlineData("Tāmaki Makaurau", "tamaki makaurau")]
    [InlineData("Straße, Tromsø", "strasse tromso")]
    [InlineData("Nguyễn Dragoș", "nguyen dragos")]
    [InlineData("O’Shaughnessy's e\u0301te\u0301", "oshaughnessys ete")]
    [InlineData("Ortho-Bionomy\u00ae", "ortho bionomy")]
    [InlineData("half \ud800 pair", "half pair")]
    public void Are_lower_case_without_accents_marks_or_punctuation(string text, string line) => Assert.Equal(line, PlainWords.Line(text));
}
