using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Finder.Index;

/// <content>The places of a part of the earth, counted by cell. Each place is a row by itself: of a listing's other rows nothing is asked.</content>
internal sealed partial class TableSearch
{
    // By the bits of eight rows, all bits of the lanes that are set.
    private static readonly Vector256<int>[] Lanes = [.. Enumerable.Range(0, 1 << RowBlock.Rows).Select(bits =>
        Vector256.Create([.. Enumerable.Range(0, RowBlock.Rows).Select(lane => (bits >> lane & 1) != 0 ? -1 : 0)]))];

    /// <summary>Whether every place that can be found at all matches.</summary>
    private bool IsUnfiltered => question.Wanted.IsEmpty && !question.IsImpossible && !question.Verified && question.Area == Question.Nothing && question.Accepting is null
        && languages is null && question.Gender is null && words.Length == 0 && question.ProofWanted.IsEmpty && !question.IsWordless
        && question.WaysOf(Listings.Setting.Clinic) == Traits.Ways(Listings.Setting.Clinic, Needs.None)
        && (ways & MapSieve.WaysOfPlaces) == MapSieve.WaysOfPlaces;

    /// <summary>Counts the places of a view by cell.</summary>
    public void Map(MapGrid grid)
    {
        if (question.IsImpossible || question.IsWordless || question.Language == Question.NobodyHas || (ways & MapSieve.WaysOfPlaces) == 0)
        {
            return;
        }

        var sieve = new MapSieve(question, ways, table);
        foreach (var part in grid.Widened)
        {
            GoThrough(grid, part, sieve, isWhole: true);
        }
    }

    /// <summary>Goes through the places of a part of the earth.</summary>
    /// <param name="grid">Where they are counted.</param>
    /// <param name="part">The part.</param>
    /// <param name="sieve">What lets rows through.</param>
    /// <param name="isWhole">Whether they count for their cells; otherwise for the view alone, in which the part lies.</param>
    private void GoThrough(MapGrid grid, MapGrid.Box part, in MapSieve sieve, bool isWhole)
    {
        if (part.IsEmpty)
        {
            return;
        }

        var last = LatitudeBands.Of(part.North / WayTable.PerDegree, WayTable.BandsPerDegree);
        for (var band = LatitudeBands.Of(part.South / WayTable.PerDegree, WayTable.BandsPerDegree); band <= last; band++)
        {
            var (from, to) = table.RowsAround(band, part.West / WayTable.PerDegree, part.East / WayTable.PerDegree);
            if (from < to)
            {
                GoThrough(grid, part, sieve, isWhole, from, to);
            }
        }
    }

    private void GoThrough(MapGrid grid, MapGrid.Box part, in MapSieve sieve, bool isWhole, int from, int to)
    {
        var (first, last) = (from >> RowBlock.Shift, (to - 1) >> RowBlock.Shift);
        for (var number = first; number <= last; number++)
        {
            ref readonly var block = ref table.Blocks[number];
            var passing = sieve.Passing(block) & Within(block, part);
            passing &= number == first ? uint.MaxValue << (from & (RowBlock.Rows - 1)) : uint.MaxValue;
            passing &= number == last ? uint.MaxValue >> (31 - ((to - 1) & (RowBlock.Rows - 1))) : uint.MaxValue;
            if (dead is not null)
            {
                passing &= ~(uint)(dead[number / RowBlock.Rows] >> (number % RowBlock.Rows * RowBlock.Rows));
            }

            for (; passing != 0; passing &= passing - 1)
            {
                var lane = BitOperations.TrailingZeroCount(passing);
                var row = number * RowBlock.Rows + lane;
                if (sieve.IsEnough(block.Traits[lane]) || Matches(row, block.Traits[lane]))
                {
                    Count(grid, row, block.Latitudes[lane], block.Longitudes[lane], isWhole);
                }
            }
        }
    }

    private bool Matches(int row, ulong traits) =>
        (Traits.WayOf(traits) & ways) != 0 && !IsOut(row, traits) && Fails(row, traits, out _, out _) == 0;

