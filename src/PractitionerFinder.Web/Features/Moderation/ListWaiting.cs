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
    /// <summary>Most that are shown at once: those due first.</summary>
    public const int Most = 50;

    /// <summary>Most that are found at once.</summary>
    public const int MostFound = 20;

    private const int MostLabels = 5;

    /// <param name="Entries">Those due first.</param>
    /// <param name="Count">How many wait in all.</param>
    public sealed record Waiting(IReadOnlyList<Entry> Entries, int Count);

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

    public async Task<Waiting> RunAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);

        // Nobody has to read what its owner wants erased.
        var submitted = db.Revisions.AsNoTracking().Where(r => r.State == RevisionState.Submitted && !db.ListingDeletions.Any(d => d.ListingId == r.ListingId));
        var waiting = await submitted.OrderBy(r => r.SubmittedAt).ThenBy(r => r.Id).Take(Most).ToListAsync(cancel);
        var ids = waiting.ConvertAll(r => r.ListingId);
        var shown = await db.Listings.Where(l => ids.Contains(l.Id))
            .SelectMany(l => l.Revisions.Where(r => r.Number == l.PublicRevision)).AsNoTracking().ToDictionaryAsync(r => r.ListingId, cancel);
        var names = await db.NamesOfAsync(waiting.Select(r => r.Author), cancel);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return new Waiting(
            [.. waiting.Select(r => EntryOf(r, shown.GetValueOrDefault(r.ListingId)?.Content, names[r.Author], today))],
            waiting.Count < Most ? waiting.Count : await submitted.CountAsync(cancel));
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
        query = words.Aggregate(query, (q, w) => q.Where(l => l.Slug.Contains(w) || EF.Functions.Like(l.Name, $"%{w}%")));
        return await query.OrderBy(l => l.Slug).Take(MostFound)
            .Select(l => new Found(l.Id, l.Revisions.Max(r => r.Number), l.Name, l.Slug, l.State)).ToListAsync(cancel);
    }

    private Entry EntryOf(Revision waiting, ListingContent? shown, string sentBy, DateOnly today)
    {
        var due = ReviewPromise.DueOn(waiting.SubmittedAt!.Value);
        var labels = shown is null
            ? []
            : ContentDiff.Between(shown, waiting.Content, vocabulary).Select(c => c.Field.Label(vocabulary, waiting.Content)).Distinct().ToList();
        var changes = string.Join(", ", labels.Take(MostLabels)) + (labels.Count > MostLabels ? $" and {labels.Count - MostLabels} more" : "");
        return new Entry(waiting.ListingId, waiting.Number, waiting.Content.Name, shown is null, sentBy, waiting.SubmittedAt.Value, due, due < today, changes);
    }
}
