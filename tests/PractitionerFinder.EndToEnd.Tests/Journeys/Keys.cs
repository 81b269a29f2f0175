using Microsoft.Playwright;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

internal static class Keys
{
    /// <summary>Goes on to what is wanted; wherever the focus rests on the way, it is seen.</summary>
    public static async Task TabToAsync(IPage page, ILocator wanted, int atMost)
    {
        for (var tabs = 0; tabs < atMost; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focused = page.Locator(":focus");
            await Expect(focused).ToBeInViewportAsync();
            Assert.True(
                await focused.EvaluateAsync<bool>("e => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 }"),
                $"The focus is not seen on {await focused.EvaluateAsync<string>("e => e.outerHTML")}");
            if (await wanted.EvaluateAsync<bool>("e => e === document.activeElement"))
                return;
        }

        Assert.Fail($"{atMost} tabs did not lead to {wanted}.");
    }
}
