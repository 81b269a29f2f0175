using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>Who keeps a listing, and who is invited to.</summary>
public sealed class ReadPeople(IDbContextFactory<FinderDbContext> contexts, TimeProvider time)
{
    /// <param name="Account">The account.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Email">Its address; null to those who are no owners.</param>
    /// <param name="Role">What they may do.</param>
    /// <param name="Since">Since when, UTC.</param>
    /// <param name="IsReader">Whether it is whoever asks.</param>
    /// <param name="IsLeaving">Whether their account is to be deleted.</param>
    public sealed record Person(long Account, string Name, string? Email, MemberRole Role, DateTime Since, bool IsReader, bool IsLeaving);

    /// <param name="Id">Key.</param>
    /// <param name="Email">Whom it was sent to.</param>
    /// <param name="As">What accepting it does.</param>
    /// <param name="Until">The last moment, UTC.</param>
    public sealed record Invite(long Id, string Email, InvitedAs As, DateTime Until);

    /// <param name="Name">Name of the listing.</param>
    /// <param name="People">Those who keep it, owners first.</param>
    /// <param name="Invites">Open invitations, the newest first; none to those who are no owners.</param>
    public sealed record Result(string Name, IReadOnlyList<Person> People, IReadOnlyList<Invite> Invites)
    {
        public Person Reader => People.First(p => p.IsReader);

        /// <summary>Whether whoever asks is the one owner there is.</summary>
        public bool IsLastOwner => Reader.Role == MemberRole.Owner && People.Count(p => p.Role == MemberRole.Owner && !p.IsLeaving) == 1;
    }

    /// <summary>Answers null to anybody who does not keep the listing.</summary>
    public async Task<Result?> RunAsync(long listing, long account, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var rows = await db.Members.Where(m => m.ListingId == listing)
            .Join(db.Users, m => m.AccountId, a => a.Id, (m, a) => new { m.AccountId, a.Name, a.Email, m.Role, m.Since, IsLeaving = a.ErasedFrom != null })
            .ToListAsync(cancel);
        if (rows.Find(r => r.AccountId == account) is not { } reader)
        {
            return null;
        }

        var isOwner = reader.Role == MemberRole.Owner;
        var now = time.GetUtcNow().UtcDateTime;
        var invites = isOwner ? await db.Invites.AsNoTracking().Where(i => i.ListingId == listing).ToListAsync(cancel) : [];
        return new Result(
            await db.ListingNameAsync(listing, cancel),
            [
                .. rows.OrderByDescending(r => r.Role).ThenBy(r => r.Since).ThenBy(r => r.AccountId)
                    .Select(r => new Person(r.AccountId, r.Name, isOwner ? r.Email : null, r.Role, r.Since, r.AccountId == account, r.IsLeaving)),
            ],
            [.. invites.Where(i => i.IsOpen(now)).OrderByDescending(i => i.Id).Select(i => new Invite(i.Id, i.Email, i.Role, i.Until))]);
    }
}
