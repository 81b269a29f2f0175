namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>A name beside a drawing, level with the dot that it names.</summary>
/// <param name="Name">What it says.</param>
/// <param name="Row">Height of the dot and of the name in rows, 1 to <see cref="Rows"/> − 1, as the css class <c>drawn-row-N</c> places it.</param>
/// <param name="X">The dot, in units of the drawing.</param>
/// <param name="IsLeft">Whether the name stands at the left edge.</param>
/// <param name="IsStrong">Whether it is what the drawing is about.</param>
public sealed record DrawingLabel(string Name, int Row, double X, bool IsLeft = false, bool IsStrong = false)
{
    /// <summary>Rows of every drawing.</summary>
    public const int Rows = 40;
}
