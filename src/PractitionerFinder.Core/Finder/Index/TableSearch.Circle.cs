using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Finder.Index;

/// <content>The rows within a radius, eight at a time.</content>
internal sealed partial class TableSearch
{
    private bool hasPlainRows;

    // What makes a row other than plain: of those also found online, whether they are counted there has to be seen.
    private ulong notPlain;

    private void GoThroughCircle()
    {
        var reach = new ReachTest(origin, within);
        var sieve = new Sieve(question, tally.CountsFacets);
        hasPlainRows = HasPlainRows;
        notPlain = Traits.Kin | Traits.Rare | (question.SearchesOnline ? Traits.Online : 0);
        var parts = tally.Parts;
        parts.Clear();
        foreach (var part in LatitudeBands.Touching(origin, within, WayTable.BandsPerDegree))
        {
            parts.Add(part);
        }

        // First from the origin eastwards, where distances only rise: what comes after is then mostly too far to be kept, and not measured.
        var own = LatitudeBands.Of(origin.Latitude, WayTable.BandsPerDegree);
        var home = parts.FindIndex(p => (int)p.Band == own && p.West <= origin.Longitude && p.East >= origin.Longitude);
        var (start, middle) = (0, 0);
        if (home >= 0)
        {
            (start, var end) = table.RowsAround(own, parts[home].West, parts[home].East);
            middle = table.RowsAround(own, origin.Longitude, origin.Longitude).From;
            GoThrough(parts[home], middle, end, reach, sieve);
            TakeGathered();
        }

        for (var i = 0; i < parts.Count; i++)
        {
            var (from, to) = i == home ? (start, middle) : table.RowsAround((int)parts[i].Band, parts[i].West, parts[i].East);
            GoThrough(parts[i], from, to, reach, sieve);
        }

        TakeGathered();
        if (tally.CountsFacets)
        {
            SpreadWays();
        }
    }

    private void GoThrough(in LatitudeBands.Span part, int from, int to, in ReachTest reach, in Sieve sieve)
    {
        if (from >= to)
        {
            return;
        }

        if (reach.Along(part.West, part.East) is { IsRough: true } test)
        {
            GoThrough(from, to, reach, test, sieve);
        }
        else
        {
            Measure(from, to, part, sieve);
        }
    }

    /// <summary>Where the quick test does not hold: rows are measured, and where nothing else is counted only those that pass all other rules.</summary>
    private void Measure(int from, int to, in LatitudeBands.Span part, in Sieve sieve)
    {
        var (west, east) = ((int)Math.Floor(part.West * WayTable.PerDegree), (int)Math.Ceiling(part.East * WayTable.PerDegree));
        for (var row = from; row < to; row++)
        {
            if (row == from || row % RowBlock.Rows == 0)
            {
                var passing = sieve.Passing(table.Blocks[row >> RowBlock.Shift]);
                if (passing >> row % RowBlock.Rows == 0)
                {
                    row |= RowBlock.Rows - 1;
                    continue;
                }
            }

            if (!tally.CountsTechniques && table.TraitsOf(row) is var traits && (IsOut(row, traits) || Fails(row, traits, out _, out _) != 0))
            {
                continue;
            }

            // Of the rows around, some lie in the part of the same band on the other side of the antimeridian, and have their turn there.
            if (table.LongitudeOf(row) is var longitude && longitude >= west && longitude <= east && metresFrom.To(table.PointOf(row)) is var metres && metres <= within)
            {
                Take(row, metres, double.NaN);
            }
        }
    }

    private void GoThrough(int from, int to, in ReachTest reach, in ReachTest.Part test, in Sieve sieve)
    {
        Span<float> haversines = stackalloc float[RowBlock.Rows];
        var (first, last) = (from >> RowBlock.Shift, (to - 1) >> RowBlock.Shift);
        for (var number = first; number <= last; number++)
        {
            ref readonly var block = ref table.Blocks[number];
            var measured = test.Haversines(Vector256.LoadUnsafe(in block.Latitudes[0]), Vector256.LoadUnsafe(in block.Longitudes[0]));
            var near = Vector256.LessThanOrEqual(measured, Vector256.Create(reach.MaybeInside)).ExtractMostSignificantBits();
            near &= number == first ? uint.MaxValue << (from & (RowBlock.Rows - 1)) : uint.MaxValue;
            near &= number == last ? uint.MaxValue >> (31 - ((to - 1) & (RowBlock.Rows - 1))) : uint.MaxValue;

            // Also of those that are not near: one branch for a block instead of two.
            near &= sieve.Passing(block);
            if (dead is not null)
            {
                near &= ~(uint)(dead[number / RowBlock.Rows] >> (number % RowBlock.Rows * RowBlock.Rows));
            }

            if (near == 0)
            {
                continue;
            }

            measured.CopyTo(haversines);
            var doubtful = Vector256.GreaterThanOrEqual(measured, Vector256.Create(reach.SurelyInside)).ExtractMostSignificantBits();
            for (; near != 0; near &= near - 1)
            {
                var lane = BitOperations.TrailingZeroCount(near);
                var row = number * RowBlock.Rows + lane;
                if ((doubtful >> lane & 1) != 0 && metresFrom.To(table.PointOf(row)) > within)
                {
                    continue;
                }

                if (hasPlainRows && (block.Traits[lane] & notPlain) == 0)
                {
                    Gather(block, lane, row, haversines[lane]);
                }
                else
                {
                    Take(row, NoMetres, haversines[lane]);
                }
            }
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
        public uint Passing(in RowBlock block)
        {
            var shown = Vector256.GreaterThan(Vector256.LoadUnsafe(in block.HiddenFrom[0]), now);
            return (Four(Vector256.LoadUnsafe(in block.Traits[0])) | Four(Vector256.LoadUnsafe(in block.Traits[0], 4)) << 4) & shown.ExtractMostSignificantBits();
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private uint Four(Vector256<ulong> traits)
        {
            var passes = Vector256.Equals(traits & cares, wants);
            var always = ~Vector256.Equals(traits & Vector256.Create(Traits.Kin | Traits.Rare), Vector256<ulong>.Zero);
            return (passes | always).ExtractMostSignificantBits();
        }
    }
}
