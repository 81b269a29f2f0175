using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>
/// One question put to one table. Every listing that is within reach is looked at once: the rules it fails are noted as bits, so that whoever
/// fails one alone counts for the facet of that rule.
/// </summary>
internal sealed partial class TableSearch
{
    private const int NoMetres = -1;

    // Rules that a listing may fail, as bits.
    private const int FailsTechniques = 1, FailsVerified = 2, FailsArea = 4, FailsAccepting = 8, FailsLanguage = 16, FailsGender = 32, FailsWords = 64;

    private static readonly List<int> Nobody = [];

    private readonly WayTable table;
    private readonly ulong[]? dead;
    private readonly Question question;
    private readonly Tally tally;
    private readonly GeoPoint origin;
    private readonly bool[]? regions;

    // By number of a set of languages, whether it holds the one asked for; null when none is.
    private readonly bool[]? languages;
    private readonly int within;
    private readonly uint ways;
    private readonly uint[] waysOfSettings;
    private readonly uint[] waysMeeting;
    private readonly (int From, int To)[] words;

    // The first 64 techniques wanted, and whether all of them are.
    private readonly ulong wanted;
    private readonly bool wantsAll;

    private readonly ulong caresOfAccepting;
    private readonly ulong wantsOfAccepting;
    private readonly long now;

    // Whether anything that is asked or counted hangs on proof.
    private readonly bool wantsProof;
    private List<int> visited = Nobody;

    // Reset whenever a result is kept: haversines above are surely farther than the last that is.
    private double beyond = double.MaxValue;

    /// <summary>Prepares.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="dead">Rows, as bits, that no longer hold; null when all do.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="tally">Where it is counted.</param>
    public TableSearch(WayTable table, ulong[]? dead, Question question, Tally tally)
    {
        this.table = table;
        this.dead = dead;
        this.question = question;
        this.tally = tally;
        origin = question.Point ?? default;
        within = question.Within ?? NoMetres;
        ways = question.Ways;
        waysOfSettings = tally.CountsFacets ? question.WaysOfSettings : [];
        waysMeeting = tally.CountsFacets ? question.WaysMeeting : [];
        words = question.Words.Count == 0 ? [] : [.. question.Words.Select(w => table.Words.Range(w))];
        if (tally.IsFull)
        {
            beyond = BeyondTheLast();
        }

        if (question.Language != Question.Nothing)
        {
            languages = [.. table.LanguageSets.AsSpan(0, table.LanguageSetCount).ToArray().Select(l => Array.IndexOf(l.Numbers, question.Language) >= 0)];
        }

        now = question.Now.Time.Ticks;
        wanted = question.Wanted.Low;
        wantsAll = question.MatchAll || wanted == 0;
        caresOfAccepting = question.Accepting is null ? 0 : Traits.AcceptingMask;
        wantsOfAccepting = question.Accepting is { } accepting ? (ulong)accepting : 0;
        wantsProof = tally.CountsFacets || question.Verified || !question.ProofWanted.IsEmpty;
        if (question.Region is { } codes)
        {
            var names = table.RegionNames.Span;
            regions = new bool[names.Length];
            for (var i = 0; i < names.Length; i++)
            {
                regions[i] = codes.Holds(names[i].Country, names[i].Admin1Code, names[i].County);
            }
        }
    }

    /// <summary>Counts and keeps.</summary>
    public void Run()
    {
        if (within >= 0)
        {
            FindVisits();
            GoThroughCircle();
            foreach (var row in visited)
            {
                Take(row, NoMetres, double.NaN);
            }
        }
        else
        {
            for (var row = 0; row < table.Places + table.Visits; row++)
            {
                if (regions is null || regions[table.RegionOf(row)])
                {
                    Take(row, NoMetres, double.NaN);
                }
            }
        }

        if (question.SearchesOnline || tally.CountsFacets)
        {
            GoThroughOnline();
        }
    }

    private void FindVisits()
    {
        if (table.Cells.IsEmpty)
        {
            return;
        }

        visited = [];
        for (var level = 0; level < question.Ancestry.Count; level++)
        {
            if ((table.Cells.Levels >> level & 1) != 0)
            {
                foreach (var row in table.Cells.Of(question.Ancestry[level]))
                {
                    visited.Add(row);
                }
            }
        }

        // Ascending and each once, as the rest expects of rows.
        visited.Sort();
        for (var i = visited.Count - 1; i > 0; i--)
        {
            if (visited[i] == visited[i - 1])
            {
                visited.RemoveAt(i);
            }
        }
    }

