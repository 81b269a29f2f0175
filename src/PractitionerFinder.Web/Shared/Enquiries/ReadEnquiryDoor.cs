using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Accounts;

namespace PractitionerFinder.Web.Shared.Enquiries;

/// <summary>Whether a listing takes enquiries, and how many people would read one.</summary>
public sealed class ReadEnquiryDoor(IDbContextFactory<FinderDbContext> contexts, IHostEnvironment environment)
{
    /// <param name="IsOpen">Whether an enquiry may be written: those who keep the listing want it, and somebody would read it.</param>
    /// <param name="TakesWords">Whether a first message may hold the sender's own words.</param>
    /// <param name="Readers">How many would read it.</param>
    public sealed record Door(bool IsOpen, bool TakesWords, int Readers);

    public async Task<Door> RunAsync(string slug, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Listings.Where(l => l.Slug == slug).Select(l => (long?)l.Id).SingleOrDefaultAsync(cancel) is { } listing
            ? await OfAsync(db, listing, cancel)
            : new Door(false, false, 0);
    }

    public async Task<Door> OfAsync(FinderDbContext db, long listing, CancellationToken cancel)
    {
        var choices = await db.EnquiryChoices.AsNoTracking().SingleOrDefaultAsync(c => c.ListingId == listing, cancel);
        var readers = await ReadersOf(db, listing).CountAsync(cancel);
        return new Door(readers > 0 && choices is not { IsOpen: false }, choices is { TakesWords: true }, readers);
    }

    /// <summary>Which of some addresses lead to a listing that takes enquiries.</summary>
    public async Task<IReadOnlySet<string>> OpenAmongAsync(IReadOnlyCollection<string> slugs, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var readers = Readers(db);
        var open = await db.Listings
            .Where(l => slugs.Contains(l.Slug) && !db.EnquiryChoices.Any(c => c.ListingId == l.Id && !c.IsOpen) && db.Members.Any(m => m.ListingId == l.Id && readers.Any(a => a.Id == m.AccountId)))
            .Select(l => l.Slug)
            .ToListAsync(cancel);
        return open.ToHashSet();
    }

    /// <summary>Those who keep the listing, have confirmed their address, and can sign in to read: an account of the demonstration can in Development alone.</summary>
    public IQueryable<Account> ReadersOf(FinderDbContext db, long listing) =>
        Readers(db).Where(a => db.Members.Any(m => m.ListingId == listing && m.AccountId == a.Id));

    private IQueryable<Account> Readers(FinderDbContext db)
    {
        var takesDemo = environment.IsDevelopment();
        return db.Users.Where(a => a.EmailConfirmed && (takesDemo || !a.IsDemo));
    }
}
