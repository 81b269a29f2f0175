using System.Net;
using PractitionerFinder.Web.Tests.Features.Finder;

namespace PractitionerFinder.Web.Tests.Shell;

public sealed class LookPageTests
{
    [Theory]
    [InlineData("Development", HttpStatusCode.OK, "Parts and their states")]
    [InlineData("Production", HttpStatusCode.NotFound, "We cannot find that page")]
    public async Task The_sheet_of_parts_is_for_those_who_build_the_site(string environment, HttpStatusCode status, string heading)
    {
        await using var site = new FinderSite { EnvironmentName = environment };

        var page = await site.OpenAsync("/look", status);

        Assert.Equal(heading, page.QuerySelector("h1")?.TextContent);
    }
}
