using Microsoft.Playwright;
using PractitionerFinder.EndToEnd.Tests.Browser;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

public sealed class LookingAroundTests(Site site)
{
    private static readonly string[] Kinds = ["/practitioners/", "/techniques/", "/conditions/", "/articles/", "/self-care/"];

    [Fact]
    public async Task Every_page_that_links_lead_to_comes_up_without_a_complaint()
    {
        await using var visit = await Visit.AtAsync(site);
        var page = visit.Page;
        var waiting = new Queue<string>(["/", "/find?near=Leeds&technique=cupping&need=step-free", "/nothing-here"]);
        var seen = new HashSet<string>();
        while (waiting.TryDequeue(out var address))
        {
            if (!seen.Add(KindOf(address)))
                continue;

            var response = await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
            Assert.True(response!.Status == (address == "/nothing-here" ? 404 : 200), $"{address} answers {response.Status}.");
            seen.Add(KindOf(new Uri(page.Url).PathAndQuery));
            visit.AssertNothingWentWrong();

            // What the API's reference shows is made by its package. A feed is for programs.
            if (new Uri(page.Url).AbsolutePath.StartsWith("/api/", StringComparison.Ordinal) || response.Headers["content-type"].StartsWith("application/", StringComparison.Ordinal))
                continue;

            foreach (var link in await page.Locator("a[href]").EvaluateAllAsync<string[]>(
                "links => links.filter(link => link.origin === location.origin).map(link => link.pathname + link.search)"))
                waiting.Enqueue(link);
        }

        Assert.Superset(new HashSet<string> { "/", "/find", "/find?", "/practitioners/…", "/about/data", "/privacy", "/learn", "/glossary", "/techniques", "/techniques/…", "/conditions/…", "/articles/…", "/self-care/…", "/api/reference/", "/nothing-here" }, seen);
    }

    [Fact]
    public async Task No_link_of_a_results_page_or_a_profile_is_broken()
    {
        await using var visit = await Visit.AtAsync(site);
        await visit.Page.GotoAsync("/find?near=Leeds&technique=cupping&need=step-free");
        var results = new ResultsPage(visit.Page);
        var addresses = new HashSet<string>(await LinksAsync());
        await results.Names.First.ClickAsync();
        addresses.UnionWith(await LinksAsync());

        Assert.True(addresses.Count > 10);
        foreach (var address in addresses)
            Assert.Equal((address, 200), (address, (await visit.Page.APIRequest.GetAsync(address)).Status));

        Task<string[]> LinksAsync() => visit.Page.Locator("a[href]").EvaluateAllAsync<string[]>(
            "links => links.filter(link => link.origin === location.origin).map(link => link.pathname + link.search)");
    }

    [Fact]
    public async Task Where_a_person_has_searched_is_in_no_log()
    {
        const string place = "Mytholmroyd", words = "zymurgical";
        await using var visit = await Visit.AtAsync(site);

        await visit.Page.GotoAsync("/find");
        await visit.Page.GetByLabel("Town or postcode").FillAsync(place);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(new ResultsPage(visit.Page).Total).ToContainTextAsync(place);
        await visit.Page.GetByLabel("Name or words in the listing").FillAsync(words);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByText($"“{words}”").First).ToBeVisibleAsync();
        await visit.Page.GotoAsync($"/find?near={place}-under-Nowhere&q={words}&page=0");
        await visit.Page.APIRequest.GetAsync($"/api/v1/search?near={place}-under-Nowhere&q={words}&page=0");

        foreach (var word in new[] { place, words, "near=" })
            Assert.DoesNotContain(word, site.Logs.Text, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Pages of one kind look alike: a search is enough of searches, a person of people. Whether each page is sound is asked by <see cref="EveryPageTests"/>.</summary>
    private static string KindOf(string address) =>
        Kinds.FirstOrDefault(kind => address.StartsWith(kind, StringComparison.Ordinal)) is { } kind ? kind + "…"
        : address.Contains('?', StringComparison.Ordinal) ? address[..(address.IndexOf('?', StringComparison.Ordinal) + 1)]
        : address;
}
