using PractitionerFinder.EndToEnd.Tests.Browser;

namespace PractitionerFinder.EndToEnd.Tests;

public sealed class FrontPageTests(Site site)
{
    [Theory, InlineData(Visit.Phone), InlineData(Visit.Desktop)]
    public async Task The_front_page_answers_and_nothing_goes_wrong_behind_it(int width)
    {
        await using var visit = await Visit.AtAsync(site, width);

        var response = await visit.Page.GotoAsync("/");

        Assert.True(response!.Ok);
        visit.AssertNothingWentWrong();
    }
}