    private void GoThroughOnline()
    {
        for (var row = table.Places + table.Visits; row < table.Count; row++)
        {
            var traits = table.Traits[row];
            if (IsOut(row, traits))
            {
                continue;
            }

            var way = Traits.WayOf(traits);
            var fails = Fails(row, traits, out var shown, out var proven);
            if (question.SearchesOnline)
            {
                Count(row, traits, fails, shown, proven, (way & ways) != 0);
            }

            if (fails != 0)
            {
                continue;
            }

            if (tally.CountsFacets)
            {
                tally.Settings[(int)Setting.Online] += (way & waysOfSettings[(int)Setting.Online]) != 0 ? 1 : 0;
            }

            if (question.SearchesOnline)
            {
                CountNeeds(way, 0);
                if ((way & ways) != 0)
                {
                    OfferOnline(row, traits);
                }
            }
        }
    }

    private void OfferOnline(int row, ulong traits)
    {
        var rank = Tally.Candidate.RankOf(DayOf(row), SearchRules.OnlineStep, table.IsOverdue(row, question.Now));
        if (tally.IsWanted(rank) && !((traits & Traits.Kin) != 0 && IsReachedOtherwise(row)))
        {
            tally.Offer(new Tally.Candidate(rank, ShuffleOf(row), table.Ids[row], table, row, NoMetres));
        }
    }

