using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

/// <summary>What a page of results shows a reader, and what the API answers to the same question.</summary>
internal sealed class ResultsPage(IPage page)
{
    public ILocator Total => page.Locator("#total");

    /// <summary>The names, each a link to a profile.</summary>
    public ILocator Names => page.Locator(".cards h2 a");

    public ILocator Rungs => page.Locator(".ladder li");

    public ILocator Filters => page.GetByRole(AriaRole.List, new() { Name = "Filters in use" });

    /// <summary>How many a change promises in all, where so many are found without it.</summary>
    public static async Task<int> PromisedAsync(ILocator rung, int now)
    {
        var words = (await rung.Locator("b").InnerTextAsync()).Split(' ');
        var number = int.Parse(words[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        return words[1] == "more" ? now + number : number;
    }

    /// <summary>How many were found, as the heading says it.</summary>
    public async Task<int> TotalAsync()
    {
        var first = (await Total.InnerTextAsync()).Split(' ')[0];
        return first == "Nobody" ? 0 : int.Parse(first, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    /// <summary>Addresses of the profiles on this page, in order.</summary>
    public Task<string[]> PeopleAsync() => Names.EvaluateAllAsync<string[]>("links => links.map(link => link.pathname)");

    public async Task<IReadOnlyList<string>> DistancesAsync() => await page.Locator(".cards .gutter").AllInnerTextsAsync();

    /// <summary>The API's answer to the query string of this page.</summary>
    public Task<JsonElement> FromTheApiAsync() => FromTheApiAsync(new Uri(page.Url).Query);

    public async Task<JsonElement> FromTheApiAsync(string query)
    {
        var answer = await page.APIRequest.GetAsync("/api/v1/search" + query);
        Assert.True(answer.Ok, await answer.TextAsync());
        return (await answer.JsonAsync())!.Value;
    }
}
