using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Finder;

namespace PractitionerFinder.Web.Tests.Shared.Finding;

/// <summary>Everybody at once cannot be read, so that there is never a snapshot: searches ask the database, as they do in the first moments after a start.</summary>
internal sealed class NoSnapshot(IDbContextFactory<FinderDbContext> contexts) : PublishedListings(contexts)
{
    public static void Of(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<PublishedListings>(
        s => new NoSnapshot(s.GetRequiredService<IDbContextFactory<FinderDbContext>>())));

    public override IEnumerable<PublishedListing> ReadAll() => throw new InvalidOperationException("There is no snapshot in this test.");
}

/// <summary>The first time, reading breaks off.</summary>
internal sealed class ShakyListings(IDbContextFactory<FinderDbContext> contexts) : PublishedListings(contexts)
{
    private int times;

    public static void Of(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<PublishedListings>(
        s => new ShakyListings(s.GetRequiredService<IDbContextFactory<FinderDbContext>>())));

    public override IEnumerable<PublishedListing> ReadAll() => Interlocked.Increment(ref times) == 1 ? throw new IOException("The disk is away.") : base.ReadAll();
}
