using Microsoft.Playwright;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

internal static class Keys
{
    // One question rather than two: a walk asks at every tab. The focus may be inside an element's own tree.
    private const string Look = """
        wanted => {
            let focused = document.activeElement;
            while (focused.shadowRoot?.activeElement)
                focused = focused.shadowRoot.activeElement;
            const { outlineStyle, outlineWidth } = getComputedStyle(focused);
            if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2)
                return focused.outerHTML;
            return wanted === document.activeElement ? 'there' : 'on the way';
        }
        """;

    /// <summary>Goes on to what is wanted; wherever the focus rests on the way, it is seen.</summary>
    public static async Task TabToAsync(IPage page, ILocator wanted, int atMost)
    {
        for (var tabs = 0; tabs < atMost; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            await Expect(page.Locator(":focus")).ToBeInViewportAsync();
            var seen = await wanted.EvaluateAsync<string>(Look);
            Assert.True(seen is "there" or "on the way", $"The focus is not seen on {seen}");
            if (seen == "there")
                return;
        }

        Assert.Fail($"{atMost} tabs did not lead to {wanted}.");
    }
}
