using System.Net;

namespace PractitionerFinder.Web.Tests;

public sealed class FrontPageTests
{
    [Fact]
    public async Task The_front_page_answers()
    {
        await using var app = new FinderApplication();

        var response = await app.CreateClient().GetAsync("/", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
