using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Learning;

namespace PractitionerFinder.Web.Tests.Shared;

public sealed class CareWordsTests
{
    private static readonly string SeedData = Path.Combine(AppContext.BaseDirectory, "seed-data");
    private static readonly LearnLibrary Library = LearnLibrary.Load(SeedData, VocabularyFiles.Load(SeedData));

    [Fact]
    public void Every_action_has_words_in_every_country_and_those_of_the_kingdom_stay_there()
    {
        foreach (var action in Library.RedFlags.Select(f => f.Action).Distinct())
        {
            Assert.NotEmpty(CareWords.Of(action, null));
            foreach (var country in Library.EmergencyNumbers)
            {
                var words = CareWords.Of(action, country);
                if (country.Country != "GB")
                {
                    Assert.DoesNotContain("A&E", words, StringComparison.Ordinal);
                    Assert.DoesNotContain("NHS", words, StringComparison.Ordinal);
                    Assert.DoesNotContain("GP", words, StringComparison.Ordinal);
                    Assert.True(country.Numbers.Contains("999") || !words.Contains("999", StringComparison.Ordinal), words);
                }
            }
        }
    }

    [Theory]
    [InlineData("urgent GP or NHS 111 (same day)", "GB", "Get an urgent GP’s appointment today, or call NHS 111")]
    [InlineData("urgent GP or NHS 111 (same day)", "CA", "Get an urgent doctor’s appointment today, or call 811 for advice")]
    [InlineData("urgent GP or NHS 111 (same day)", "FR", "Get an urgent doctor’s appointment today")]
    [InlineData("999/A&E", "NO", "Call 113 or go to an emergency department now")]
    public void The_words_are_those_of_the_country(string action, string country, string words) =>
        Assert.Equal(words, CareWords.Of(action, Library.EmergencyNumbers.Single(n => n.Country == country)));
}
