using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder;

/// <summary>Since when a search finds a listing: what "new" means in alerts and feeds.</summary>
public static class Appearance
{
    /// <summary>
    /// Since when the public words of a listing have matched a search without a break, UTC; null when the words that were public last do
    /// not match. A pause, or a time in which it was hidden or taken down, is no break: who comes back is not new.
    /// </summary>
    /// <param name="listing">The listing with all its revisions and checks.</param>
    /// <param name="criteria">The search, without filters by time.</param>
    /// <param name="firstProof">When staff first saw a proof of it, UTC; null when they never did. A check that was renewed says only when it was renewed.</param>
    /// <param name="noEarlierThan">How far back to look, UTC: an answer at or before it says only that.</param>
    /// <param name="vocabulary">The words in force.</param>
    public static DateTime? Since(Listing listing, SearchCriteria criteria, DateTime? firstProof, DateTime noEarlierThan, Vocabulary vocabulary)
    {
        DateTime? since = null;
        var turns = listing.Revisions.Where(r => r.State == RevisionState.Approved).Select(r => r.DecidedAt).Append(firstProof)
            .OfType<DateTime>().Distinct().OrderDescending();
        foreach (var turn in turns)
        {
            if (listing.AsOf(turn, firstProof, vocabulary) is not { } then || !SearchRules.Evaluate(then, criteria with { Now = turn }).Matches)
            {
                break;
            }

            since = turn;
            if (turn <= noEarlierThan)
            {
                break;
            }
        }

        return since;
    }
}