    private void Count(MapGrid grid, int row, int latitude, int longitude, bool isWhole)
    {
        ref var cell = ref grid.At(latitude, longitude);
        if (isWhole)
        {
            cell.IsSpread |= cell.Whole > 0 && (cell.Latitudes != (long)latitude * cell.Whole || cell.Longitudes != (long)longitude * cell.Whole);
            cell.Whole++;
            cell.Latitudes += latitude;
            cell.Longitudes += longitude;
            cell.Some = areChanges ? ~row : row + 1;
        }

        if (grid.IsInView(latitude, longitude))
        {
            cell.Inside++;
            if (grid.Met.Count <= MapAnswer.MostPlaces)
            {
                grid.Met.Add((row, areChanges));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Within(in RowBlock block, in MapGrid.Box part)
    {
        var (latitudes, longitudes) = (Vector256.LoadUnsafe(in block.Latitudes[0]), Vector256.LoadUnsafe(in block.Longitudes[0]));
        return (Vector256.GreaterThanOrEqual(latitudes, Vector256.Create(part.South)) & Vector256.LessThanOrEqual(latitudes, Vector256.Create(part.North))
            & Vector256.GreaterThanOrEqual(longitudes, Vector256.Create(part.West)) & Vector256.LessThanOrEqual(longitudes, Vector256.Create(part.East)))
            .ExtractMostSignificantBits();
    }

    /// <summary>What lets eight places through by the bits of their traits, their techniques and the instant they are hidden from: never less than the rules let through.</summary>
    private readonly struct MapSieve
    {
        private readonly Vector256<ulong> cares;
        private readonly Vector256<ulong> wants;
        private readonly Vector256<ulong> wanted;
        private readonly Vector256<ulong> anyOf;
        private readonly Vector256<uint> now;
        private readonly ulong asksMore;

        public MapSieve(Question question, uint ways, WayTable table)
        {
            var care = (question.ShowDemo ? 0 : Traits.Demo) | (ulong)question.Needs << Traits.WayShift;
            var want = (ulong)question.Needs << Traits.WayShift;
            Ask(question.Accepting is not null, Traits.AcceptingMask, (ulong)(question.Accepting ?? 0), 0);
            Ask(question.Gender is not null, Traits.GenderMask, (ulong)(question.Gender ?? 0) + 1, Traits.GenderShift);
            var (clinics, homes) = ((ways & OfClinics) != 0, (ways & OfHomes) != 0);
            Ask(clinics != homes, 3, (ulong)(clinics ? Listings.Setting.Clinic : Listings.Setting.TheirHome), SettingShift);
            cares = Vector256.Create(care);
            wants = Vector256.Create(want);
            now = Vector256.Create(question.Now.Seconds);

            // All of those wanted, or some: what is wanted beyond the first 64 is looked up.
            var isAll = question.MatchAll || question.Wanted.High != 0 || question.Wanted.IsEmpty;
            wanted = Vector256.Create(isAll && !question.MatchAll ? 0 : question.Wanted.Low);
            anyOf = isAll ? Vector256<ulong>.Zero : Vector256<ulong>.AllBitsSet;
            asksMore = question.Wanted.High != 0 || question.Wanted.Meets(table.Protected) || question.Verified || !question.ProofWanted.IsEmpty
                || question.Area != Question.Nothing || question.Language != Question.Nothing || question.Words.Count > 0
                ? ulong.MaxValue : Traits.Rare;

            void Ask(bool isAsked, ulong mask, ulong value, int shift)
            {
                care |= isAsked ? mask << shift : 0;
                want |= isAsked ? value << shift : 0;
            }
        }

        public static uint WaysOfPlaces => OfClinics | OfHomes;

        private static uint OfClinics => Traits.Ways(Listings.Setting.Clinic, Needs.None);

        private static uint OfHomes => Traits.Ways(Listings.Setting.TheirHome, Needs.None);

        private static int SettingShift => Traits.WayShift + BitOperations.PopCount(Traits.NeedsMask);

        /// <summary>Whether who passes matches; otherwise it has to be looked up.</summary>
        public bool IsEnough(ulong traits) => asksMore == Traits.Rare && (traits & Traits.Rare) == 0;

        /// <summary>Which of eight rows pass, as bits.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public uint Passing(in RowBlock block)
        {
            var shown = Vector256.GreaterThan(Vector256.LoadUnsafe(in block.HiddenFrom[0]), now);
            return (Four(Vector256.LoadUnsafe(in block.Traits[0]), Vector256.LoadUnsafe(in block.Techniques[0]))
                | Four(Vector256.LoadUnsafe(in block.Traits[0], 4), Vector256.LoadUnsafe(in block.Techniques[0], 4)) << 4) & shown.ExtractMostSignificantBits();
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private uint Four(Vector256<ulong> traits, Vector256<ulong> techniques)
        {
            // Of all: none of those wanted is missing. Of any: not all of them are.
            var missing = Vector256.AndNot(wanted, techniques);
            var offers = Vector256.Equals(missing, Vector256.ConditionalSelect(anyOf, wanted, Vector256<ulong>.Zero)) ^ anyOf;
            return (Vector256.Equals(traits & cares, wants) & offers).ExtractMostSignificantBits();
        }
    }
}
