using System.Globalization;
using System.Text.RegularExpressions;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Tests.Shell;

public sealed partial class TokensTests
{
    private static readonly string Css = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "tokens.css"));

    private static readonly Dictionary<string, string> Light = Tokens(":root {");
    private static readonly Dictionary<string, string> Dark = Tokens(":root[data-theme=\"dark\"] {");

    [Fact]
    public void The_theme_of_the_components_has_the_colours_of_the_tokens()
    {
        foreach (var (tokens, colours) in new[] { (Light, FinderTheme.Light), (Dark, FinderTheme.Dark) })
        {
            foreach (var property in typeof(FinderTheme.Colours).GetProperties())
            {
                Assert.Equal(tokens[NameOf(property.Name)], (string)property.GetValue(colours)!);
            }
        }
    }

    [Fact]
    public void The_theme_of_the_components_has_the_shapes_shadows_and_families_of_the_tokens()
    {
        var theme = FinderTheme.Theme;

        Assert.Equal(Light["r-control"], $"{Pixels(theme.LayoutProperties.DefaultBorderRadius) / 16:0.##}rem".Replace("0.", ".", StringComparison.Ordinal));
        Assert.Equal(["none", "none"], theme.Shadows.Elevation[..2]);
        Assert.All(theme.Shadows.Elevation[2..9], lift => Assert.Equal(Light["lift-1"], lift));
        Assert.All(theme.Shadows.Elevation[9..], lift => Assert.Equal(Light["lift-2"], lift));
        Assert.Equal(Families(Light["font"]), theme.Typography.Default.FontFamily);
        Assert.Equal(Families(Light["font"]), theme.Typography.Button.FontFamily);
        Assert.Equal(Families(Light["font-display"]), theme.Typography.H1.FontFamily);
        Assert.Equal(Light["w-strong"], theme.Typography.Button.FontWeight);
        Assert.Equal(Light["w-display"], theme.Typography.H2.FontWeight);
    }

    [Fact]
    public void The_palettes_hold_the_colours_of_their_own_theme()
    {
        Assert.Equal(Light["paper"], Hex(FinderTheme.Theme.PaletteLight.Background.Value));
        Assert.Equal(Dark["paper"], Hex(FinderTheme.Theme.PaletteDark.Background.Value));
        Assert.Equal(Light["primary"], Hex(FinderTheme.Theme.PaletteLight.Primary.Value));
        Assert.Equal(Dark["on-danger"], Hex(FinderTheme.Theme.PaletteDark.ErrorContrastText.Value));
    }

    [Fact]
    public void The_dark_colours_of_the_system_are_those_of_the_choice() =>
        Assert.Equal(Dark, Tokens(":root:not([data-theme=\"light\"]) {"));

    /// <summary>Contrast as WCAG 2.2 computes it: 4.5 for text, 3 for edges of controls and the focus ring.</summary>
    [Fact]
    public void Text_edges_and_focus_stand_out_from_every_ground()
    {
        foreach (var tokens in new[] { Light, Light.Concat(Dark).GroupBy(t => t.Key).ToDictionary(g => g.Key, g => g.Last().Value) })
        {
            foreach (var ground in new[] { "paper", "surface", "sunken" })
            {
                Assert.All(["ink", "ink-2", "primary", "primary-hover", "accent", "danger"], ink => AssertContrast(tokens, ink, ground, 4.5));
                Assert.All(["line-strong", "focus"], edge => AssertContrast(tokens, edge, ground, 3));
            }

            Assert.All(["danger", "warn", "info", "ok"], state => AssertContrast(tokens, state, state + "-soft", 4.5));
            Assert.All(["primary-soft", "accent-soft", "danger-soft", "warn-soft", "info-soft", "ok-soft"], soft => AssertContrast(tokens, "ink", soft, 4.5));
            AssertContrast(tokens, "on-primary", "primary", 4.5);
            AssertContrast(tokens, "on-primary", "primary-hover", 4.5);
            AssertContrast(tokens, "on-danger", "danger", 4.5);
            AssertContrast(tokens, "primary", "primary-soft", 4.5);
        }
    }

    private static void AssertContrast(Dictionary<string, string> tokens, string ink, string ground, double least)
    {
        var (a, b) = (Luminance(tokens[ink]), Luminance(tokens[ground]));
        var ratio = (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
        Assert.True(ratio >= least, $"{ink} on {ground} has {ratio:0.00}, which is less than {least}.");
    }

    private static double Luminance(string hex)
    {
        double Channel(int at)
        {
            var c = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    private static Dictionary<string, string> Tokens(string block)
    {
        var start = Css.IndexOf(block, StringComparison.Ordinal) + block.Length;
        var end = Css.IndexOf('}', start);
        return Token().Matches(Css[start..end]).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.Trim());
    }

    private static string NameOf(string property) => Hump().Replace(property, "$1-$2").ToLowerInvariant();

    private static string[] Families(string value) => [.. value.Split(',').Select(f => f.Trim().Trim('"'))];

    private static double Pixels(string value) => double.Parse(value.Replace("px", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    // The library writes colours with an alpha of two digits.
    private static string Hex(string value) => value[..7].ToUpperInvariant();

    [GeneratedRegex(@"--([a-z0-9-]+):\s*([^;]+);")]
    private static partial Regex Token();

    [GeneratedRegex("([a-z])([A-Z0-9])")]
    private static partial Regex Hump();
}
