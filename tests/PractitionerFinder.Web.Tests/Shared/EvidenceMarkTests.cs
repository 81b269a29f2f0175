using Bunit;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Parts;

namespace PractitionerFinder.Web.Tests.Shared;

public sealed class EvidenceMarkTests : BunitContext
{
    private static readonly Vocabulary Vocabulary = VocabularyFiles.Load(Path.Combine(AppContext.BaseDirectory, "seed-data"));

    [Fact]
    public void Every_technique_has_as_many_filled_strokes_as_research_and_the_words_for_both()
    {
        string[] words = ["Nothing we could grade", "Little research", "Some research", "A fair amount of research", "A lot of research"];
        foreach (var technique in Vocabulary.Techniques)
        {
            var mark = Render<EvidenceMark>(p => p.Add(m => m.Evidence, technique.Evidence));

            Assert.Equal(technique.Evidence.Strokes, mark.FindAll(".known").Count);
            Assert.Equal(Evidence.MostStrokes, mark.FindAll("path").Count);
            Assert.Equal(technique.Evidence.Finding, mark.Find("b").TextContent);
            Assert.Equal(words[technique.Evidence.Strokes], mark.Find("small").TextContent);
        }
    }
}
