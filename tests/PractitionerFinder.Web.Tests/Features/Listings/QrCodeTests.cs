using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using Bunit;
using PractitionerFinder.Web.Shared.Profile;
using QRCoder;

namespace PractitionerFinder.Web.Tests.Features.Listings;

public sealed partial class QrCodeTests : BunitContext
{
    [Theory]
    [InlineData("https://finder.example/practitioners/amira-holt-leeds")]
    [InlineData("https://a-finder-with-a-long-name.example/practitioners/somebody-with-a-very-long-name-in-a-town-with-a-longer-one-2")]
    public void The_drawing_has_every_module_of_the_code_and_no_other(string address)
    {
        var svg = Render<QrCode>(p => p.Add(c => c.Text, address)).Find("svg");
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.Q);
        var width = code.ModuleMatrix.Count;

        var drawn = Enumerable.Range(0, width).Select(_ => new BitArray(width)).ToList();
        foreach (Match run in Runs().Matches(svg.QuerySelector("path")!.GetAttribute("d")!))
        {
            var (x, y, length) = (Number(run, 1), Number(run, 2), Number(run, 3));
            for (var i = 0; i < length; i++)
            {
                drawn[y][x + i] = true;
            }
        }

        Assert.Equal($"0 0 {width} {width}", svg.GetAttribute("viewBox"));
        Assert.Equal(code.ModuleMatrix.Select(Text), drawn.Select(Text));
    }

    [Fact]
    public void It_is_named_for_those_who_do_not_see_it()
    {
        var svg = Render<QrCode>(p => p.Add(c => c.Text, "https://finder.example/")).Find("svg");

        Assert.Equal(("img", "QR code of https://finder.example/"), (svg.GetAttribute("role"), svg.GetAttribute("aria-label")));
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string Text(BitArray row) => string.Concat(row.Cast<bool>().Select(dark => dark ? '#' : ' '));

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-\3z")]
    private static partial Regex Runs();
}