    /// <summary>Whether a listing that is offered online appears by a place or a visit.</summary>
    private bool IsReachedOtherwise(int row)
    {
        foreach (var other in table.KinOf(row))
        {
            if ((Traits.WayOf(table.Traits[other]) & ways) != 0 && IsReached(other, out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Looks at the listing of a row that is within reach.</summary>
    /// <param name="row">The row.</param>
    /// <param name="metres">Its distance, when it was worked out.</param>
    /// <param name="haversine">Its distance nearly, see <see cref="ReachTest"/>; not a number when it was not worked out.</param>
    private void Take(int row, int metres, double haversine)
    {
        var traits = table.Traits[row];
        if (IsOut(row, traits))
        {
            return;
        }

        var reached = Traits.WayOf(traits);
        var isKin = (traits & Traits.Kin) != 0;
        if (isKin && !IsFirstOfKin(row, ref reached))
        {
            return;
        }

        var counts = (reached & ways) != 0;
        if (!counts && !tally.CountsFacets)
        {
            return;
        }

        var fails = Fails(row, traits, out var shown, out var proven);

        // Whoever is also found online is counted there.
        var onlineWay = question.SearchesOnline ? Traits.OnlineWayOf(traits) : 0;
        Count(row, traits, fails, shown, proven, counts && (onlineWay & ways) == 0);
        if (fails != 0)
        {
            return;
        }

        if (tally.CountsFacets)
        {
            for (var setting = 0; setting < (int)Setting.Online; setting++)
            {
                tally.Settings[setting] += (reached & waysOfSettings[setting]) != 0 ? 1 : 0;
            }

            CountNeeds(reached, onlineWay);
        }

        if (counts && tally.Keeps)
        {
            if (isKin)
            {
                OfferKin(row);
            }
            else
            {
                OfferPlace(row, metres, haversine);
            }
        }
    }

    private void Count(int row, ulong traits, int fails, Bits128 shown, Bits128 proven, bool counts)
    {
        if (!counts)
        {
            return;
        }

        tally.Total += fails == 0 ? 1 : 0;
        if (tally.CountsTechniques && (fails & ~(FailsTechniques | FailsVerified)) == 0)
        {
            (question.Verified ? proven : shown).AddTo(tally.Techniques);
        }

        if (!tally.CountsFacets)
        {
            return;
        }

        if ((fails & ~FailsLanguage) == 0)
        {
            foreach (var language in table.LanguageSets[table.LanguageSetOf(row)].Numbers)
            {
                tally.Languages[language]++;
            }
        }

        if ((fails & ~FailsArea) == 0)
        {
            table.AreasOf(row).AddTo(tally.Areas);
        }

        if ((fails & ~FailsAccepting) == 0)
        {
            tally.Accepting[(int)(traits & Traits.AcceptingMask)]++;
        }

        if ((fails & ~FailsVerified) == 0 && IsVerified(proven))
        {
            tally.Verified++;
        }
    }

    private void CountNeeds(uint reached, uint online)
    {
        for (var need = 0; need < waysMeeting.Length; need++)
        {
            tally.Needs[need] += (reached & waysMeeting[need]) != 0 && (online & waysMeeting[need]) == 0 ? 1 : 0;
        }
    }

    private bool IsOut(int row, ulong traits) =>
        (dead is not null && (dead[row >> 6] >> row & 1) != 0)
        || (!question.ShowDemo && (traits & Traits.Demo) != 0)
        || !table.IsFindable(row, question.Now);

    /// <summary>The rules that a listing fails, apart from how it is reached.</summary>
    private int Fails(int row, ulong traits, out Bits128 shown, out Bits128 proven)
    {
        shown = table.TechniquesOf(row);
        proven = default;
        var isRare = (traits & Traits.Rare) != 0;
        if (wantsProof || isRare || shown.Meets(table.Protected))
        {
            proven = table.ProvenAt(row, question.Now.Time.Ticks);
            shown &= ~(isRare ? table.ProtectedOf(row) : table.Protected) | proven;
        }

        var fails = question.IsImpossible || (!question.Wanted.IsEmpty && !(question.MatchAll ? shown.HoldsAllOf(question.Wanted) : shown.Meets(question.Wanted))) ? FailsTechniques : 0;
        fails |= question.Verified && !IsVerified(proven) ? FailsVerified : 0;
        fails |= question.Area != Question.Nothing && !table.AreasOf(row).Has(question.Area) ? FailsArea : 0;
        fails |= question.Accepting is { } accepting && (traits & Traits.AcceptingMask) != (ulong)accepting ? FailsAccepting : 0;
        fails |= languages is not null && !languages[table.LanguageSetOf(row)] ? FailsLanguage : 0;
        fails |= question.Gender is { } gender && (traits >> Traits.GenderShift & Traits.GenderMask) != (ulong)gender + 1 ? FailsGender : 0;
        fails |= question.IsWordless || !proven.HoldsAllOf(question.ProofWanted) || !HasWords(row) ? FailsWords : 0;
        return fails;
    }

    private bool IsVerified(Bits128 proven) => question.Wanted.IsEmpty && !question.IsImpossible ? !proven.IsEmpty : proven.Meets(question.Wanted);

    private bool HasWords(int row)
    {
        foreach (var range in words)
        {
            if (!table.Words.Has(row, range))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a row is the first of its listing that is within reach; then adds the ways of the others that are.</summary>
    private bool IsFirstOfKin(int row, ref uint reached)
    {
        foreach (var other in table.KinOf(row))
        {
            if (other != row && IsReached(other, out _))
            {
                if (other < row)
                {
                    return false;
                }

                reached |= Traits.WayOf(table.Traits[other]);
            }
        }

        return true;
    }

    private bool IsReached(int row, out int metres)
    {
        metres = NoMetres;
        if (within < 0)
        {
            return regions is null || regions[table.RegionOf(row)];
        }

        if (row >= table.Places)
        {
            return visited.BinarySearch(row) >= 0;
        }

        metres = origin.MetresTo(table.PointOf(row));
        return metres <= within;
    }

    /// <summary>Offers a listing by the nearest of its places that count, of equals the oldest; else by a visit.</summary>
    private void OfferKin(int row)
    {
        var (best, nearest) = (-1, int.MaxValue);
        foreach (var other in table.KinOf(row))
        {
            if (other >= table.Places && best >= 0 && best < table.Places)
            {
                break;
            }

            if ((Traits.WayOf(table.Traits[other]) & ways) != 0 && IsReached(other, out var metres))
            {
                metres = Math.Max(metres, MetresOf(other));
                (best, nearest) = best < 0 || metres < nearest ? (other, metres) : (best, nearest);
            }
        }

        Offer(best, nearest);
    }

    private void OfferPlace(int row, int metres, double haversine)
    {
        // What is surely farther than the last that is kept is not measured.
        if (!(haversine > beyond))
        {
            Offer(row, metres >= 0 ? metres : MetresOf(row));
        }
    }

    private void Offer(int row, int metres)
    {
        var rank = Tally.Candidate.RankOf(DayOf(row), Math.Max(0, metres) / SearchRules.StepMetres, table.IsOverdue(row, question.Now));
        if (tally.IsWanted(rank))
        {
            tally.Offer(new Tally.Candidate(rank, ShuffleOf(row), table.Ids[row], table, row, metres));
            if (tally.IsFull)
            {
                beyond = BeyondTheLast();
            }
        }
    }

    private double BeyondTheLast() =>
        question.ByConfirmation || !tally.Keeps ? double.MaxValue : ReachTest.Beyond(StepOf(tally.Worst.Rank));

    private int MetresOf(int row) => question.Point is null ? NoMetres : origin.MetresTo(table.PointOf(row));

    private int DayOf(int row) => question.ByConfirmation ? table.DayOf(row) : 0;

    private long ShuffleOf(int row) => SearchRules.Shuffle(table.Ids[row], question.Seed);

    private static int StepOf(long rank) => (int)(rank >> 1);
}
