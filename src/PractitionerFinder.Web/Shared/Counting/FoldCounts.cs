using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Statistics;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared.Scheduling;

namespace PractitionerFinder.Web.Shared.Counting;

/// <summary>
/// Takes what was served from the journal's files into the database. A file is taken whole, in one transaction that also keeps its name, and deleted after:
/// wherever the program ends between, it is taken once.
/// </summary>
public sealed partial class FoldCounts(CountJournal journal, IDbContextFactory<FinderDbContext> contexts, TimeProvider time, ILogger<FoldCounts> log) : IScheduledWork
{
    private const int AtATime = 500;
    private static readonly TimeSpan NamesKept = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken cancel)
    {
        journal.Close();
        if (Directory.Exists(journal.Folder))
        {
            foreach (var file in Directory.EnumerateFiles(journal.Folder, CountJournal.Pattern).Order(StringComparer.Ordinal).ToList())
            {
                if (Read(file) is { } lines)
                {
                    try
                    {
                        await TakeAsync(Path.GetFileName(file), new CountedLines(lines), cancel);
                        File.Delete(file);
                    }
                    catch (DbUpdateException error)
                    {
                        // Another node put in the same row, or a listing was erased meanwhile: nothing of it was kept, and it comes again.
                        Later(log, error);
                    }
                }
            }
        }

        await TidyAsync(cancel);
    }

    /// <summary>The whole lines of a file that nobody writes in any more; null when somebody does, or another has taken it away.</summary>
    private static string[]? Read(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.None);
            using var reader = new StreamReader(stream);
            var text = reader.ReadToEnd();

            // Half a line is all that the end of the program can leave behind.
            return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private async Task TakeAsync(string name, CountedLines lines, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.CountedJournals.AnyAsync(j => j.Name == name, cancel))
        {
            return;
        }

        db.CountedJournals.Add(new CountedJournal(name, time.GetUtcNow().UtcDateTime));
        var ids = await IdsAsync(db, lines, cancel);
        await AddSearchesAsync(db, lines, cancel);
        foreach (var some in ids.Listings.Chunk(AtATime))
        {
            await AddListingsAsync(db, lines, ids.OfSlug, [.. some], cancel);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        Taken(log, lines.Count, name);
    }

    /// <summary>The listings that are still there, and which of them have the pages that were looked at.</summary>
    private static async Task<(IReadOnlyList<long> Listings, Dictionary<string, long> OfSlug)> IdsAsync(FinderDbContext db, CountedLines lines, CancellationToken cancel)
    {
        var ids = new SortedSet<long>();
        var ofSlug = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var some in lines.Listings.Chunk(AtATime))
        {
            ids.UnionWith(await db.Listings.Where(l => some.Contains(l.Id)).Select(l => l.Id).ToListAsync(cancel));
        }

        foreach (var some in lines.Slugs.Chunk(AtATime))
        {
            foreach (var row in await db.Listings.Where(l => some.Contains(l.Slug)).Select(l => new { l.Id, l.Slug }).ToListAsync(cancel))
            {
                ids.Add(row.Id);
                ofSlug[row.Slug] = row.Id;
            }
        }

        return ([.. ids], ofSlug);
    }

    // What is there is added to where it is, so that two nodes at once add both; what is not there is put in, and of two that put it in at once one comes again.
    private static async Task AddSearchesAsync(FinderDbContext db, CountedLines lines, CancellationToken cancel)
    {
        foreach (var some in lines.Searches.Chunk(AtATime))
        {
            var questions = some.Select(s => s.Key.Question).ToList();
            var known = (await db.CountedSearches.Where(s => questions.Contains(s.Question)).Select(s => new { s.Week, s.Question }).ToListAsync(cancel))
                .Select(s => (s.Week, s.Question)).ToHashSet();
            foreach (var ((week, question), counted) in some)
            {
                if (known.Contains((week, question)))
                {
                    await db.CountedSearches.Where(s => s.Week == week && s.Question == question).ExecuteUpdateAsync(
                        s => s.SetProperty(r => r.Answers, r => r.Answers + counted.Answers).SetProperty(r => r.Slots, r => r.Slots + counted.Slots).SetProperty(r => r.EqualShare, r => r.EqualShare + counted.EqualShare),
                        cancel);
                }
                else
                {
                    db.CountedSearches.Add(new CountedSearch(week, question, counted.Place, counted.Answers, counted.Slots, counted.EqualShare));
                }
            }
        }
    }

    private static async Task AddListingsAsync(FinderDbContext db, CountedLines lines, Dictionary<string, long> ofSlug, HashSet<long> ids, CancellationToken cancel)
    {
        var weeks = lines.Weeks.ToList();
        var appearances = (await db.Appearances.Where(a => ids.Contains(a.ListingId) && weeks.Contains(a.Week)).Select(a => new { a.ListingId, a.Week, a.Question }).ToListAsync(cancel))
            .Select(a => (a.ListingId, a.Week, a.Question)).ToHashSet();
        foreach (var ((listing, week, question), times) in lines.Appearances.Where(a => ids.Contains(a.Key.Listing)))
        {
            if (appearances.Contains((listing, week, question)))
            {
                await db.Appearances.Where(a => a.ListingId == listing && a.Week == week && a.Question == question)
                    .ExecuteUpdateAsync(s => s.SetProperty(r => r.Times, r => r.Times + times), cancel);
            }
            else
            {
                db.Appearances.Add(new ListingAppearance(listing, week, question, times));
            }
        }

        var known = (await db.ListingWeeks.Where(w => ids.Contains(w.ListingId) && weeks.Contains(w.Week)).Select(w => new { w.ListingId, w.Week }).ToListAsync(cancel))
            .Select(w => (w.ListingId, w.Week)).ToHashSet();
        foreach (var ((slug, week), (views, contacts)) in lines.Pages.Where(p => ofSlug.TryGetValue(p.Key.Slug, out var id) && ids.Contains(id)))
        {
            var listing = ofSlug[slug];
            if (known.Contains((listing, week)))
            {
                await db.ListingWeeks.Where(w => w.ListingId == listing && w.Week == week)
                    .ExecuteUpdateAsync(s => s.SetProperty(r => r.Views, r => r.Views + views).SetProperty(r => r.Contacts, r => r.Contacts + contacts), cancel);
            }
            else
            {
                db.ListingWeeks.Add(new ListingWeek(listing, week, views, contacts));
            }
        }

        var named = (await db.ListingPlaces.Where(p => ids.Contains(p.ListingId) && weeks.Contains(p.Week)).Select(p => new { p.ListingId, p.Week, p.Place }).ToListAsync(cancel))
            .Select(p => (p.ListingId, p.Week, p.Place)).ToHashSet();
        db.ListingPlaces.AddRange(lines.Places.Where(p => ids.Contains(p.Listing) && !named.Contains(p)).Select(p => new ListingPlace(p.Listing, p.Week, p.Place)));
    }

    /// <summary>Erases what is older than is shown.</summary>
    private async Task TidyAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var oldest = CountedWeek.Of(now).AddDays(-7 * CountedWeek.Kept);
        var named = now - NamesKept;
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Appearances.Where(a => a.Week < oldest).ExecuteDeleteAsync(cancel);
        await db.ListingWeeks.Where(w => w.Week < oldest).ExecuteDeleteAsync(cancel);
        await db.ListingPlaces.Where(p => p.Week < oldest).ExecuteDeleteAsync(cancel);
        await db.CountedSearches.Where(s => s.Week < oldest).ExecuteDeleteAsync(cancel);
        await db.CountedJournals.Where(j => j.At < named).ExecuteDeleteAsync(cancel);
    }

    [LoggerMessage(LogLevel.Information, "A file of counts could not be taken, and is tried again.")]
    private static partial void Later(ILogger log, Exception error);

    [LoggerMessage(LogLevel.Debug, "{Count} answers of {File} were counted.")]
    private static partial void Taken(ILogger log, int count, string file);
}
