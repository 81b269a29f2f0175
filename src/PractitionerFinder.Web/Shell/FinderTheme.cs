using MudBlazor;

namespace PractitionerFinder.Web.Shell;

/// <summary>
/// The tokens of the look as the component library takes them. <c>tokens.css</c> is the source: a test reads it and compares
/// every value here.
/// </summary>
public static class FinderTheme
{
    private const string Lift1 = "0 1px 2px rgb(30 42 45 / .08), 0 4px 16px rgb(30 42 45 / .08)";
    private const string Lift2 = "0 2px 6px rgb(30 42 45 / .12), 0 16px 40px rgb(30 42 45 / .16)";

    // What floats a little, such as a menu, has the first lift; dialogs have the second; what lies on the page has none.
    private const int LastFlat = 1;
    private const int LastFloating = 8;

    private static readonly string[] Body = ["Atkinson Hyperlegible Next", "Atkinson stand-in", "system-ui", "sans-serif"];
    private static readonly string[] Display = ["Newsreader", "Newsreader stand-in", "Iowan Old Style", "Georgia", "serif"];

    /// <summary>The colours of the tokens under their names.</summary>
    public sealed record Colours
    {
        public required string Paper { get; init; }

        public required string Surface { get; init; }

        public required string Sunken { get; init; }

        public required string Ink { get; init; }

        public required string Ink2 { get; init; }

        public required string Line { get; init; }

        public required string LineStrong { get; init; }

        public required string Primary { get; init; }

        public required string PrimaryHover { get; init; }

        public required string OnPrimary { get; init; }

        public required string PrimarySoft { get; init; }

        public required string Accent { get; init; }

        public required string AccentSoft { get; init; }

        public required string Fibre { get; init; }

        public required string Danger { get; init; }

        public required string OnDanger { get; init; }

        public required string Warn { get; init; }

        public required string Info { get; init; }

        public required string Ok { get; init; }
    }

    public static Colours Light { get; } = new()
    {
        Paper = "#FBF8F3",
        Surface = "#FFFFFF",
        Sunken = "#F2EDE4",
        Ink = "#1E2A2D",
        Ink2 = "#4B5A5E",
        Line = "#D8D0C2",
        LineStrong = "#857F71",
        Primary = "#0E5A54",
        PrimaryHover = "#0A4641",
        OnPrimary = "#FFFFFF",
        PrimarySoft = "#E2EEEA",
        Accent = "#A9481F",
        AccentSoft = "#F7E5DA",
        Fibre = "#D3B29E",
        Danger = "#A1161B",
        OnDanger = "#FFFFFF",
        Warn = "#7F4700",
        Info = "#0B4F87",
        Ok = "#1B6638",
    };

    public static Colours Dark { get; } = new()
    {
        Paper = "#10181A",
        Surface = "#182225",
        Sunken = "#0B1113",
        Ink = "#EEE9E0",
        Ink2 = "#B4BFC1",
        Line = "#314044",
        LineStrong = "#7C8B8F",
        Primary = "#7CCFC3",
        PrimaryHover = "#A3E0D7",
        OnPrimary = "#06231F",
        PrimarySoft = "#16322F",
        Accent = "#F2A882",
        AccentSoft = "#3A241A",
        Fibre = "#7A5641",
        Danger = "#FFB0AB",
        OnDanger = "#3A0A0A",
        Warn = "#FFCF85",
        Info = "#9CCBF5",
        Ok = "#93D6A8",
    };

    /// <summary>The theme of every page that people work in.</summary>
    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = Painted(new PaletteLight(), Light),
        PaletteDark = Painted(new PaletteDark(), Dark),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
        Shadows = new Shadow
        {
            Elevation = [.. new Shadow().Elevation.Select((_, level) => level <= LastFlat ? "none" : level <= LastFloating ? Lift1 : Lift2)],
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Body, FontSize = "1rem", LineHeight = "1.5" },
            Button = new ButtonTypography { FontFamily = Body, TextTransform = "none", FontWeight = "600" },
            H1 = new H1Typography { FontFamily = Display, FontWeight = "500" },
            H2 = new H2Typography { FontFamily = Display, FontWeight = "500" },
            H3 = new H3Typography { FontFamily = Display, FontWeight = "500" },
        },
    };

    private static T Painted<T>(T palette, Colours colours)
        where T : Palette
    {
        palette.Background = colours.Paper;
        palette.BackgroundGray = colours.Sunken;
        palette.Surface = colours.Surface;
        palette.AppbarBackground = colours.Paper;
        palette.AppbarText = colours.Ink;
        palette.DrawerBackground = colours.Sunken;
        palette.DrawerText = colours.Ink;
        palette.DrawerIcon = colours.Ink2;
        palette.TextPrimary = colours.Ink;
        palette.TextSecondary = colours.Ink2;
        palette.Primary = colours.Primary;
        palette.PrimaryDarken = colours.PrimaryHover;
        palette.PrimaryLighten = colours.Primary;
        palette.PrimaryContrastText = colours.OnPrimary;
        palette.Secondary = colours.Ink2;
        palette.SecondaryContrastText = colours.Paper;
        palette.Tertiary = colours.Accent;
        palette.TertiaryContrastText = colours.Paper;
        palette.Error = colours.Danger;
        palette.ErrorContrastText = colours.OnDanger;
        palette.Warning = colours.Warn;
        palette.WarningContrastText = colours.Surface;
        palette.Info = colours.Info;
        palette.InfoContrastText = colours.Surface;
        palette.Success = colours.Ok;
        palette.SuccessContrastText = colours.Surface;
        palette.LinesDefault = colours.Line;
        palette.TableLines = colours.Line;
        palette.Divider = colours.Line;
        palette.LinesInputs = colours.LineStrong;
        palette.TableHover = colours.PrimarySoft;
        palette.TableStriped = colours.Sunken;
        palette.Skeleton = colours.Sunken;
        palette.ActionDefault = colours.Ink2;
        palette.ActionDisabled = colours.LineStrong;
        palette.ActionDisabledBackground = colours.Sunken;
        palette.RippleOpacity = 0;
        palette.HoverOpacity = 0.06;
        return palette;
    }
}
