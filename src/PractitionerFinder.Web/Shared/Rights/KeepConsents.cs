using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Shared.Rights;

/// <summary>The consent log: writes down that an account agreed to the texts in force, and says which it has not.</summary>
public sealed class KeepConsents(IDbContextFactory<FinderDbContext> contexts, TimeProvider time)
{
    /// <summary>Writes down that somebody agreed to what is in force now. What is written down already is not written twice.</summary>
    public async Task AgreeAsync(long account, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var text in await MissingAsync(db, account, cancel))
        {
            db.Consents.Add(new Consent(account, text, SiteTexts.All.Single(t => t.Text == text).Version, now));
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The texts whose version in force somebody has not agreed to.</summary>
    public async Task<IReadOnlyList<ConsentText>> MissingAsync(long account, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await MissingAsync(db, account, cancel);
    }

    private static async Task<IReadOnlyList<ConsentText>> MissingAsync(FinderDbContext db, long account, CancellationToken cancel)
    {
        var agreed = await db.Consents.Where(c => c.AccountId == account).Select(c => new { c.Text, c.Version }).ToListAsync(cancel);
        return [.. SiteTexts.All.Where(t => !agreed.Exists(a => a.Text == t.Text && a.Version == t.Version)).Select(t => t.Text)];
    }
}
