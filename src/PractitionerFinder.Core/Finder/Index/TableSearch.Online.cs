using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder.Index;

/// <content>What is offered online, which no circle narrows down.</content>
internal sealed partial class TableSearch
{
    private void GoThroughOnline()
    {
        for (var row = table.Places + table.Visits; row < table.Count; row++)
        {
            var traits = table.TraitsOf(row);
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
        foreach (var other in table.KinOf(row))
        {
            if ((Traits.WayOf(table.TraitsOf(other)) & ways) != 0 && IsReached(other, out _))
            {
                return true;
            }
        }

        return false;
    }
}
