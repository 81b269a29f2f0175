using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Operations;

/// <summary>Seeds the fictional listings, and keeps their age.</summary>
public sealed class DemoSeed
{
    public Task FillAsync(FinderDbContext db, CancellationToken cancel) => throw new NotSupportedException();
}
