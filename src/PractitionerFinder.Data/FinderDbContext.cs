using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data.Finder;

namespace PractitionerFinder.Data;

/// <summary>
/// The database of the site, the same on both providers. What differs between them is abstract here and stands in
/// <c>Providers</c>.
/// </summary>
public abstract class FinderDbContext(DbContextOptions options, TimeProvider time) : DbContext(options)
{
    /// <summary>
    /// What is asked of those who work online when nothing but the rules about state and time narrows them down: then
    /// the partial index answers without the table.
    /// </summary>
    protected static readonly Expression<Func<Listing, object?>> OnlineIndex = l => new
    {
        l.State, l.HiddenFrom, l.PausedUntil, l.OnlineEvenings, l.OnlineWeekends, l.IsDemo, l.Accepting, l.Gender, l.OffersOnline,
    };

    public DbSet<Listing> Listings => Set<Listing>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<ListingLocation> Locations => Set<ListingLocation>();

    public DbSet<ListingVisitArea> VisitAreas => Set<ListingVisitArea>();

    public DbSet<VisitCoverCell> VisitCells => Set<VisitCoverCell>();

    public DbSet<ListingTechnique> ListingTechniques => Set<ListingTechnique>();

    public DbSet<ListingChange> Changes => Set<ListingChange>();

    public DbSet<SeedState> SeedStates => Set<SeedState>();

    /// <summary>The locations within a distance of a point and how far each is, found through an index.</summary>
    public abstract IQueryable<NearbyLocation> LocationsWithin(GeoPoint origin, int metres);

    /// <summary>How far every location is from a point: for queries that find locations by something else.</summary>
    public abstract IQueryable<NearbyLocation> LocationDistances(GeoPoint origin);

    /// <summary>How far the base of every home-visit area is from a point.</summary>
    public abstract IQueryable<NearbyVisitArea> VisitAreaDistances(GeoPoint origin);

    /// <summary>
    /// Saves, and in the same transaction raises the version of every listing that changed and writes its line of the
    /// change feed, so that no caller can forget either.
    /// </summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var changed = ChangedListings();
        if (changed.Count == 0)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        // A new listing has its id only after it is saved, so the feed follows in a second step.
        await using var transaction = Database.CurrentTransaction is null
            ? await Database.BeginTransactionAsync(cancellationToken)
            : null;
        var removed = changed.Where(e => e.State == EntityState.Deleted).Select(e => e.Entity).ToHashSet();
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, cancellationToken);
        var at = time.GetUtcNow().UtcDateTime;
        Changes.AddRange(changed.Select(e => new ListingChange(e.Entity.Id, removed.Contains(e.Entity), at)));
        await base.SaveChangesAsync(acceptAllChangesOnSuccess: true, cancellationToken);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return rows;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync.");

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(FinderDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();

    private List<EntityEntry<Listing>> ChangedListings()
    {
        if (ChangeTracker.AutoDetectChangesEnabled)
        {
            ChangeTracker.DetectChanges();
        }

        var touched = ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && e.Entity is not Listing)
            .Select(ListingIdOf)
            .ToHashSet();
        var changed = ChangeTracker.Entries<Listing>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted || touched.Contains(e.Entity.Id))
            .ToList();
        foreach (var entry in changed.Where(e => e.State is not EntityState.Deleted))
        {
            entry.Property(l => l.Version).CurrentValue++;
        }

        return changed;
    }

    private static long? ListingIdOf(EntityEntry entry) =>
        entry.Metadata.FindProperty(nameof(Revision.ListingId)) is null ? null : (long?)entry.Property(nameof(Revision.ListingId)).CurrentValue;

    /// <summary>Databases keep no kind of time; every time here is UTC.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        time => time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time,
        time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
