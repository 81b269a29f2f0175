namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>The logo's drawing as SVG paths on a ground of 32 by 32: a pin of the map with fibres across it.</summary>
internal static class LogoShape
{
    public const string Pin = "M16 31C10 24.3 4.5 19.3 4.5 12.500a11.5 11.5 0 0 1 23 0C27.5 19.3 22 24.3 16 31z";

    /// <summary>Lines 1.9 wide with round ends.</summary>
    public const string Fibres =
        "M9.5 9.200c2.2-1.5 4.3 1.3 6.5.1s4.3-1.5 6.5 0M9 13.200c2.3-1.5 4.7 1.3 7 .1s4.7-1.5 7 0M10.8 17.200c1.7-1.2 3.5 1.1 5.2.1s3.5-1.3 5.2 0";
}
