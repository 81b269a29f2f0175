using System.Numerics;

namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>
/// The nearest town to any point of the earth: a k-d tree over unit vectors, where a chord orders as the great circle
/// does, so that neither the poles nor the antimeridian is a special case.
/// </summary>
internal sealed class NearestPlaces
{
    private readonly int[] rows;
    private readonly float[][] axes = [[], [], []];

    public NearestPlaces(PlaceTable table)
    {
        rows = [.. Enumerable.Range(0, table.Count).Where(row => table.Kind[row] is PlaceKind.City or PlaceKind.Locality)];
        var vectors = Array.ConvertAll(rows, row => Vector(table.Point(row)));
        Arrange(vectors, 0, rows.Length, 0);
        for (var axis = 0; axis < 3; axis++)
        {
            axes[axis] = Array.ConvertAll(vectors, v => v[axis]);
        }
    }

    /// <summary>The nearest row that suits, or −1.</summary>
    public int Find(GeoPoint point, Func<int, bool> suits)
    {
        var target = Vector(point);
        var (best, bestSquare) = (-1, float.PositiveInfinity);
        Visit(0, rows.Length, 0);
        return best;

        void Visit(int from, int to, int axis)
        {
            if (from >= to)
            {
                return;
            }

            var middle = (from + to) >>> 1;
            var square = Square(axes[0][middle] - target.X) + Square(axes[1][middle] - target.Y) + Square(axes[2][middle] - target.Z);
            if (square < bestSquare && suits(rows[middle]))
            {
                (best, bestSquare) = (rows[middle], square);
            }

            var beyond = target[axis] - axes[axis][middle];
            var next = (axis + 1) % 3;
            Visit(beyond < 0 ? from : middle + 1, beyond < 0 ? middle : to, next);
            if (Square(beyond) < bestSquare)
            {
                Visit(beyond < 0 ? middle + 1 : from, beyond < 0 ? to : middle, next);
            }
        }
    }

    /// <summary>Every row within a distance, in no order. Points are kept to about half a metre.</summary>
    public List<int> Within(GeoPoint point, int metres)
    {
        var found = new List<int>();
        var target = Vector(point);
        var reach = Square(2 * MathF.Sin(Math.Min(metres, GreatCircle.FurthestMetres) / (float)(2 * GreatCircle.EarthRadiusMetres)));
        Visit(0, rows.Length, 0);
        return found;

        void Visit(int from, int to, int axis)
        {
            if (from >= to)
            {
                return;
            }

            var middle = (from + to) >>> 1;
            if (Square(axes[0][middle] - target.X) + Square(axes[1][middle] - target.Y) + Square(axes[2][middle] - target.Z) <= reach)
            {
                found.Add(rows[middle]);
            }

            var beyond = target[axis] - axes[axis][middle];
            var next = (axis + 1) % 3;
            Visit(beyond < 0 ? from : middle + 1, beyond < 0 ? middle : to, next);
            if (Square(beyond) <= reach)
            {
                Visit(beyond < 0 ? middle + 1 : from, beyond < 0 ? to : middle, next);
            }
        }
    }

    /// <summary>Puts the median of an axis in the middle and does the same, by the next axis, on each side of it.</summary>
    private void Arrange(Vector3[] vectors, int from, int to, int axis)
    {
        if (to - from < 2)
        {
            return;
        }

        var middle = (from + to) >>> 1;
        Select(vectors, from, to - 1, middle, axis);
        Arrange(vectors, from, middle, (axis + 1) % 3);
        Arrange(vectors, middle + 1, to, (axis + 1) % 3);
    }

    /// <summary>Hoare's quickselect: everything left of <paramref name="nth"/> is no greater, everything right no less.</summary>
    private void Select(Vector3[] vectors, int low, int high, int nth, int axis)
    {
        while (low < high)
        {
            var pivot = vectors[(low + high) >>> 1][axis];
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (vectors[i][axis] < pivot)
                {
                    i++;
                }

                while (vectors[j][axis] > pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (vectors[i], vectors[j]) = (vectors[j], vectors[i]);
                    (rows[i], rows[j]) = (rows[j], rows[i]);
                    i++;
                    j--;
                }
            }

            if (nth <= j)
            {
                high = j;
            }
            else if (nth >= i)
            {
                low = i;
            }
            else
            {
                return;
            }
        }
    }

    private static float Square(float value) => value * value;

    private static Vector3 Vector(GeoPoint point)
    {
        var (sinLatitude, cosLatitude) = Math.SinCos(point.Latitude * Math.PI / 180);
        var (sinLongitude, cosLongitude) = Math.SinCos(point.Longitude * Math.PI / 180);
        return new((float)(cosLatitude * cosLongitude), (float)(cosLatitude * sinLongitude), (float)sinLatitude);
    }
}
