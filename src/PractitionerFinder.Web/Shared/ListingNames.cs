using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Shared;

/// <summary>What a listing is called among those who keep it.</summary>
public static class ListingNames
{
    /// <summary>What stands for a name that nobody has typed yet.</summary>
    public const string None = "a listing without a name";

    /// <summary>The name as it was typed last, or as it was sent or public where nothing was typed since.</summary>
    public static async Task<string> ListingNameAsync(this FinderDbContext db, long listing, CancellationToken cancel)
    {
        var read = await db.Listings.AsNoTracking().Include(l => l.Revisions).AsSplitQuery().SingleAsync(l => l.Id == listing, cancel);
        var drafts = await db.Drafts.AsNoTracking().Where(d => d.ListingId == listing && d.Section == AboutForm.Section).ToListAsync(cancel);
        return read.Form(drafts).About.Name.Trim() is { Length: > 0 } name ? name : None;
    }

    /// <summary>A name as it stands in a sentence.</summary>
    public static string Quoted(this string listingName) => listingName == None ? listingName : $"“{listingName}”";
}
