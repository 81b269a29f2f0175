using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>
/// What the locator draws, in its own units: the public point in the middle and the towns around it, north up. The plane
/// is the equirectangular one about the point (x = Δlongitude · cos latitude), true to scale in its middle. Nothing is
/// known here but the public point, and nothing is drawn that the gazetteer has not.
/// </summary>
public sealed class LocatorMap
{
    /// <summary>Width of the picture.</summary>
    public const int Width = 336;

    /// <summary>Height of the picture.</summary>
    public const int Height = 200;

    private const int X = Width / 2;
    private const int Y = Height / 2;
    private const int MostTowns = 5;
    private const int TownsWanted = 3;
    private const int SmallestArea = 8;
    private const int LongestScale = 96;
    private const double MetresPerDegree = GreatCircle.EarthRadiusMetres * Math.PI / 180;

    // On the narrowest phone the picture keeps its height and loses its sides: what must be read stays inside of them.
    private static readonly LabelBox Safe = new(28, 6, Width - 28, Height - 6);

    // Metres from the middle to the side.
    private static readonly int[] Views = [4_000, 6_000, 9_000, 13_000, 19_000, 28_000, 42_000, 63_000, 95_000];

    private static readonly int[] ScaleLengths = [1, 2, 5, 10, 20, 50];

    private readonly GeoPoint middle;
    private readonly List<LabelBox> taken = [];
    private readonly List<Town> towns = [];

    private LocatorMap(Gazetteer gazetteer, PublicListing.Place place, int view)
    {
        middle = place.Point;
        MetresPerUnit = (double)view / X;
        Area = place.ReachMetres / MetresPerUnit;
        Marker = place.IsApproximate ? LabelBox.Around(X, Y, Area + 2) : new LabelBox(X - 11, Y - 29, X + 11, Y + 2);
        Scale = ScaleOf(Radius.UnitOf(place.Country));
        var scale = new LabelBox(Safe.Left, Safe.Bottom - 30, Safe.Left + Math.Max(Scale.Length, LabelBox.WidthOf(Scale.Words)) + 8, Safe.Bottom);
        taken.AddRange([Marker, scale]);

        var own = gazetteer.LocalityAt(middle, place.Locality);
        if (own is null || !TryAdd(own, isOwn: true))
        {
            Name(place.Locality);
        }

        foreach (var town in gazetteer.NotableAround(middle, view, 3 * MostTowns).Where(p => p != own))
        {
            if (towns.Count < MostTowns)
            {
                TryAdd(town, isOwn: false);
            }
        }
    }

    /// <summary>Metres on the ground for a unit of the picture.</summary>
    public double MetresPerUnit { get; }

    /// <summary>Radius of the circle that stands for a private address, in units; 0 for a public one, which has a pin.</summary>
    public double Area { get; }

    /// <summary>What the pin or the circle covers.</summary>
    public LabelBox Marker { get; }

    /// <summary>Towns with a dot each, and the locality's own name, which has none where it would lie under the pin or in the circle.</summary>
    public IReadOnlyList<Town> Towns => towns;

    private int OtherTowns => towns.Count(t => !t.IsOwn);

    /// <summary>The bar: its length in units, and what that is on the ground.</summary>
    public (double Length, string Words) Scale { get; }

    /// <summary>The map of a place: the closest view with enough towns, or else that with the most; none in which an area is too small to be seen as one.</summary>
    public static LocatorMap Of(Gazetteer gazetteer, PublicListing.Place place)
    {
        var views = Views.Where(view => !place.IsApproximate || place.ReachMetres * X >= SmallestArea * view);
        LocatorMap? best = null;
        foreach (var view in views)
        {
            var map = new LocatorMap(gazetteer, place, view);
            best = best is null || map.OtherTowns > best.OtherTowns ? map : best;
            if (best.OtherTowns >= TownsWanted)
            {
                break;
            }
        }

        return best ?? new LocatorMap(gazetteer, place, Views[0]);
    }

    /// <summary>Where a point lies in the picture.</summary>
    public (double X, double Y) Project(GeoPoint point)
    {
        // The short way round, so that the antimeridian is a line like any other.
        var east = Math.IEEERemainder(point.Longitude - middle.Longitude, 360) * Math.Cos(middle.Latitude * Math.PI / 180);
        var north = point.Latitude - middle.Latitude;
        return (X + east * MetresPerDegree / MetresPerUnit, Y - north * MetresPerDegree / MetresPerUnit);
    }

    private (double, string) ScaleOf(DistanceUnit unit)
    {
        var longest = ScaleLengths.Select(n => new Radius(n, unit)).Last(r => r.Amount == 1 || r.Metres / MetresPerUnit <= LongestScale);
        return (longest.Metres / MetresPerUnit, longest.InWords());
    }

    /// <summary>A dot and a name beside it, if there is room on any side.</summary>
    private bool TryAdd(Place town, bool isOwn)
    {
        var at = Project(town.Point);
        var dot = LabelBox.Around(at.X, at.Y, 4);
        if (!Safe.Contains(dot) || taken.Exists(box => box.Meets(dot)) || Room(town.Name, dot) is not { } label)
        {
            return false;
        }

        taken.AddRange([dot, label]);
        towns.Add(new Town(town.Name, at, label, AnchorOf(label, dot), isOwn));
        return true;
    }

    /// <summary>A name beside the pin or the circle.</summary>
    private void Name(string locality)
    {
        if (Room(locality, Marker) is { } label)
        {
            taken.Add(label);
            towns.Add(new Town(locality, null, label, AnchorOf(label, Marker), IsOwn: true));
        }
    }

    private LabelBox? Room(string name, LabelBox beside) => LabelBox.Beside(beside, name)
        .Where(label => Safe.Contains(label) && taken.TrueForAll(box => box == beside || !box.Meets(label)))
        .Select(label => (LabelBox?)label)
        .FirstOrDefault();

    // A label's box is an estimate, so its text begins or ends at the side of the dot.
    private static (double, string) AnchorOf(LabelBox label, LabelBox beside) =>
        label.Left >= beside.Right ? (label.Left, "start") : label.Right <= beside.Left ? (label.Right, "end") : (label.Middle, "middle");

    /// <summary>A town of the picture.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Dot">Where its dot is; null for none.</param>
    /// <param name="Label">Where its name is.</param>
    /// <param name="Anchor">From where the name is written, and which part of it is there, as SVG has it.</param>
    /// <param name="IsOwn">Whether it is the locality of the place itself.</param>
    public sealed record Town(string Name, (double X, double Y)? Dot, LabelBox Label, (double X, string Part) Anchor, bool IsOwn);
}
