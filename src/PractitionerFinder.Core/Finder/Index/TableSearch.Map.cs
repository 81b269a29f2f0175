using System.Numerics;
using System.Runtime.CompilerServices;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder.Index;

/// <content>The places of a part of the earth, counted by cell. Each place is a row by itself: of a listing's other rows nothing is asked.</content>
internal sealed partial class TableSearch
{
    // Up to this level a view may hold so many rows that it is quicker to ask for the rows of a word than for the words of a row.
    private const int WideLevel = 8;

    private static readonly uint WaysOfPlaces = Traits.Ways(Setting.Clinic, Needs.None) | Traits.Ways(Setting.TheirHome, Needs.None);

    // By number of a set of areas or languages, 1 when it is found by the one asked for; null when none is.
    private byte[]? areas;
    private byte[]? spoken;

    // Rows, as bits, that have the words looked for; null when each is to be looked at.
    private ulong[]? worded;

    private bool looksAtProof;
    private bool looksAtMore;

    /// <summary>Whether every place that can be found at all matches.</summary>
    private bool IsUnfiltered => !question.Verified && !looksAtMore && !looksAtProof && areas is null && languages is null && question.Wanted.IsEmpty && words.Length == 0
        && question.Accepting is null && question.Gender is null && (ways & WaysOfPlaces) == WaysOfPlaces;

    /// <summary>Counts the places of a view by cell.</summary>
    /// <param name="grid">The cells.</param>
    /// <param name="mayTakeCounts">Whether it will do not to meet each place, where there are counts already.</param>
    public void Map(MapGrid grid, bool mayTakeCounts)
    {
        if (question.IsImpossible || question.IsWordless || question.Language == Question.NobodyHas || (ways & WaysOfPlaces) == 0)
        {
            return;
        }

        Prepare(grid);
        if (mayTakeCounts && IsUnfiltered && grid.Level <= PlaceCounts.Level)
        {
            TakeCounts(grid, table.CountsAt(now, question.ShowDemo));
            return;
        }

        foreach (var part in grid.Widened)
        {
            GoThrough(grid, part, isWhole: true);
        }
    }

    /// <summary>Takes the counts that were made for everybody, puts right what has changed since, and goes through the strips along the edges of the view.</summary>
    private void TakeCounts(MapGrid grid, PlaceCounts counts)
    {
        var inner = new MapInner(grid.View, PlaceCounts.Level);
        counts.AddTo(grid, inner);
        foreach (var row in counts.Looked)
        {
            if (IsWidely(grid, row) && Matches(row, table.TraitsOf(row)))
            {
                Add(row, 1, inner);
            }
        }

        for (var word = 0; dead is not null && word <= table.Places / 64 && word < dead.Length; word++)
        {
            for (var rest = dead[word]; rest != 0; rest &= rest - 1)
            {
                var row = word * 64 + BitOperations.TrailingZeroCount(rest);
                if (row < table.Places && IsWidely(grid, row) && counts.Counts(row))
                {
                    Add(row, -1, inner);
                }
            }
        }

        foreach (var strip in inner.Strips)
        {
            GoThrough(grid, strip, isWhole: false);
        }

        void Add(int row, int sign, in MapInner inner)
        {
            var (latitude, longitude) = (table.LatitudeOf(row), table.LongitudeOf(row));
            var isInner = inner.HasRow(MapGrid.RowOf(latitude, PlaceCounts.Level)) && inner.HasColumn(MapGrid.ColumnOf(longitude, PlaceCounts.Level));
            grid.At(latitude, longitude).Add(sign, isInner ? sign : 0, sign * (long)latitude, sign * (long)longitude, one: 0);
        }
    }

