using System.Net;

namespace PractitionerFinder.Web.Tests.Features.Finder;

public sealed class TopicsApiTests : IAsyncDisposable
{
    private readonly FinderSite site = new();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Suggests_techniques_and_parts_of_the_body_with_the_word_that_was_found()
    {
        var topics = (await site.AskAsync("/api/v1/topics?q=cupping%2C+tennis&limit=1")).GetProperty("topics");

        var only = Assert.Single(topics.EnumerateArray());
        Assert.Equal(
            """{"kind":"area","slug":"elbow","label":"Elbow","matched":"tennis elbow"}""",
            only.GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=c")]
    public async Task Suggests_nothing_for_nothing(string query) =>
        Assert.Equal(0, (await site.AskAsync("/api/v1/topics" + query)).GetProperty("topics").GetArrayLength());

    [Theory]
    [InlineData("0")]
    [InlineData("21")]
    [InlineData("many")]
    public async Task A_limit_that_is_none_is_refused_in_words(string limit)
    {
        var (status, body) = await site.RefuseAsync("/api/v1/topics?q=cup&limit=" + limit);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("Give a whole number from 1 to 20, or leave it out for 7.", body.GetProperty("errors").GetProperty("limit")[0].GetString());
    }

    [Fact]
    public async Task A_search_that_finds_nobody_names_the_nearest_beyond()
    {
        await site.GivenAsync(new ListingBuilder().At("near").In(53.9058, -1.6911, "Otley"), new ListingBuilder().At("far").In(51.5, -0.12, "London"));

        var answer = await site.AskAsync("/api/v1/search?near=Leeds&within=2mi");

        Assert.Equal(0, answer.GetProperty("total").GetInt32());
        Assert.Equal(["near", "far"], answer.GetProperty("beyond").EnumerateArray().Select(b => b.GetProperty("slug").GetString()));
        Assert.Empty((await site.AskAsync("/api/v1/search?near=Leeds&within=20mi")).GetProperty("beyond").EnumerateArray());
    }
}
