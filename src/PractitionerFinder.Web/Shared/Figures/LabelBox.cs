namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>A box that a label or another thing takes up in a picture.</summary>
public readonly record struct LabelBox(double Left, double Top, double Right, double Bottom)
{
    private const double LineHeight = 18;
    private const double Gap = 4;

    // A little more than a letter is wide on average at 14 units and weight 600, so that other fonts fit too.
    private const double LetterWidth = 8.4;

    /// <summary>Middle, from left to right.</summary>
    public double Middle => (Left + Right) / 2;

    /// <summary>Middle, from top to bottom.</summary>
    public double Centre => (Top + Bottom) / 2;

    /// <summary>The square around a point.</summary>
    public static LabelBox Around(double x, double y, double reach) => new(x - reach, y - reach, x + reach, y + reach);

    /// <summary>How wide a text is, by an estimate that is rather too large.</summary>
    public static double WidthOf(string text) => text.Length * LetterWidth;

    /// <summary>The places for a line of text beside a box, the best first: right, left, below, above.</summary>
    public static IEnumerable<LabelBox> Beside(LabelBox box, string text)
    {
        var width = WidthOf(text);
        var top = box.Centre - LineHeight / 2;
        yield return new LabelBox(box.Right + Gap, top, box.Right + Gap + width, top + LineHeight);
        yield return new LabelBox(box.Left - Gap - width, top, box.Left - Gap, top + LineHeight);
        yield return new LabelBox(box.Middle - width / 2, box.Bottom, box.Middle + width / 2, box.Bottom + LineHeight);
        yield return new LabelBox(box.Middle - width / 2, box.Top - LineHeight, box.Middle + width / 2, box.Top);
    }

    /// <summary>Whether two boxes share any room.</summary>
    public bool Meets(LabelBox other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    /// <summary>Whether another box lies inside.</summary>
    public bool Contains(LabelBox other) => Left <= other.Left && other.Right <= Right && Top <= other.Top && other.Bottom <= Bottom;

    /// <summary>Whether a point lies inside.</summary>
    public bool Holds((double X, double Y) point) => Contains(new LabelBox(point.X, point.Y, point.X, point.Y));
}
