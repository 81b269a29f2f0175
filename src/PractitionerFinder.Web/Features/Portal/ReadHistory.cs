using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>Who did what with a listing, the newest first. Staff are staff to those who keep it.</summary>
public sealed class ReadHistory(IDbContextFactory<FinderDbContext> contexts)
{
    private const int Most = 200;

    public sealed record Line(DateTime At, string Words);

    public async Task<IReadOnlyList<Line>> RunAsync(long listing, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var events = await db.Events.Where(e => e.ListingId == listing).OrderByDescending(e => e.Id).Take(Most).ToListAsync(cancel);
        var names = await db.NamesOfAsync(
            events.SelectMany(e => new[] { AccountIds.AsPerson(e.By), e.About is { } about ? AccountIds.AsPerson(about) : null }), cancel);
        return [.. events.Select(e => new Line(e.At, Describe(e, names)))];
    }

    private static string Describe(ListingEvent line, IReadOnlyDictionary<string, string> names)
    {
        var who = line.Deed is ListingDeed.Approved or ListingDeed.SentBack or ListingDeed.Refused or ListingDeed.CheckedProof || line is { Deed: ListingDeed.Began, Code: not null } ? "Staff" : names[AccountIds.AsPerson(line.By)];
        if (Claimed(line, names) is { } claimed)
        {
            return claimed;
        }

        var whom = line.About is { } about ? names[AccountIds.AsPerson(about)] : "somebody";
        var role = line.Code == MemberRole.Owner.ToString() ? "owner" : "editor";
        return line.Deed switch
        {
            ListingDeed.Began => $"{who} began this listing",
            ListingDeed.Sent => $"{who} sent revision {line.Revision} for review",
            ListingDeed.Withdrew => $"{who} took revision {line.Revision} back",
            ListingDeed.Approved => $"{who} approved revision {line.Revision}",
            ListingDeed.SentBack => $"{who} sent revision {line.Revision} back",
            ListingDeed.Refused => $"{who} refused revision {line.Revision}",
            ListingDeed.ChangedSmallFacts => $"{who} changed hours, fees or whether new clients are taken (revision {line.Revision})",
            ListingDeed.Paused => $"{who} paused the page",
            ListingDeed.Resumed => $"{who} resumed the page",
            ListingDeed.Confirmed => $"{who} confirmed: {(Enum.TryParse<ListingFact>(line.Code, out var fact) ? fact.InWords() : "a fact")}",
            ListingDeed.ConfirmedByLink => $"{who} confirmed, by the link of a reminder: {(Enum.TryParse<ListingFact>(line.Code, out var fact) ? fact.InWords() : "a fact")}",
            ListingDeed.Invited => $"{who} invited somebody as {role}",
            ListingDeed.Uninvited => $"{who} took an invitation back",
            ListingDeed.Joined => $"{who} joined as {role}",
            ListingDeed.Removed => line.About == line.By ? $"{who} left" : $"{who} took {whom} off this listing",
            ListingDeed.HandedOver => $"{who} handed the listing over to {whom}",
            ListingDeed.ChangedRole => $"{who} made {whom} {(role == "owner" ? "an owner" : "an editor")}",
            ListingDeed.AddedProof => $"{who} added a document as proof",
            ListingDeed.CheckedProof => $"{who} saw proof of a register",
            ListingDeed.AskedErasure => $"{who} asked for this listing to be deleted",
            ListingDeed.KeptListing => $"{who} took back that this listing is to be deleted",
            _ => $"{who} took a document away",
        };
    }

    /// <summary>What was done about claims; null of anything else. Who claimed in vain is not named to those who keep the listing.</summary>
    private static string? Claimed(ListingEvent line, IReadOnlyDictionary<string, string> names) => line.Deed switch
    {
        ListingDeed.BeganClaim => "Somebody began to claim this listing",
        ListingDeed.SentClaimCode => "A code was mailed to the address on the page, for a claim",
        ListingDeed.ProvedClaim => "Somebody gave proof for a claim",
        ListingDeed.SentClaim => "A claim was sent to staff",
        ListingDeed.WithdrewClaim => "A claim was taken back",
        ListingDeed.ObjectedToClaim => $"{names[AccountIds.AsPerson(line.By)]} objected to a claim",
        ListingDeed.ApprovedClaim => $"Staff approved the claim of {(line.About is { } about ? names[AccountIds.AsPerson(about)] : "somebody")}, who owns this listing since",
        ListingDeed.RefusedClaim => "Staff refused a claim",
        ListingDeed.OvertookClaim => "A claim was closed, because another was approved",
        _ => null,
    };
}
