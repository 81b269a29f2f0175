using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PractitionerFinder.EndToEnd.Tests.Browser;
using PractitionerFinder.Web.Shared.Learning;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

/// <summary>What a first visit costs, with an empty cache.</summary>
public sealed class FirstViewTests(Site site)
{
    private const int MostBytes = 200_000;

    // What is only read weighs less.
    private const int MostBytesToRead = 150 * 1024;

    [Theory, InlineData(Visit.Phone), InlineData(Visit.Desktop)]
    public async Task Weighs_little_and_moves_nothing(int width)
    {
        var person = await site.SomebodyAsync(l => l.Standing(site.Now) == Core.Listings.PublicStanding.Shown);
        var longest = site.Services.GetRequiredService<LearnShelf>().Current.Pages.GroupBy(p => p.Kind).Select(kind => (kind.MaxBy(p => p.Minutes)!.Address, MostBytesToRead));
        foreach (var (address, most) in longest.Concat(
            [("/", MostBytes), ("/find?near=Leeds&technique=cupping", MostBytes), ($"/practitioners/{person.Slug}", MostBytes), ("/techniques", MostBytesToRead), ("/learn", MostBytesToRead), ("/glossary", MostBytesToRead)]))
        {
            await using var visit = await Visit.AtAsync(site, width);
            var bytes = 0;
            visit.Page.RequestFinished += async (_, request) =>
            {
                // The map comes when the browser has nothing else to do, and only where there is room for it.
                if (IsOfTheMap(request))
                    return;

                var sizes = await request.SizesAsync();
                Interlocked.Add(ref bytes, sizes.ResponseBodySize + sizes.ResponseHeadersSize);
            };
            await visit.Page.AddInitScriptAsync(
                "window.shifts = 0; new PerformanceObserver(list => { for (const e of list.getEntries()) window.shifts += e.value; }).observe({ type: 'layout-shift', buffered: true });");

            await visit.Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
            await visit.Page.EvaluateAsync("document.fonts.ready");

            Assert.True(bytes > 10_000 && bytes < most, $"{address} weighs {bytes:#,0} bytes.");
            Assert.Equal((address, 0), (address, await visit.Page.EvaluateAsync<double>("window.shifts")));
            visit.AssertNothingWentWrong();
        }
    }

    /// <summary>What <see cref="MapOfResultsTests"/> knows never to be asked for on a phone.</summary>
    internal static bool IsOfTheMap(IRequest request) =>
        new[] { "/lib/", "/map/", "/js/place-map", "/css/map" }.Any(part => new Uri(request.Url).AbsolutePath.Contains(part, StringComparison.Ordinal));
}
