using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Core.Moderation;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Moderation;

/// <summary>What waits for staff, what is due first at the top.</summary>
public sealed class ListWaiting(IDbContextFactory<FinderDbContext> contexts, Vocabulary vocabulary, TimeProvider time)
{
    private const int MostFound = 20;
    private const int MostLabels = 5;

    /// <param name="Listing">The listing.</param>
    /// <param name="Revision">What waits.</param>
    /// <param name="Name">Name as it is proposed.</param>
    /// <param name="IsNew">Whether nothing of it was ever public.</param>
    /// <param name="SentBy">Who sent it.</param>
    /// <param name="SentAt">When, UTC.</param>
    /// <param name="DueOn">By when an answer was promised.</param>
    /// <param name="IsLate">Whether that day is past.</param>
    /// <param name="Changes">Fields that it changes; blank for a new one.</param>
    public sealed record Entry(long Listing, int Revision, string Name, bool IsNew, string SentBy, DateTime SentAt, DateOnly DueOn, bool IsLate, string Changes);

    /// <param name="Listing">The listing.</param>
    /// <param name="Revision">Its newest revision.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Slug">Its address.</param>
    /// <param name="State">How it stands.</param>
    public sealed record Found(long Listing, int Revision, string Name, string Slug, ListingState State);

    public async Task<IReadOnlyList<Entry>> RunAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var ids = await db.Revisions.Where(r => r.State == RevisionState.Submitted).OrderBy(r => r.SubmittedAt).Select(r => r.ListingId).ToListAsync(cancel);
        var listings = await db.Listings.Where(l => ids.Contains(l.Id)).Include(l => l.Revisions).AsSplitQuery().ToListAsync(cancel);
        var names = await db.NamesOfAsync(listings.Select(l => l.Waiting!.Author), cancel);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return [.. listings.Select(l => EntryOf(l, names, today)).OrderBy(e => e.SentAt).ThenBy(e => e.Listing)];
    }

    /// <summary>Listings by words of their name, or by their address.</summary>
    public async Task<IReadOnlyList<Found>> FindAsync(string text, CancellationToken cancel)
    {
        var words = PlainWords.Of(text).Take(5).ToList();
        if (words.Count == 0)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        var query = db.Listings.Where(l => l.Revisions.Any());
        query = words.Aggregate(query, (q, w) => q.Where(l => l.Slug.Contains(w)));
        return await query.OrderBy(l => l.Slug).Take(MostFound)
            .Select(l => new Found(l.Id, l.Revisions.Max(r => r.Number), l.Name, l.Slug, l.State)).ToListAsync(cancel);
    }

    private Entry EntryOf(Listing listing, IReadOnlyDictionary<string, string> names, DateOnly today)
    {
        var waiting = listing.Waiting!;
        var due = ReviewPromise.DueOn(waiting.SubmittedAt!.Value);
        var labels = listing.PublicContent is { } shown
            ? ContentDiff.Between(shown, waiting.Content, vocabulary).Select(c => c.Field.Label(vocabulary, waiting.Content)).Distinct().ToList()
            : [];
        var changes = string.Join(", ", labels.Take(MostLabels)) + (labels.Count > MostLabels ? $" and {labels.Count - MostLabels} more" : "");
        return new Entry(listing.Id, waiting.Number, waiting.Content.Name, listing.PublicContent is null, names[waiting.Author], waiting.SubmittedAt.Value, due, due < today, changes);
    }
}
