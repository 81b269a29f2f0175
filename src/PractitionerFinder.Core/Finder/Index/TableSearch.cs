using System.Numerics;
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

    /// <summary>How many rules there are that a listing may fail.</summary>
    public const int Rules = 7;

    // Rules that a listing may fail, as bits.
    private const int FailsTechniques = 1, FailsVerified = 2, FailsArea = 4, FailsAccepting = 8, FailsLanguage = 16, FailsGender = 32, FailsWords = 64;

    private readonly WayTable table;
    private readonly ulong[]? dead;
    private readonly OnlineMatches? onlineMatches;
    private readonly Question question;
    private readonly Tally tally;
    private readonly GeoPoint origin;
    private readonly MetresFrom metresFrom;
    private readonly bool[]? regions;

    // By number of a set of languages, whether it holds the one asked for; null when none is.
    private readonly bool[]? languages;
    private readonly int within;
    private readonly uint ways;
    private readonly (int From, int To)[] words;

    // The first 64 techniques wanted, and whether all of them are.
    private readonly ulong wanted;
    private readonly bool wantsAll;

    private readonly ulong caresOfAccepting;
    private readonly ulong wantsOfAccepting;
    private readonly WayTable.Moment now;
    private readonly bool areChanges;

    // Whether anything that is asked or counted hangs on proof; otherwise it is looked up for those alone who offer something protected.
    private readonly bool wantsProof;
    private readonly List<int> visited;

    // Reset whenever a result is kept: haversines above are surely farther than the last that is.
    private double beyond = double.MaxValue;

    /// <summary>Prepares.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="dead">Rows, as bits, that no longer hold; null when all do.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="tally">Where it is counted.</param>
    /// <param name="onlineMatches">What is known of earlier questions to the same rows; null when that is not worth keeping.</param>
    /// <param name="areChanges">Whether the table is that of changes.</param>
    public TableSearch(WayTable table, ulong[]? dead, Question question, Tally tally, OnlineMatches? onlineMatches = null, bool areChanges = false)
    {
        this.areChanges = areChanges;
        this.onlineMatches = onlineMatches;
        this.table = table;
        this.dead = dead;
        this.question = question;
        this.tally = tally;
        visited = tally.Visited;
        visited.Clear();
        origin = question.Point ?? default;
        metresFrom = new MetresFrom(origin);
        within = question.Within ?? NoMetres;
        ways = question.Ways;
        words = question.Words.Count == 0 ? [] : [.. question.Words.Select(w => table.Words.Range(w))];
        if (tally.IsFull)
        {
            beyond = BeyondTheLast();
        }

        if (question.Language != Question.Nothing)
        {
            languages = new bool[table.LanguageSetCount];
            for (var i = 0; i < languages.Length; i++)
            {
                languages[i] = Array.IndexOf(table.LanguageSets[i].Numbers, question.Language) >= 0;
            }
        }

        now = question.Now;
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

    /// <summary>How many more there are without a filter, as far as the search that counted every facet has seen it; null when it has to be asked.</summary>
    public static int? MoreWithout(string filter, SearchCriteria criteria, Tally tally) => filter switch
    {
        // With proof wanted, without techniques it is that of any.
        "technique" when !criteria.Verified => tally.KeptOut[BitOperations.Log2(FailsTechniques)],
        "verified" => tally.KeptOut[BitOperations.Log2(FailsVerified)],
        "area" => tally.KeptOut[BitOperations.Log2(FailsArea)],
        "accepting" => tally.KeptOut[BitOperations.Log2(FailsAccepting)],
        "language" => tally.KeptOut[BitOperations.Log2(FailsLanguage)],
        _ => null,
    };

    /// <summary>Counts and keeps.</summary>
    public void Run()
    {
        if (question.Language == Question.NobodyHas && !tally.CountsFacets)
        {
            return;
        }

        if (within >= 0)
        {
            FindVisits();
            GoThroughCircle();
            foreach (var row in visited)
            {
                Take(row, NoMetres, double.NaN);
            }
        }
        else if (HasRowsOfWords())
        {
            foreach (var row in tally.Named)
            {
                TakeAnywhere(row);
            }
        }
        else
        {
            for (var row = 0; row < table.Places + table.Visits; row++)
            {
                TakeAnywhere(row);
            }
        }

        if (question.SearchesOnline || tally.CountsFacets)
        {
            GoThroughOnline();
        }
    }

    /// <summary>Looks at the listing of a row that is within reach.</summary>
    /// <param name="row">The row.</param>
    /// <param name="metres">Its distance, when it was worked out.</param>
    /// <param name="haversine">Its distance nearly, see <see cref="ReachTest"/>; not a number when it was not worked out.</param>
    private void Take(int row, int metres, double haversine)
    {
        var traits = table.TraitsOf(row);
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
            for (var setting = Setting.Clinic; setting < Setting.Online; setting++)
            {
                tally.Settings[(int)setting] += (reached & question.WaysOf(setting)) != 0 ? 1 : 0;
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

        tally.CountKeptOut(fails);
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
        if (!tally.CountsFacets)
        {
            return;
        }

        for (var need = 0; need < tally.Needs.Length; need++)
        {
            var meeting = question.WaysTo((Needs)(1 << need));
            tally.Needs[need] += (reached & meeting) != 0 && (online & meeting) == 0 ? 1 : 0;
        }
    }

    private bool IsOut(int row, ulong traits) =>
        (dead is not null && (dead[row >> 6] >> row & 1) != 0)
        || (!question.ShowDemo && (traits & Traits.Demo) != 0)
        || !table.IsFindable(row, now);

    /// <summary>The rules that a listing fails, apart from how it is reached.</summary>
    private int Fails(int row, ulong traits, out Bits128 shown, out Bits128 proven)
    {
        shown = table.TechniquesOf(row);
        proven = default;
        var isRare = (traits & Traits.Rare) != 0;
        if (wantsProof || isRare || shown.Meets(table.Protected))
        {
            proven = table.ProvenAt(row, now);
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
}
