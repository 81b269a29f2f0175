using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings.Claims;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared.Scheduling;

namespace PractitionerFinder.Web.Features.Claims;

/// <summary>Deletes claims that were begun and never sent to staff. What was done stays in the history of the listing, without a name.</summary>
public sealed class ForgetClaims(IDbContextFactory<FinderDbContext> contexts, TimeProvider time) : IScheduledWork
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var old = time.GetUtcNow().UtcDateTime.AddDays(-ListingClaim.OpenDays);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Claims.Where(c => c.State == ClaimState.Open && c.BegunAt <= old).ExecuteDeleteAsync(cancel);
    }
}
