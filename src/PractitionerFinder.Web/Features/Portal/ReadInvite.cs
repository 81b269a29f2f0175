using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>Looks at an invitation. It changes nothing: programs that look for harm in mails open its link too.</summary>
public sealed class ReadInvite(IDbContextFactory<FinderDbContext> contexts, TimeProvider time)
{
    /// <param name="By">Who invites.</param>
    /// <param name="Listing">Name of the listing.</param>
    /// <param name="As">What accepting does.</param>
    /// <param name="Until">The last moment, UTC.</param>
    /// <param name="IsForReader">Whether the account that looks may accept it.</param>
    public sealed record Invite(string By, string Listing, InvitedAs As, DateTime Until, bool IsForReader);

    /// <summary>The invitation with a token, to whoever has the token; null when it cannot be accepted any more.</summary>
    public async Task<Invite?> RunAsync(string? token, long? account, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        var hash = LinkToken.Hash(token);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Invites.AsNoTracking().SingleOrDefaultAsync(i => i.TokenHash == hash, cancel) is { } invite
            && invite.IsOpen(time.GetUtcNow().UtcDateTime)
            ? await DescribeAsync(db, invite, account, cancel)
            : null;
    }

    /// <summary>Open invitations to the confirmed address of an account, which are accepted by the link in their mail.</summary>
    public async Task<IReadOnlyList<Invite>> OfAsync(long account, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var email = await db.Users.Where(a => a.Id == account && a.EmailConfirmed).Select(a => a.NormalizedEmail).SingleOrDefaultAsync(cancel);
        var oldest = time.GetUtcNow().UtcDateTime.AddDays(-ListingInvite.Days);
        if (email is null)
        {
            return [];
        }

#pragma warning disable CA1862 // The database compares, and knows no StringComparison.
        var invites = await db.Invites.AsNoTracking().Where(i => i.At > oldest && i.Email.ToUpper() == email).ToListAsync(cancel);
#pragma warning restore CA1862
        var described = new List<Invite>();
        foreach (var invite in invites)
        {
            described.Add(await DescribeAsync(db, invite, account, cancel));
        }

        return described;
    }

    private static async Task<Invite> DescribeAsync(FinderDbContext db, ListingInvite invite, long? account, CancellationToken cancel)
    {
        var email = await db.Users.Where(a => a.Id == account && a.EmailConfirmed).Select(a => a.Email).SingleOrDefaultAsync(cancel);
        return new Invite(
            await db.NameOfAsync(invite.InvitedBy, cancel),
            await db.ListingNameAsync(invite.ListingId, cancel),
            invite.Role,
            invite.Until,
            string.Equals(email, invite.Email, StringComparison.OrdinalIgnoreCase));
    }
}
