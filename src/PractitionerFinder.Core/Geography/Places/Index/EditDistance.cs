namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>
/// How many letters were left out, put in, changed or swapped with their neighbour (Damerau, A technique for computer
/// detection and correction of spelling errors, 1964; in the restricted form that edits no letter twice).
/// </summary>
internal static class EditDistance
{
    /// <summary>The distance, or <paramref name="most"/> + 1 as soon as it is known to be more.</summary>
    public static int Within<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, int most)
        where T : struct, IEquatable<T>
    {
        if (Math.Abs(a.Length - b.Length) > most)
        {
            return most + 1;
        }

        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> now = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var least = now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var edits = Math.Min(Math.Min(last[j], now[j - 1]) + 1, last[j - 1] + (a[i - 1].Equals(b[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1].Equals(b[j - 2]) && a[i - 2].Equals(b[j - 1]))
                {
                    edits = Math.Min(edits, before[j - 2] + 1);
                }

                now[j] = edits;
                least = Math.Min(least, edits);
            }

            if (least > most)
            {
                return most + 1;
            }

            var spare = before;
            before = last;
            last = now;
            now = spare;
        }

        return last[b.Length];
    }
}
