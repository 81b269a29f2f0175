using PractitionerFinder.Data;
using PractitionerFinder.Data.Seeding;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Operations;

/// <summary>Makes the database, brings it up to date and seeds it.</summary>
public sealed class SiteDatabase(FinderDatabase database, SiteSettings site, DemoSeed demo)
{
    public Task PrepareAsync(CancellationToken cancel) => database.PrepareAsync(
        (db, token) => site.ShowDemo ? demo.FillAsync(db, token) : Task.CompletedTask, cancel);
}