    private bool IsWidely(MapGrid grid, int row)
    {
        foreach (var part in grid.Widened)
        {
            if (part.Holds(table.LatitudeOf(row), table.LongitudeOf(row)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds the row of the only place of a cell.</summary>
    public int OnlyRowOf(MapGrid.Box part)
    {
        var found = -1;
        foreach (var row in RowsIn(part))
        {
            found = Matches(row, table.TraitsOf(row)) ? row : found;
        }

        return found;
    }

    private void Prepare(MapGrid grid)
    {
        // Any proof will do: the sieve sees it.
        looksAtProof = (question.Verified && !question.Wanted.IsEmpty) || !question.ProofWanted.IsEmpty || question.Wanted.Meets(table.Protected);
        looksAtMore = question.Wanted.High != 0 || (question.Verified && table.MoreTechniques is not null) || !question.ProofWanted.IsEmpty || (words.Length > 0 && grid.Level > WideLevel);
        if (question.Area != Question.Nothing && areas is null)
        {
            areas = new byte[table.AreaSetCount];
            for (var i = 0; i < areas.Length; i++)
            {
                areas[i] = (byte)(table.AreaSets[i].Has(question.Area) ? 1 : 0);
            }
        }

        spoken = languages is null ? null : Array.ConvertAll(languages, l => (byte)(l ? 1 : 0));

        worded = words.Length == 0 || grid.Level > WideLevel ? null : tally.RowsOf(table.Words, words, table.Count);
    }

    /// <summary>Goes through the places of a part of the earth.</summary>
    /// <param name="grid">Where they are counted.</param>
    /// <param name="part">The part.</param>
    /// <param name="isWhole">Whether they count for their cells; otherwise for the view alone, in which the part lies.</param>
    private void GoThrough(MapGrid grid, MapGrid.Box part, bool isWhole)
    {
        if (part.IsEmpty)
        {
            return;
        }

        var sieve = new MapSieve(question, ways);
        var last = LatitudeBands.Of(part.North / WayTable.PerDegree, WayTable.BandsPerDegree);
        for (var band = LatitudeBands.Of(part.South / WayTable.PerDegree, WayTable.BandsPerDegree); band <= last; band++)
        {
            var (from, to) = table.RowsAround(band, part.West / WayTable.PerDegree, part.East / WayTable.PerDegree);
            if (from < to)
            {
                GoThrough(new MapStretch(grid, part, band, from, to, isWhole), sieve);
            }
        }
    }

    private void GoThrough(in MapStretch stretch, in MapSieve sieve)
    {
        var run = new MapRun(stretch);
        var (first, last) = (stretch.From >> RowBlock.Shift, (stretch.To - 1) >> RowBlock.Shift);
        var looks = looksAtProof || looksAtMore;
        for (var number = first; number <= last; number++)
        {
            var here = byte.MaxValue & (number == first ? uint.MaxValue << (stretch.From & (RowBlock.Rows - 1)) : uint.MaxValue);
            here &= number == last ? uint.MaxValue >> (31 - ((stretch.To - 1) & (RowBlock.Rows - 1))) : uint.MaxValue;
            here &= worded is null ? uint.MaxValue : (uint)(worded[number / RowBlock.Rows] >> (number % RowBlock.Rows * RowBlock.Rows));
            here &= dead is null ? uint.MaxValue : ~(uint)(dead[number / RowBlock.Rows] >> (number % RowBlock.Rows * RowBlock.Rows));
            if (here == 0)
            {
                continue;
            }

            ref readonly var block = ref table.Blocks[number];
            RowBlock.FetchAfter(block);
            here &= sieve.Passing(block, out var rare, out var doubtful);
            here &= stretch.Within(block, number == first || number == last);
            rare &= here;
            here = areas is null ? here : Named(block, here, areas, Traits.AreasShift, Traits.AreasMask) | rare;
            here = spoken is null ? here : Named(block, here, spoken, Traits.LanguagesShift, Traits.LanguagesMask) | rare;
            doubtful &= here;
            if (here != 0 && (looks || doubtful != 0))
            {
                here = LookedAt(block, number * RowBlock.Rows, here, looks ? here : doubtful);
            }

            if (here != 0)
            {
                Count(ref run, block, number * RowBlock.Rows, here);
            }
        }

        run.End();
    }

    /// <summary>Counts rows of a block that match.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Count(ref MapRun run, in RowBlock block, int row, uint matching)
    {
        var inside = matching & run.Stretch.InView(block);
        var grid = run.Stretch.Grid;
        if (inside != 0 && grid.Met.Count <= MapAnswer.MostPlaces)
        {
            Meet(grid, row, inside);
        }

        if (run.Takes(block, matching))
        {
            run.Take(block, matching, inside, Some(row + BitOperations.TrailingZeroCount(matching)));
        }
        else
        {
            OneByOne(run.Stretch, block, row, matching, inside);
        }
    }

    private void Meet(MapGrid grid, int row, uint inside)
    {
        for (; inside != 0; inside &= inside - 1)
        {
            grid.Met.Add((row + BitOperations.TrailingZeroCount(inside), areChanges));
        }
    }

    private void OneByOne(in MapStretch stretch, in RowBlock block, int row, uint matching, uint inside)
    {
        for (; matching != 0; matching &= matching - 1)
        {
            var lane = BitOperations.TrailingZeroCount(matching);
            var (latitude, longitude) = (block.Latitudes[lane], block.Longitudes[lane]);
            ref var cell = ref stretch.Grid.At(latitude, longitude);
            cell.Inside += (int)(inside >> lane & 1);
            if (stretch.IsWhole)
            {
                cell.Add(latitude, longitude, Some(row + lane));
            }
        }
    }

    private int Some(int row) => areChanges ? ~row : row + 1;

    /// <summary>Of rows that pass, those whose set is among those found: without a branch that a processor would guess wrong.</summary>
    private static uint Named(in RowBlock block, uint passing, byte[] found, int shift, ulong mask)
    {
        var named = 0u;
        for (; passing != 0; passing &= passing - 1)
        {
            var lane = BitOperations.TrailingZeroCount(passing);
            named |= (uint)found[(int)(block.Traits[lane] >> shift & mask)] << lane;
        }

        return named;
    }

    /// <summary>Of rows that pass, those that match.</summary>
    /// <param name="block">Their block.</param>
    /// <param name="row">Its first row.</param>
    /// <param name="passing">Those that pass.</param>
    /// <param name="asked">Of these, those to look at.</param>
    private uint LookedAt(in RowBlock block, int row, uint passing, uint asked)
    {
        for (; asked != 0; asked &= asked - 1)
        {
            var lane = BitOperations.TrailingZeroCount(asked);
            var traits = block.Traits[lane];
            var matches = (traits & Traits.Rare) != 0 || looksAtMore || !looksAtProof ? Matches(row + lane, traits) : HasProof(block, lane);
            passing ^= matches ? 0 : 1u << lane;
        }

        return passing;
    }

    private bool HasProof(in RowBlock block, int lane)
    {
        var proven = table.ProvenAt(block.Proofs[lane], now).Low;
        var shown = block.Techniques[lane] & (~table.Protected.Low | proven);
        return OffersWanted(shown) && (!question.Verified || IsProven(proven));
    }

    private bool Matches(int row, ulong traits) =>
        (Traits.WayOf(traits) & ways) != 0 && !IsOut(row, traits) && Fails(row, traits, out _, out _) == 0;

    private IEnumerable<int> RowsIn(MapGrid.Box part)
    {
        var last = LatitudeBands.Of(part.North / WayTable.PerDegree, WayTable.BandsPerDegree);
        for (var band = LatitudeBands.Of(part.South / WayTable.PerDegree, WayTable.BandsPerDegree); band <= last; band++)
        {
            var (from, to) = table.RowsAround(band, part.West / WayTable.PerDegree, part.East / WayTable.PerDegree);
            for (var row = from; row < to; row++)
            {
                if (part.Holds(table.BlockOf(row).Latitudes[row & (RowBlock.Rows - 1)], table.LongitudeOf(row)))
                {
                    yield return row;
                }
            }
        }
    }
}
