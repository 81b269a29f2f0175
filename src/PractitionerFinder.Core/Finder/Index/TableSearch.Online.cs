using System.Numerics;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder.Index;

/// <content>What is offered online, which no circle narrows down.</content>
internal sealed partial class TableSearch
{
    private void GoThroughOnline()
    {
        if (table.Places + table.Visits == table.Count)
        {
            return;
        }

        if (words.Length > 0)
        {
            TakeOnlineWithWords();
            return;
        }

        var online = table.OnlineAt(now);
        if (onlineMatches is not null && IsCountAlone)
        {
            TakeCount(online, onlineMatches);
            return;
        }

        GoThrough(online);
    }

    /// <summary>Whether nothing is asked of those online but how many match; and no words, which hardly two questions share.</summary>
    private bool IsCountAlone => (!question.SearchesOnline || !(tally.CountsTechniques || tally.Keeps))
        && !question.IsImpossible && !question.IsWordless && question.ProofWanted.IsEmpty;

    private void TakeCount(OnlineBits online, OnlineMatches known)
    {
        var asked = new OnlineMatches.Asked(
            online.SpanOf(now), question.Wanted, question.MatchAll, question.Verified, question.ShowDemo,
            question.Area, question.Language, question.Accepting, question.Gender, question.Needs);
        if (known.Of(asked) is not { } count)
        {
            // Counted as a facet's or as the total, whichever of them this question asks for.
            var (facet, total) = (tally.Settings[(int)Setting.Online], tally.Total);
            GoThrough(online);
            known.Keep(asked, tally.CountsFacets ? tally.Settings[(int)Setting.Online] - facet : tally.Total - total);
            return;
        }

        if (question.SearchesOnline)
        {
            tally.Total += count;
        }

        if (tally.CountsFacets)
        {
            tally.Settings[(int)Setting.Online] += count;
        }
    }

    private void GoThrough(OnlineBits online)
    {
        foreach (var row in online.Looked)
        {
            TakeOnline(row);
        }

        if (!question.IsWordless)
        {
            for (var word = 0; word < online.Words; word++)
            {
                TakeOnline(online, word);
            }
        }
    }

    private void TakeOnlineWithWords()
    {
        var first = table.Places + table.Visits;
        if (HasRowsOfWords())
        {
            foreach (var row in tally.Named)
            {
                if (row >= first)
                {
                    TakeOnline(row);
                }
            }

            return;
        }

        for (var row = first; row < table.Count; row++)
        {
            TakeOnline(row);
        }
    }

