using System.Globalization;
using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>
/// The body from the front and from the back, with a link for every area and each of its sides: small ones in larger pictures of the
/// head and the feet, wide ones as names beside the figure. Where there is no room for both views, one is chosen. Needs <c>body-map.css</c>.
/// </summary>
public sealed partial class BodyMap
{
    private static readonly View[] Views =
    [
        new(BodyViews.Front, "front", "Front", "Your right", "Your left", BodyPicture.Front),
        new(BodyViews.Back, "back", "Back", "Your left", "Your right", BodyPicture.Back),
    ];

    /// <summary>Where the link of an area leads, by its slug and its side: <c>left</c>, <c>right</c>, or null where there are none.</summary>
    [Parameter, EditorRequired]
    public Func<string, string?, string> AddressOf { get; set; } = default!;

    /// <summary>Id of the same areas as a list.</summary>
    [Parameter, EditorRequired]
    public string ListId { get; set; } = "";

    /// <summary>Start of the ids within; unique on the page.</summary>
    [Parameter]
    public string Id { get; set; } = "body-map";

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    /// <summary>The links of a picture in the order in which they are reached: a wide area, then the first of its parts and what follows.</summary>
    private IEnumerable<Link> Links(View view, BodyPicture picture)
    {
        var parts = picture.Parts.Select((p, i) => (Part: p, Id: $"{Id}-{view.Key}-{picture.Key}-{i}")).ToArray();
        var labels = picture.Key == "whole" ? WideLabel.All.ToList() : [];
        foreach (var (part, id) in parts)
        {
            if (labels.Find(l => l.Area == Area(part.Area).Parent) is { } label)
            {
                labels.Remove(label);
                foreach (var sign in new[] { -1, 1 })
                {
                    var side = (view.Of == BodyViews.Front) == (sign > 0) ? BodyPart.Left : BodyPart.Right;
                    yield return new(label.Area, side, NameOf(label.Area, side), id, part, label, sign, [.. parts.Where(p => p.Part.Side == side && Area(p.Part.Area).Parent == label.Area).Select(p => p.Id)]);
                }
            }

            yield return new(part.Area, part.Side, NameOf(part.Area, part.Side), id, part, null, 0, [id]);
        }
    }

    /// <summary>
    /// Where the name of a part stands while it is pointed at: over the part, or in a larger picture over that, where the caption was.
    /// </summary>
    private static IEnumerable<(string Line, double X, double Y, string Dy)> NameBeside(Link link, BodyPicture picture)
    {
        if (picture.Key == "whole")
        {
            var room = WideLabel.Edge - link.Name.Length * 2.8;
            return [(link.Name, Math.Clamp(link.Part.Top.X, -room, room), Math.Max(link.Part.Top.Y, 0) - 8, "0")];
        }

        var middle = link.Name.Length / 2;
        var (before, after) = (link.Name.LastIndexOf(' ', middle), link.Name.IndexOf(' ', middle));
        var cut = before < 0 || (after > 0 && after - middle < middle - before) ? after : before;
        return cut < 0
            ? [(link.Name, 0, picture.Box.Y, "-.8em")]
            : [(link.Name[..cut], 0, picture.Box.Y, "-1.9em"), (link.Name[(cut + 1)..], 0, picture.Box.Y, "-.8em")];
    }

    private string NameOf(string area, string? side) => side is null ? Area(area).Name : $"{Area(area).Name}, {side}";

    private BodyArea Area(string slug) => Vocabulary.Area(slug)
        ?? throw new InvalidOperationException($"The figure names the area '{slug}', which the vocabulary has not.");

    private static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private sealed record View(BodyViews Of, string Key, string Name, string AtLeft, string AtRight, IReadOnlyList<BodyPicture> Pictures);

    private sealed record Link(string Area, string? Side, string Name, string Id, BodyPart Part, WideLabel? Label, int Sign, string[] Fills);
}
