namespace PractitionerFinder.Core.Listings;

/// <summary>
/// What of a picture is shown: a square, and the point in it that matters most, such as the eyes, about which the smallest
/// pictures are cut closer. Values are fractions, 0 to 1.
/// </summary>
/// <param name="X">Left edge of the square, as part of the picture's width.</param>
/// <param name="Y">Top edge of the square, as part of the picture's height.</param>
/// <param name="Size">Side of the square, as part of the picture's shorter edge.</param>
/// <param name="FocusX">The point, as part of the picture's width.</param>
/// <param name="FocusY">The point, as part of the picture's height.</param>
public sealed record PhotoFrame(double X, double Y, double Size, double FocusX, double FocusY)
{
    /// <summary>The smallest square, as part of the picture's shorter edge: less would be a blur.</summary>
    public const double LeastSize = .3;

    /// <summary>The closer square of the smallest pictures, as part of the square.</summary>
    public const double CloserPart = .7;

    // Faces are above the middle of most pictures that are taller than wide.
    private const double HeadRoom = .2;
    private const double HeadHeight = .4;

    /// <summary>The frame that a picture begins with: as much as fits, across the middle, nearer to the top of a tall one.</summary>
    /// <param name="width">Width of the picture in pixels.</param>
    /// <param name="height">Height of the picture in pixels.</param>
    public static PhotoFrame Of(int width, int height)
    {
        var side = (double)Math.Min(width, height);
        var (x, y) = ((width - side) / 2 / width, (height - side) * HeadRoom / height);
        return new PhotoFrame(x, y, 1, .5, y + (HeadHeight * side / height));
    }

    /// <summary>The frame moved and sized so that it lies within a picture, and its point within it: what arrives is never trusted.</summary>
    /// <param name="width">Width of the picture in pixels.</param>
    /// <param name="height">Height of the picture in pixels.</param>
    public PhotoFrame Within(int width, int height)
    {
        if (!double.IsFinite(X + Y + Size + FocusX + FocusY))
        {
            return Of(width, height);
        }

        var size = Math.Clamp(Size, LeastSize, 1);
        var (across, down) = (size * Math.Min(width, height) / width, size * Math.Min(width, height) / height);
        var (x, y) = (Math.Clamp(X, 0, 1 - across), Math.Clamp(Y, 0, 1 - down));
        return new PhotoFrame(x, y, size, Math.Clamp(FocusX, x, x + across), Math.Clamp(FocusY, y, y + down));
    }
}
