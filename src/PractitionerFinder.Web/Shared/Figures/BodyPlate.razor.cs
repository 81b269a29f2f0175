using System.Globalization;
using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>
/// The body with a link for each of its main areas. In a wide place the labels stand on both sides, level with their
/// dots; in a narrow one, or with large letters, the same list stands beside the figure.
/// </summary>
public sealed partial class BodyPlate
{
    private const int Width = 464;
    private const int Height = PlateLabel.Rows * PlateLabel.RowHeight;
    private const int Middle = Width / 2;

    /// <summary>Where the link of an area leads, by its slug.</summary>
    [Parameter, EditorRequired]
    public Func<string, string> AddressOf { get; set; } = default!;

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    // Each line runs to the edge, and the label's ground hides what is under it: so it ends at the word, however large that is.
    private static string Leaders
    {
        get
        {
            var path = new PathWriter(1);
            foreach (var label in PlateLabel.All)
            {
                path.Move((Middle + label.X + (label.IsLeft ? -7 : 7), label.Y)).Line((label.IsLeft ? 0 : Width, label.Y));
            }

            return path.ToString();
        }
    }

    private static string X(PlateLabel label) => (Middle + label.X).ToString(CultureInfo.InvariantCulture);

    private string NameOf(PlateLabel label) => Vocabulary.Area(label.Area)?.Name
        ?? throw new InvalidOperationException($"The plate names the area '{label.Area}', which the vocabulary has not.");
}
