using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Finder.Index;

/// <content>The rows within a radius, eight at a time.</content>
internal sealed partial class TableSearch
{
    private const int Lanes = 8;

    private bool hasPlainRows;

    private void GoThroughCircle()
    {
        var reach = new ReachTest(origin, within);
        var sieve = new Sieve(question, tally.CountsFacets);
        hasPlainRows = HasPlainRows;
        var parts = tally.Parts;
        parts.Clear();
        foreach (var part in LatitudeBands.Touching(origin, within, WayTable.BandsPerDegree))
        {
            parts.Add(part);
        }

        // First from the origin eastwards, where distances only rise: what comes after is then mostly too far to be kept, and not measured.
        var own = LatitudeBands.Of(origin.Latitude, WayTable.BandsPerDegree);
        var home = parts.FindIndex(p => (int)p.Band == own && p.West <= origin.Longitude && p.East >= origin.Longitude);
        if (home >= 0)
        {
            GoThrough(parts[home] with { West = origin.Longitude }, reach, sieve);
            TakeGathered();
        }

        for (var i = 0; i < parts.Count; i++)
        {
            GoThrough(parts[i], reach, sieve, i == home ? origin.Longitude : null);
        }

        TakeGathered();
        if (tally.CountsFacets)
        {
            SpreadWays();
        }
    }

    private void GoThrough(in LatitudeBands.Span part, in ReachTest reach, in Sieve sieve, double? before = null)
    {
        var (from, to) = table.RowsBetween((int)part.Band, part.West, part.East);
        to = before is { } east ? table.RowsBetween((int)part.Band, east, east).From : to;
        if (from == to)
        {
            return;
        }

        if (reach.Along(part.West, part.East) is { IsRough: true } test)
        {
            GoThrough(from, to, reach, test, sieve);
        }
        else
        {
            Measure(from, to);
        }
    }

    /// <summary>Where the quick test does not hold: every row is measured.</summary>
    private void Measure(int from, int to)
    {
        for (var row = from; row < to; row++)
        {
            if (origin.MetresTo(table.PointOf(row)) is var metres && metres <= within)
            {
                Take(row, metres, double.NaN);
            }
        }
    }

    private void GoThrough(int from, int to, in ReachTest reach, in ReachTest.Part test, in Sieve sieve)
    {
        Span<float> haversines = stackalloc float[Lanes];
        ref var latitudes = ref MemoryMarshal.GetArrayDataReference(table.Latitudes);
        ref var longitudes = ref MemoryMarshal.GetArrayDataReference(table.Longitudes);
        var row = from;

        // Eight rows at a time read beyond the last row of the part, and are not believed there; columns end with the table.
        for (; row < to && row + Lanes <= table.Count; row += Lanes)
        {
            var measured = test.Haversines(Vector256.LoadUnsafe(ref latitudes, (nuint)row), Vector256.LoadUnsafe(ref longitudes, (nuint)row));
            var near = Vector256.LessThanOrEqual(measured, Vector256.Create(reach.MaybeInside)).ExtractMostSignificantBits();
            near &= row + Lanes > to ? (1u << (to - row)) - 1 : uint.MaxValue;
            if (near == 0 || (near &= sieve.Passing(table, row)) == 0)
            {
                continue;
            }

            measured.CopyTo(haversines);
            for (; near != 0; near &= near - 1)
            {
                var lane = BitOperations.TrailingZeroCount(near);
                TakeNear(row + lane, haversines[lane], reach);
            }
        }

        // The last few of the table.
        for (; row < to; row++)
        {
            if (test.Haversine(table.Latitudes[row], table.Longitudes[row]) is var haversine && haversine <= reach.MaybeInside && sieve.Passes(table, row))
            {
                TakeNear(row, haversine, reach);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void TakeNear(int row, float haversine, in ReachTest reach)
    {
        if (haversine >= reach.SurelyInside && !(haversine <= reach.MaybeInside && origin.MetresTo(table.PointOf(row)) <= within))
        {
            return;
        }

        if (hasPlainRows && (table.Traits[row] & (Traits.Kin | Traits.Rare)) == 0)
        {
            if (dead is null || (dead[row >> 6] >> row & 1) == 0)
            {
                Gather(row, haversine);
            }
        }
        else
        {
            Take(row, NoMetres, haversine);
        }
    }

    /// <summary>
    /// What lets eight rows through by the bits of their traits and the instant they are hidden from: never less than the rules
    /// let through. Rows that are rare or have kin always pass.
    /// </summary>
    private readonly struct Sieve
    {
        private readonly Vector256<ulong> cares;
        private readonly Vector256<ulong> wants;
        private readonly Vector256<uint> now;

        public Sieve(Question question, bool countsFacets)
        {
            var (care, want) = (question.ShowDemo ? 0UL : Traits.Demo, 0UL);
            if (!countsFacets)
            {
                // Whoever fails one of these counts for its facet, and for nothing else.
                care |= (ulong)question.Needs << Traits.WayShift;
                want |= (ulong)question.Needs << Traits.WayShift;
                if (question.Accepting is { } accepting)
                {
                    care |= Traits.AcceptingMask;
                    want |= (ulong)accepting;
                }
            }

            if (question.Gender is { } gender)
            {
                care |= Traits.GenderMask << Traits.GenderShift;
                want |= (ulong)gender + 1 << Traits.GenderShift;
            }

            cares = Vector256.Create(care);
            wants = Vector256.Create(want);
            now = Vector256.Create(question.Now.Seconds);
        }

        /// <summary>Which of eight rows pass, as bits.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public uint Passing(WayTable table, int row)
        {
            ref var traits = ref MemoryMarshal.GetArrayDataReference(table.Traits);
            var shown = Vector256.GreaterThan(Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(table.HiddenFrom), (nuint)row), now);
            return (Four(Vector256.LoadUnsafe(ref traits, (nuint)row)) | Four(Vector256.LoadUnsafe(ref traits, (nuint)row + 4)) << 4)
                & shown.ExtractMostSignificantBits();
        }

        public bool Passes(WayTable table, int row) =>
            table.HiddenFrom[row] > now.ToScalar() && (Four(Vector256.Create(table.Traits[row])) & 1) != 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private uint Four(Vector256<ulong> traits)
        {
            var passes = Vector256.Equals(traits & cares, wants);
            var always = ~Vector256.Equals(traits & Vector256.Create(Traits.Kin | Traits.Rare), Vector256<ulong>.Zero);
            return (passes | always).ExtractMostSignificantBits();
        }
    }
}
