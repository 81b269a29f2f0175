namespace PractitionerFinder.Core.Finder.Index;

/// <content>By which of its ways a listing appears, and whether it is among the first.</content>
internal sealed partial class TableSearch
{
    /// <summary>Whether a row is the first of its listing that is within reach; then adds the ways of the others that are.</summary>
    private bool IsFirstOfKin(int row, ref uint reached)
    {
        foreach (var other in table.KinOf(row, stackalloc int[2]))
        {
            if (other != row && IsReached(other, out _))
            {
                if (other < row)
                {
                    return false;
                }

                reached |= Traits.WayOf(table.TraitsOf(other));
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

        metres = metresFrom.To(table.PointOf(row));
        return metres <= within;
    }

    /// <summary>Offers a listing by the nearest of its places that count, of equals the oldest; else by a visit.</summary>
    private void OfferKin(int row)
    {
        var (best, nearest) = (-1, int.MaxValue);
        foreach (var other in table.KinOf(row, stackalloc int[2]))
        {
            if (other >= table.Places && best >= 0 && best < table.Places)
            {
                break;
            }

            if ((Traits.WayOf(table.TraitsOf(other)) & ways) != 0 && IsReached(other, out var metres))
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
        var rank = Tally.Candidate.RankOf(DayOf(row), Math.Max(0, metres) / SearchRules.StepMetres, table.IsOverdue(row, now));
        if (tally.IsWanted(rank))
        {
            tally.Offer(new Tally.Candidate(rank, table.IdOf(row), ShuffleOf(row), row, metres, areChanges));
            if (tally.IsFull)
            {
                beyond = BeyondTheLast();
            }
        }
    }

    private double BeyondTheLast() =>
        question.ByConfirmation || !tally.Keeps ? double.MaxValue : ReachTest.Beyond(StepOf(tally.Worst.Rank));

    private int MetresOf(int row) => question.Point is null ? NoMetres : metresFrom.To(table.PointOf(row));

    private int DayOf(int row) => question.ByConfirmation ? table.DayOf(row) : 0;

    private int ShuffleOf(int row) => (int)SearchRules.Shuffle(table.IdOf(row), question.Seed);

    private static int StepOf(long rank) => (int)(rank >> 1);
}
