using System.Globalization;
using System.Linq.Expressions;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Core.Alerts;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Claims;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Core.Statistics;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Data.Finder;

namespace PractitionerFinder.Data;

/// <summary>
/// The database of the site, the same on both providers. What differs between them is abstract here and stands in
/// <c>Providers</c>.
/// </summary>
public abstract class FinderDbContext(DbContextOptions options, TimeProvider time)
    : IdentityDbContext<Account, IdentityRole<long>, long>(options), IDataProtectionKeyContext
{
    private const int LinesAtATime = 500;

    /// <summary>
    /// What is asked of those who work online when nothing but the rules about state and time narrows them down: then
    /// the partial index answers without the table.
    /// </summary>
    protected static readonly Expression<Func<Listing, object?>> OnlineIndex = l => new
    {
        l.State,
        l.HiddenFrom,
        l.PausedUntil,
        l.OnlineEvenings,
        l.OnlineWeekends,
        l.IsDemo,
        l.Accepting,
        l.Gender,
        l.OffersOnline,
    };

    public DbSet<Listing> Listings => Set<Listing>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<ListingLocation> Locations => Set<ListingLocation>();

    public DbSet<ListingVisitArea> VisitAreas => Set<ListingVisitArea>();

    public DbSet<VisitCoverCell> VisitCells => Set<VisitCoverCell>();

    public DbSet<ListingTechnique> ListingTechniques => Set<ListingTechnique>();

    public DbSet<ListingChange> Changes => Set<ListingChange>();

    public DbSet<StoredPhoto> Photos => Set<StoredPhoto>();

    public DbSet<ProofDocument> Documents => Set<ProofDocument>();

    public DbSet<ListingDraft> Drafts => Set<ListingDraft>();

    public DbSet<ListingMember> Members => Set<ListingMember>();

    public DbSet<ListingInvite> Invites => Set<ListingInvite>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<ListingEvent> Events => Set<ListingEvent>();

    public DbSet<ListingClaim> Claims => Set<ListingClaim>();

    public DbSet<ClaimDocument> ClaimDocuments => Set<ClaimDocument>();

    public DbSet<Enquiry> Enquiries => Set<Enquiry>();

    public DbSet<EnquiryMessage> EnquiryMessages => Set<EnquiryMessage>();

    public DbSet<EnquiryLink> EnquiryLinks => Set<EnquiryLink>();

    public DbSet<EnquiryBlock> EnquiryBlocks => Set<EnquiryBlock>();

    public DbSet<EnquiryReport> EnquiryReports => Set<EnquiryReport>();

    public DbSet<EnquiryChoices> EnquiryChoices => Set<EnquiryChoices>();

    public DbSet<EnquirySecret> EnquirySecrets => Set<EnquirySecret>();

    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();

    public DbSet<ListingDeletion> ListingDeletions => Set<ListingDeletion>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<SearchAlert> Alerts => Set<SearchAlert>();

    public DbSet<SearchAlertLink> AlertLinks => Set<SearchAlertLink>();

    public DbSet<CountedSearch> CountedSearches => Set<CountedSearch>();

    public DbSet<ListingAppearance> Appearances => Set<ListingAppearance>();

    public DbSet<ListingWeek> ListingWeeks => Set<ListingWeek>();

    public DbSet<ListingPlace> ListingPlaces => Set<ListingPlace>();

    public DbSet<CountedJournal> CountedJournals => Set<CountedJournal>();

    public DbSet<SeedState> SeedStates => Set<SeedState>();

    /// <summary>What sign-in cookies and the links in mails are made with: in the database, so that every node has them.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>The locations within a distance of a point and how far each is, found through an index.</summary>
    public abstract IQueryable<NearbyLocation> LocationsWithin(GeoPoint origin, int metres);

    /// <summary>How far every location is from a point: for queries that find locations by something else.</summary>
    public abstract IQueryable<NearbyLocation> LocationDistances(GeoPoint origin);

    /// <summary>How far the base of every home-visit area is from a point.</summary>
    public abstract IQueryable<NearbyVisitArea> VisitAreaDistances(GeoPoint origin);

    /// <summary>The lines of the feed that come after a position, as far as no transaction that is still open could put another before them.</summary>
    public abstract IQueryable<FeedLine> FeedAfter(long position);

    /// <summary>The lines of the feed up to a position.</summary>
    public abstract IQueryable<FeedLine> FeedUpTo(long position);

    /// <summary>
    /// Saves, and in the same transaction raises the version of every listing that changed and writes its line of the
    /// change feed, so that no caller can forget either. When it throws, nothing is stored and nothing counts as saved.
    /// </summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        if (detects)
        {
            ChangeTracker.DetectChanges();
        }

        // Once is enough: looking through thousands of rows again costs more than anything else here.
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var changed = await RaiseVersionsAsync(cancellationToken);
            var rows = changed.Count == 0 ? await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken)
                : Database.CurrentTransaction is not null ? await SaveWithFeedAsync(changed, cancellationToken)
                : await SaveInTransactionAsync(changed, cancellationToken);
            if (acceptAllChangesOnSuccess)
            {
                ChangeTracker.AcceptAllChanges();
            }

            return rows;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    /// <summary>For the keys of data protection alone, which knows no other way to save; they are part of no listing.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        ChangeTracker.Entries().ToList() is { Count: > 0 } entries && entries.TrueForAll(e => e.Entity is DataProtectionKey)
            ? base.SaveChanges(acceptAllChangesOnSuccess)
            : throw new NotSupportedException("Save with SaveChangesAsync.");

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(FinderDbContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();

    private async Task<int> SaveInTransactionAsync(List<EntityEntry<Listing>> changed, CancellationToken cancel)
    {
        await using var transaction = await Database.BeginTransactionAsync(cancel);
        var rows = await SaveWithFeedAsync(changed, cancel);
        await transaction.CommitAsync(cancel);
        return rows;
    }

    private async Task<int> SaveWithFeedAsync(List<EntityEntry<Listing>> changed, CancellationToken cancel)
    {
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancel);

        // A new listing has its id only now. The lines go in beside the tracker, which still holds all that was saved:
        // nothing is accepted before the transaction holds both.
        var at = time.GetUtcNow().UtcDateTime;
        foreach (var some in changed.Chunk(LinesAtATime))
        {
            var lines = string.Join(", ", some.Select(e => string.Create(
                CultureInfo.InvariantCulture, $"({IdOf(e)}, {(e.State is EntityState.Deleted ? 1 : 0)}, {{0}})")));
            var sql = $"INSERT INTO \"ListingChanges\" (\"ListingId\", \"Removed\", \"At\") VALUES {lines}";
            await Database.ExecuteSqlRawAsync(sql, [at], cancel);
        }

        return rows;
    }

    /// <summary>The listings that are about to change, themselves or in a row that is part of them, each with its next version.</summary>
    private async Task<List<EntityEntry<Listing>>> RaiseVersionsAsync(CancellationToken cancel)
    {
        var ids = ChangeTracker.Entries().Where(IsChanged).Select(ListingIdOf).OfType<long>().ToHashSet();

        // A row may have been loaded and changed without its listing.
        var tracked = ChangeTracker.Entries<Listing>().Select(IdOf);
        foreach (var absent in ids.Except(tracked).Chunk(LinesAtATime))
        {
            await Listings.Where(l => absent.Contains(l.Id)).LoadAsync(cancel);
        }

        var changed = ChangeTracker.Entries<Listing>().Where(e => IsChanged(e) || ids.Contains(IdOf(e))).ToList();
        foreach (var entry in changed.Where(e => e.State is not EntityState.Deleted))
        {
            // From what was read and not from what is there, so that a save that is tried again raises it once.
            var version = entry.Property(l => l.Version);
            version.CurrentValue = (entry.State is EntityState.Added ? 0 : version.OriginalValue) + 1;
        }

        return changed;
    }

    /// <summary>The listing that a row is part of: one that navigates to it, and not one that it merely points at.</summary>
    private static long? ListingIdOf(EntityEntry entry) => entry.Metadata.GetForeignKeys()
        .FirstOrDefault(k => k.PrincipalEntityType.ClrType == typeof(Listing) && k.PrincipalToDependent is not null) is { } key
        ? (long?)entry.Property(key.Properties[0]).CurrentValue
        : null;

    // Before a new listing is saved, a number that stands for its id.
    private static long IdOf(EntityEntry<Listing> entry) => entry.Property(l => l.Id).CurrentValue;

    private static bool IsChanged(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    /// <summary>Databases keep no kind of time; every time here is UTC.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        time => time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time,
        time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
