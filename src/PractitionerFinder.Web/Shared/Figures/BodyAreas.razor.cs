using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>The body from the front and from the back, with the wide areas that everything else is sorted by.</summary>
public sealed partial class BodyAreas
{
    private const int Width = 620;
    private const int Height = 520;
    private const int Top = 28;
    private const int Centre = Width / 2;
    private const int FrontMiddle = Centre - 107;
    private const int BackMiddle = Centre + 107;
    private const int WholeBody = 39;

    private static readonly (int Middle, IReadOnlyList<BodyRegion> Regions, string Edges, string Fibres)[] Views =
    [
        (FrontMiddle, BodyRegion.Front, BodyRegion.FrontEdges, BodyOutline.FrontFibres),
        (BackMiddle, BodyRegion.Back, BodyRegion.BackEdges, BodyOutline.BackFibres),
    ];

    /// <summary>Where each wide area has its dot; on the front the names stand at the left, on the back at the right. A number beside the dot keeps clear of the outline.</summary>
    private static readonly (string Area, int Row, double X)[] Places =
    [
        ("head", 3, FrontMiddle - 7),
        ("jaw-and-face", 5, FrontMiddle - 7),
        ("neck", 7, BackMiddle + 8),
        ("shoulder", 10, BackMiddle + 49),
        ("arm-and-hand", 16, FrontMiddle - 58),
        ("chest-and-upper-back", 11, FrontMiddle - 20),
        ("low-back", 16, BackMiddle + 3),
        ("hip-and-groin", 20, FrontMiddle - 26),
        ("knee", 28, FrontMiddle - 28),
        ("leg-and-calf", 31, BackMiddle + 28),
        ("foot-and-ankle", 37, BackMiddle + 26),
        ("whole-body", WholeBody, Centre),
    ];

    // From the crown to the soles, and down to the dot.
    private static readonly string Span = new PathWriter(1)
        .Move((Centre - 7, Top)).Line((Centre + 7, Top))
        .Move((Centre - 7, Top + BodyOutline.Height)).Line((Centre + 7, Top + BodyOutline.Height))
        .Move((Centre, Top)).Line((Centre, WholeBody * Height / DrawingLabel.Rows)).ToString();

    /// <summary>Start of the ids of the text alternative; unique on the page.</summary>
    [Parameter]
    public string Id { get; set; } = "body-areas";

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    private IReadOnlyList<DrawingLabel> Labels => [.. Places.Select(p => new DrawingLabel(NameOf(p.Area), p.Row, p.X, IsLeft: p.X < Centre))];

    private string Description =>
        $"The body from the front and from the back, with {Places.Length} areas marked: {string.Join(", ", Places[..^1].Select(p => NameOf(p.Area).ToLowerInvariant()))} and {NameOf(Places[^1].Area).ToLowerInvariant()}.";

    private string NameOf(string area) => Vocabulary.Area(area)?.Name
        ?? throw new InvalidOperationException($"The figure names the area '{area}', which the vocabulary has not.");
}
