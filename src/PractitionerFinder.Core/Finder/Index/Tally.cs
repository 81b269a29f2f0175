using System.Numerics;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>What a search counts and keeps while it goes through tables. One is used again and again by a thread.</summary>
internal sealed class Tally(Lexicon lexicon)
{
    /// <summary>Most results that are kept at a time: their keys fit a small object.</summary>
    public const int MostKept = 1_000;

    /// <summary>Rows that are gone through together.</summary>
    public const int MostGathered = BitCounts.MostWords;

    private Candidate[] best = new Candidate[SearchCriteria.DefaultPerPage];
    private int wanted;
    private Candidate? after;
    private ulong[] having = [];
    private ulong[] havingNext = [];

    /// <summary>Rows gathered, to be gone through together.</summary>
    public Plain[] Gathered { get; } = new Plain[MostGathered];

    public int GatheredCount { get; set; }

    /// <summary>Matches by the number of their way.</summary>
    public int[] Ways { get; } = new int[32];

    /// <summary>Room for the parts of a circle.</summary>
    public List<LatitudeBands.Span> Parts { get; } = [];

    /// <summary>Room for the visit areas that hold the origin.</summary>
    public List<int> Visited { get; } = [];

    /// <summary>Room for the rows that have a word.</summary>
    public List<int> Named { get; } = [];

    public int Total { get; set; }

    public int[] Techniques { get; } = new int[lexicon.Techniques.Count];

    public int[] Settings { get; } = new int[Enum.GetValues<Setting>().Length];

    public int[] Languages { get; private set; } = new int[64];

    public int[] Areas { get; } = new int[lexicon.Areas.Count];

    public int[] Needs { get; } = new int[SearchCriteria.NeedWords.Count];

    public int[] Accepting { get; } = new int[Enum.GetValues<Accepting>().Length];

    public int Verified { get; set; }

    /// <summary>By rule, those whom it alone keeps out: so many more there are without it.</summary>
    public int[] KeptOut { get; } = new int[TableSearch.Rules];

    /// <summary>Whether techniques are counted.</summary>
    public bool CountsTechniques { get; private set; }

    /// <summary>Whether all facets are counted.</summary>
    public bool CountsFacets { get; private set; }

    /// <summary>Whether results are kept.</summary>
    public bool Keeps => wanted > 0;

    public bool IsFull => Kept == wanted;

    public int Kept { get; private set; }

    public Candidate Worst => best[Kept - 1];

    public ReadOnlySpan<Candidate> Best => best.AsSpan(0, Kept);

    /// <summary>Begins anew.</summary>
    /// <param name="depth">What is counted.</param>
    /// <param name="keep">How many of the first results are kept, at most <see cref="MostKept"/>.</param>
    /// <param name="languages">How many languages the index knows.</param>
    /// <param name="behind">Only results behind this one are kept.</param>
    public void Begin(SearchDepth depth, int keep, int languages, Candidate? behind = null)
    {
        (wanted, after, Kept, Total, Verified) = (keep, behind, 0, 0, 0);
        CountsTechniques = depth != SearchDepth.Page;
        CountsFacets = depth == SearchDepth.Everything;
        if (best.Length < keep)
        {
            best = new Candidate[MostKept];
        }

        Array.Clear(Techniques);
        if (CountsFacets)
        {
            Array.Clear(Settings);
            Array.Clear(Areas);
            Array.Clear(Needs);
            Array.Clear(Accepting);
            Array.Clear(KeptOut);
            if (Languages.Length < languages)
            {
                Languages = new int[2 * languages];
            }
            else
            {
                Array.Clear(Languages, 0, languages);
            }
        }
    }

    /// <summary>Rows that have a word of every range, as bits, until the next are asked for.</summary>
    public ulong[] RowsOf(WordTable table, (int From, int To)[] ranges, int rows)
    {
        var length = (rows + 63) / 64;
        if (having.Length < length)
        {
            (having, havingNext) = (new ulong[length], new ulong[length]);
        }

        for (var i = 0; i < ranges.Length; i++)
        {
            var bits = i == 0 ? having : havingNext;
            Array.Clear(bits, 0, length);
            foreach (var row in table.RowsOf(ranges[i]))
            {
                bits[row / 64] |= 1UL << row;
            }

            for (var word = 0; i > 0 && word < length; word++)
            {
                having[word] &= havingNext[word];
            }
        }

        return having;
    }

    /// <summary>Counts for the rule that somebody fails, when it is the only one.</summary>
    public void CountKeptOut(int fails)
    {
        if (BitOperations.IsPow2(fails))
        {
            KeptOut[BitOperations.Log2((uint)fails)]++;
        }
    }

    /// <summary>Whether a result of this rank would be kept: asked before the rest of its key is worked out.</summary>
    public bool IsWanted(long rank) => Keeps && (!IsFull || rank <= best[Kept - 1].Rank);

    /// <summary>Keeps a result if it is among the first.</summary>
    public void Offer(in Candidate candidate)
    {
        if ((after is { } last && !last.IsBefore(candidate)) || (IsFull && !candidate.IsBefore(best[Kept - 1])))
        {
            return;
        }

        var place = Kept - (IsFull ? 1 : 0);
        while (place > 0 && candidate.IsBefore(best[place - 1]))
        {
            place--;
        }

        var moved = (IsFull ? Kept - 1 : Kept++) - place;
        best.AsSpan(place, moved).CopyTo(best.AsSpan(place + 1));
        best[place] = candidate;
    }

    /// <summary>A row that was gathered: read while its block is at hand.</summary>
    public struct Plain
    {
        public ulong Techniques;
        public ulong Traits;
        public uint Proofs;
        public int Row;

        /// <summary>How far it is, see <see cref="ReachTest"/>.</summary>
        public float Haversine;
    }

    /// <summary>A result and what it is ordered by.</summary>
    /// <param name="Rank">Day of confirmation when sorted by it, step of distance, and whether a fact is overdue, as one number.</param>
    /// <param name="Id">The listing.</param>
    /// <param name="Shuffle">See <see cref="SearchRules.Shuffle"/>.</param>
    /// <param name="IsChange">Whether its row is one of the table of changes.</param>
    /// <param name="Row">The way in which it appears.</param>
    /// <param name="Metres">Its distance; less than zero when there is none.</param>
    public readonly record struct Candidate(long Rank, long Id, int Shuffle, int Row, int Metres, bool IsChange)
    {
        public bool IsBefore(in Candidate other) =>
            Rank != other.Rank ? Rank < other.Rank
            : Shuffle != other.Shuffle ? Shuffle < other.Shuffle
            : Id < other.Id;

        /// <summary>The number that stands for day, step and lateness.</summary>
        public static long RankOf(int day, int step, bool isOverdue) => (-(long)day << 21 | (long)step) << 1 | (isOverdue ? 1L : 0);
    }
}
