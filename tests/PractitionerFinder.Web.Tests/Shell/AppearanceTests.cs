using System.Net;
using PractitionerFinder.Web.Tests.Features.Finder;

namespace PractitionerFinder.Web.Tests.Shell;

public sealed class AppearanceTests : IAsyncDisposable
{
    private readonly FinderSite site = new();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("http://localhost/find?near=Leeds", "/find?near=Leeds")]
    [InlineData("https://elsewhere.example/find", "/")]
    [InlineData("http://localhost//elsewhere.example", "/")]
    [InlineData("http://localhost.elsewhere.example/", "/")]
    [InlineData("nonsense", "/")]
    [InlineData("", "/")]
    public async Task A_choice_leads_back_to_its_page_and_never_to_another_site(string from, string to)
    {
        using var answer = await ChooseAsync("dark", from);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(to, answer.Headers.Location?.OriginalString);
        Assert.StartsWith("theme=dark; max-age=31536000; path=/; samesite=lax; httponly", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("purple")]
    public async Task Any_other_choice_takes_the_cookie_away(string theme)
    {
        using var answer = await ChooseAsync(theme, "http://localhost/");

        Assert.StartsWith("theme=; expires=Thu, 01 Jan 1970", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("application/json")]
    public async Task What_is_no_form_of_ours_chooses_nothing(string type)
    {
        using var content = new StringContent("theme=dark");
        content.Headers.ContentType = new(type);
        using var answer = await site.Browser.PostAsync("/appearance", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.StartsWith("theme=; ", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> ChooseAsync(string theme, string from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/appearance") { Content = new FormUrlEncodedContent([new("theme", theme)]) };
        request.Headers.TryAddWithoutValidation("Referer", from);
        return await site.Browser.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
