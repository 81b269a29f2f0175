using PractitionerFinder.Core.Finder;

namespace PractitionerFinder.Core.Tests.Finder;

/// <summary>Order within a step is by lot, and the lots are fair.</summary>
public sealed class ShuffleTests
{
    private const int Seeds = 20_000;

    [Theory]
    [InlineData(1, 2)]
    [InlineData(1, 1_000_000)]
    [InlineData(7, 14)]
    [InlineData(999_999, 1_000_000)]
    [InlineData(123_456, 654_321)]
    public void Of_any_two_listings_each_leads_for_about_half_of_the_seeds(long one, long other)
    {
        // A fixed generator, so that this passes or fails for ever. A fair coin strays from half by 1.5 % of the throws
        // once in fifty thousand times.
        var random = new Random(20_260_301);
        var leads = Enumerable.Range(0, Seeds).Count(_ => Leads(one, other, random.NextInt64(1, SearchCriteria.ShufflePrime)));

        Assert.InRange(leads, Seeds * 0.485, Seeds * 0.515);
    }

    [Fact]
    public void For_a_seed_and_its_opposite_the_other_leads()
    {
        // s and p − s put every pair the other way round: over all seeds each leads exactly as often.
        var random = new Random(1);
        for (var i = 0; i < 2_000; i++)
        {
            var (one, other, seed) = (random.NextInt64(1, 1L << 40), random.NextInt64(1, 1L << 40), random.NextInt64(1, SearchCriteria.ShufflePrime));
            if (one % SearchCriteria.ShufflePrime != other % SearchCriteria.ShufflePrime)
            {
                Assert.NotEqual(Leads(one, other, seed), Leads(one, other, SearchCriteria.ShufflePrime - seed));
            }
        }
    }

    [Fact]
    public void No_two_listings_draw_the_same_lot()
    {
        foreach (var seed in (long[])[1, 2, 1_000_003, SearchCriteria.ShufflePrime - 1])
        {
            Assert.Equal(50_000, Enumerable.Range(1, 50_000).Select(id => SearchRules.Shuffle(id, seed)).Distinct().Count());
        }
    }

    [Fact]
    public void The_largest_numbers_do_not_overflow() =>
        Assert.InRange(SearchRules.Shuffle(long.MaxValue, SearchCriteria.ShufflePrime - 1), 0, SearchCriteria.ShufflePrime - 1);

    [Fact]
    public void The_seed_is_of_the_question_and_the_day_and_not_of_the_page_or_the_hour()
    {
        var question = new SearchCriteria { Techniques = ["kneading"], Now = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc) };

        Assert.Equal(question.Seed, (question with { Page = 7, PageSize = 50, Now = question.Now.AddHours(23) }).Seed);
        Assert.NotEqual(question.Seed, (question with { Now = question.Now.AddDays(1) }).Seed);
        Assert.NotEqual(question.Seed, (question with { Techniques = ["pressing"] }).Seed);
        Assert.All(Enumerable.Range(0, 5_000), day => Assert.InRange((question with { Now = question.Now.AddDays(day) }).Seed, 1, SearchCriteria.ShufflePrime - 1));
    }

    private static bool Leads(long one, long other, long seed) => SearchRules.Shuffle(one, seed) < SearchRules.Shuffle(other, seed);
}
