using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Features.Enquiries;

/// <summary>Says whether and how a listing takes enquiries.</summary>
public sealed class KeepEnquiryChoices(IDbContextFactory<FinderDbContext> contexts)
{
    /// <summary>Whether it was done: somebody who does not keep the listing says nothing.</summary>
    public async Task<bool> RunAsync(long listing, long account, bool isOpen, bool takesWords, CancellationToken cancel)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            if (!await db.Members.AnyAsync(m => m.ListingId == listing && m.AccountId == account, cancel))
            {
                return false;
            }

            if (await db.EnquiryChoices.FindAsync([listing], cancel) is { } choices)
            {
                choices.Choose(isOpen, takesWords);
            }
            else
            {
                db.EnquiryChoices.Add(new EnquiryChoices(listing, isOpen, takesWords));
            }

            try
            {
                await db.SaveChangesAsync(cancel);
                return true;
            }
            catch (DbUpdateException) when (isFirst)
            {
                // Somebody has said it for the first time at the same moment.
            }
        }
    }
}