    private void TakeOnline(int row)
    {
        var traits = table.TraitsOf(row);
        if (IsOut(row, traits))
        {
            return;
        }

        var way = Traits.WayOf(traits);
        var fails = Fails(row, traits, out var shown, out var proven);
        if (question.SearchesOnline)
        {
            Count(row, traits, fails, shown, proven, (way & ways) != 0);
        }

        if (fails != 0)
        {
            return;
        }

        if (tally.CountsFacets)
        {
            tally.Settings[(int)Setting.Online] += (way & question.WaysOf(Setting.Online)) != 0 ? 1 : 0;
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

    /// <summary>The same of 64 rows, each rule a word of those who pass it.</summary>
    private void TakeOnline(OnlineBits online, int word)
    {
        var found = online.Findable[word] & ~(dead is null ? 0 : dead[online.FirstWord + word]);
        found &= question.ShowDemo ? ulong.MaxValue : ~online.Demo[word];
        found &= question.Gender is { } gender ? OnlineBits.WordOf(online.Genders, (int)gender + 1, word) : ulong.MaxValue;
        found &= OnlineBits.WordOf(online.ProvenTechniques, question.ProofWanted, all: true, word);
        if (found == 0)
        {
            return;
        }

        var offering = question.IsImpossible ? 0
            : question.Wanted.IsEmpty ? ulong.MaxValue
            : OnlineBits.WordOf(online.Techniques, question.Wanted, question.MatchAll, word);
        var proven = question.Wanted.IsEmpty && !question.IsImpossible
            ? online.Proven[word] : OnlineBits.WordOf(online.ProvenTechniques, question.Wanted, all: false, word);
        var verified = question.Verified ? proven : ulong.MaxValue;
        var ofArea = question.Area == Question.Nothing ? ulong.MaxValue : OnlineBits.WordOf(online.Areas, question.Area, word);
        var accepting = question.Accepting is { } asked ? OnlineBits.WordOf(online.Accepting, (int)asked, word) : ulong.MaxValue;
        var speaking = question.Language == Question.Nothing ? ulong.MaxValue : OnlineBits.WordOf(online.Languages, question.Language, word);
        var matches = found & offering & verified & ofArea & accepting & speaking;
        var meeting = WaysWord(online, question.WaysOf(Setting.Online), word);
        if (tally.CountsFacets)
        {
            tally.Settings[(int)Setting.Online] += BitOperations.PopCount(matches & meeting);
        }

        if (!question.SearchesOnline)
        {
            return;
        }

        tally.Total += BitOperations.PopCount(matches & meeting);
        if (tally.CountsTechniques)
        {
            Add(tally.Techniques, question.Verified ? online.ProvenTechniques : online.Techniques, found & meeting & ofArea & accepting & speaking, word);
        }

        if (tally.CountsFacets)
        {
            var reached = found & meeting;
            tally.KeptOut[BitOperations.Log2(FailsTechniques)] += BitOperations.PopCount(reached & ~offering & verified & ofArea & accepting & speaking);
            tally.KeptOut[BitOperations.Log2(FailsVerified)] += BitOperations.PopCount(reached & offering & ~verified & ofArea & accepting & speaking);
            tally.KeptOut[BitOperations.Log2(FailsArea)] += BitOperations.PopCount(reached & offering & verified & ~ofArea & accepting & speaking);
            tally.KeptOut[BitOperations.Log2(FailsAccepting)] += BitOperations.PopCount(reached & offering & verified & ofArea & ~accepting & speaking);
            tally.KeptOut[BitOperations.Log2(FailsLanguage)] += BitOperations.PopCount(reached & offering & verified & ofArea & accepting & ~speaking);
            Add(tally.Areas, online.Areas, found & meeting & offering & verified & accepting & speaking, word);
            Add(tally.Accepting, online.Accepting, found & meeting & offering & verified & ofArea & speaking, word);
            Add(tally.Languages, online.Languages, found & meeting & offering & verified & ofArea & accepting, word);
            tally.Verified += BitOperations.PopCount(found & meeting & offering & ofArea & accepting & speaking & proven);
            for (var need = 0; need < tally.Needs.Length; need++)
            {
                tally.Needs[need] += BitOperations.PopCount(matches & WaysWord(online, question.WaysTo((Needs)(1 << need)), word));
            }
        }

        OfferOnline(online, word, matches & meeting & ~online.Overdue[word], isOverdue: false);
        OfferOnline(online, word, matches & meeting & online.Overdue[word], isOverdue: true);
    }

    private static void Add(int[] counts, List<ulong[]?> bits, ulong rows, int word)
    {
        for (var number = 0; rows != 0 && number < bits.Count; number++)
        {
            counts[number] += bits[number] is { } some ? BitOperations.PopCount(some[word] & rows) : 0;
        }
    }

    /// <summary>A word of those reached by some online ways.</summary>
    private static ulong WaysWord(OnlineBits online, uint ways, int word)
    {
        var found = 0UL;
        for (var meets = 0; meets < online.Meets.Count; meets++)
        {
            found |= (ways >> Traits.Way(Setting.Online, (Needs)meets) & 1) != 0 ? OnlineBits.WordOf(online.Meets, meets, word) : 0;
        }

        return found;
    }

    private void OfferOnline(OnlineBits online, int word, ulong rows, bool isOverdue)
    {
        if (!question.ByConfirmation && !tally.IsWanted(Tally.Candidate.RankOf(0, SearchRules.OnlineStep, isOverdue)))
        {
            return;
        }

        for (; rows != 0 && tally.Keeps; rows &= rows - 1)
        {
            var row = (online.FirstWord + word) * 64 + BitOperations.TrailingZeroCount(rows);
            OfferOnline(row, table.TraitsOf(row));
        }
    }

    private void OfferOnline(int row, ulong traits)
    {
        var rank = Tally.Candidate.RankOf(DayOf(row), SearchRules.OnlineStep, table.IsOverdue(row, now));
        if (tally.IsWanted(rank) && !((traits & Traits.Kin) != 0 && IsReachedOtherwise(row)))
        {
            tally.Offer(new Tally.Candidate(rank, table.IdOf(row), ShuffleOf(row), row, NoMetres, areChanges));
        }
    }

    /// <summary>Whether a listing that is offered online appears by a place or a visit.</summary>
    private bool IsReachedOtherwise(int row)
    {
        foreach (var other in table.KinOf(row, stackalloc int[2]))
        {
            if ((Traits.WayOf(table.TraitsOf(other)) & ways) != 0 && IsReached(other, out _))
            {
                return true;
            }
        }

        return false;
    }
}
