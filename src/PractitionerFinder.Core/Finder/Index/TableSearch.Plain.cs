using System.Numerics;
using System.Runtime.CompilerServices;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder.Index;

/// <content>
/// Plain rows: the one way in which a listing is reached, all its facts in the columns. They say the same as <c>Take</c> does, without
/// the branches that a processor guesses wrong: rows are gathered and gone through together.
/// </content>
internal sealed partial class TableSearch
{
    // A search for words looks at rows one by one: it is asked seldom, and has other costs.
    private bool HasPlainRows => table.MoreTechniques is null && !question.IsImpossible
        && words.Length == 0 && question.ProofWanted.IsEmpty && !question.IsWordless;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Gather(in RowBlock block, int lane, int row, float haversine)
    {
        ref var gathered = ref tally.Gathered[tally.GatheredCount];
        gathered.Techniques = block.Techniques[lane];
        gathered.Traits = block.Traits[lane];
        gathered.Proofs = block.Proofs[lane];
        gathered.Row = row;
        gathered.Haversine = haversine;
        if (++tally.GatheredCount == Tally.MostGathered)
        {
            TakeGathered();
        }
    }

    private void TakeGathered()
    {
        if (tally.CountsFacets)
        {
            CountGathered();
        }
        else
        {
            CountTechniquesGathered();
        }

        tally.GatheredCount = 0;
    }

    /// <summary>The total, the results and the techniques alone: whoever fails another rule was sieved out or counts for nothing.</summary>
    private void CountTechniquesGathered()
    {
        var techniques = new BitCounts();
        var total = 0;
        foreach (ref readonly var gathered in tally.Gathered.AsSpan(0, tally.GatheredCount))
        {
            var traits = gathered.Traits;
            var shown = Shown(gathered, out var proven);
            var others = OtherFails(traits) == 0 & (Traits.WayOf(traits) & ways) != 0;
            techniques.Add((question.Verified ? proven : shown) & Mask(others));
            var matches = others & OffersWanted(shown) & (!question.Verified | IsProven(proven));
            total += matches ? 1 : 0;
            if (matches & !(gathered.Haversine > beyond) && tally.Keeps)
            {
                Offer(gathered.Row, MetresOf(gathered.Row));
            }
        }

        techniques.AddTo(tally.Techniques);
        tally.Total += total;
    }

    private void CountGathered()
    {
        var techniques = new BitCounts();
        var areas = new BitCounts();
        foreach (ref readonly var gathered in tally.Gathered.AsSpan(0, tally.GatheredCount))
        {
            var traits = gathered.Traits;
            var shown = Shown(gathered, out var proven);
            var fails = OtherFails(traits)
                | (OffersWanted(shown) ? 0 : FailsTechniques)
                | (question.Verified & !IsProven(proven) ? FailsVerified : 0);
            var counts = (Traits.WayOf(traits) & ways) != 0;
            if (fails == 0)
            {
                tally.Ways[(int)(traits >> Traits.WayShift & Traits.WayMask)]++;
                if (counts)
                {
                    tally.Total++;
                    if (!(gathered.Haversine > beyond) && tally.Keeps)
                    {
                        Offer(gathered.Row, MetresOf(gathered.Row));
                    }
                }
            }

            if (!counts)
            {
                continue;
            }

            tally.CountKeptOut(fails);
            techniques.Add((question.Verified ? proven : shown) & Mask((fails & ~(FailsTechniques | FailsVerified)) == 0));
            tally.Verified += (fails & ~FailsVerified) == 0 & IsProven(proven) ? 1 : 0;
            if ((fails & ~FailsAccepting) == 0)
            {
                tally.Accepting[(int)(traits & Traits.AcceptingMask)]++;
            }

            if ((fails & ~FailsLanguage) == 0)
            {
                foreach (var language in table.LanguageSets[(int)(traits >> Traits.LanguagesShift & Traits.LanguagesMask)].Numbers)
                {
                    tally.Languages[language]++;
                }
            }

            if ((fails & ~FailsArea) == 0)
            {
                var named = table.AreaSets[(int)(traits >> Traits.AreasShift & Traits.AreasMask)];
                areas.Add(named.Low);
                if (named.High != 0)
                {
                    new Bits128(0, named.High).AddTo(tally.Areas);
                }
            }
        }

        techniques.AddTo(tally.Techniques);
        areas.AddTo(tally.Areas);
    }

    /// <summary>What was counted by way, as counts of settings and needs.</summary>
    private void SpreadWays()
    {
        for (var setting = Setting.Clinic; setting < Setting.Online; setting++)
        {
            tally.Settings[(int)setting] += CountOf(question.WaysOf(setting));
        }

        for (var need = 0; need < tally.Needs.Length; need++)
        {
            tally.Needs[need] += CountOf(question.WaysTo((Needs)(1 << need)));
        }

        Array.Clear(tally.Ways);

        int CountOf(uint ways)
        {
            var count = 0;
            for (; ways != 0; ways &= ways - 1)
            {
                count += tally.Ways[BitOperations.TrailingZeroCount(ways)];
            }

            return count;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Shown(in Tally.Plain row, out ulong proven)
    {
        proven = wantsProof || (row.Techniques & table.Protected.Low) != 0 ? table.ProvenAt(row.Proofs, now).Low : 0;
        return row.Techniques & (~table.Protected.Low | proven);
    }

    /// <summary>The rules failed but those of techniques and proof.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int OtherFails(ulong traits)
    {
        var fails = (traits & caresOfAccepting) != wantsOfAccepting ? FailsAccepting : 0;
        fails |= languages is not null && !languages[(int)(traits >> Traits.LanguagesShift & Traits.LanguagesMask)] ? FailsLanguage : 0;
        fails |= question.Area != Question.Nothing && !table.AreaSets[(int)(traits >> Traits.AreasShift & Traits.AreasMask)].Has(question.Area) ? FailsArea : 0;
        return fails;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool OffersWanted(ulong shown) =>
        wantsAll ? (shown & wanted) == wanted : (shown & wanted) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsProven(ulong proven) => (proven & (wanted == 0 ? ulong.MaxValue : wanted)) != 0;

    private static ulong Mask(bool all) => all ? ulong.MaxValue : 0;
}
