using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data.Finder;

namespace PractitionerFinder.Data.Providers.SqlServer;

/// <summary>The production database. Its migrations add to Locations the persisted geography column `Point` and the spatial index over it.</summary>
public sealed class SqlServerFinderContext(DbContextOptions<SqlServerFinderContext> options, TimeProvider time) : FinderDbContext(options, time)
{
    /// <summary>
    /// STDistance measures on the ellipsoid, where a distance is at most 0.56 % from that on the sphere; the index
    /// finds this much more than was asked for, and the sphere decides.
    /// </summary>
    public const double Generous = 1.006;

    // GreatCircle's formula, step by step.
    private const string Haversine =
        """
        CROSS APPLY (SELECT
            SIN(([l].[Latitude] - {0}) * {2} / 2) * SIN(([l].[Latitude] - {0}) * {2} / 2)
            + COS({0} * {2}) * COS([l].[Latitude] * {2})
            * SIN(([l].[Longitude] - {1}) * {2} / 2) * SIN(([l].[Longitude] - {1}) * {2} / 2) AS [H]) AS [h]
        CROSS APPLY (SELECT CAST(FLOOR({3} * ASIN(SQRT(CASE WHEN [h].[H] > 1 THEN 1 ELSE [h].[H] END)) + 0.5) AS int) AS [Metres]) AS [d]
        """;

    public override IQueryable<NearbyLocation> LocationsWithin(GeoPoint origin, int metres) => Ask<NearbyLocation>(
        $$"""
        SELECT [l].[Id] AS [LocationId], [d].[Metres] FROM [Locations] AS [l]
        {{Haversine}}
        WHERE [l].[Point].STDistance(geography::Point({0}, {1}, 4326)) <= {4}
        AND [d].[Metres] <= {5}
        """,
        origin,
        metres * Generous + 1,
        metres);

    public override IQueryable<NearbyLocation> LocationDistances(GeoPoint origin) =>
        Ask<NearbyLocation>($$"""SELECT [l].[Id] AS [LocationId], [d].[Metres] FROM [Locations] AS [l] {{Haversine}}""", origin);

    public override IQueryable<NearbyVisitArea> VisitAreaDistances(GeoPoint origin) =>
        Ask<NearbyVisitArea>($$"""SELECT [l].[Id] AS [VisitAreaId], [d].[Metres] FROM [VisitAreas] AS [l] {{Haversine}}""", origin);

    // Numbers of rows are given out before transactions end, in any order; so are row versions, but the least of an open transaction is known.
    public override IQueryable<FeedLine> FeedAfter(long position) => Database.SqlQueryRaw<FeedLine>(
        """
        SELECT CAST([RowVersion] AS bigint) AS [Position], [ListingId], [At] FROM [ListingChanges]
        WHERE [RowVersion] > CAST({0} AS binary(8)) AND [RowVersion] < MIN_ACTIVE_ROWVERSION()
        """,
        position);

    public override IQueryable<FeedLine> FeedUpTo(long position) => Database.SqlQueryRaw<FeedLine>(
        "SELECT CAST([RowVersion] AS bigint) AS [Position], [ListingId], [At] FROM [ListingChanges] WHERE [RowVersion] <= CAST({0} AS binary(8))", position);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        builder.Entity<Listing>().HasIndex(OnlineIndex).HasDatabaseName("IX_Listings_Online").HasFilter("[OffersOnline] = CAST(1 AS bit)");

        // A clustered key holds 900 bytes, and the id of a passkey may be longer.
        builder.Entity<IdentityUserPasskey<long>>().HasKey(p => p.CredentialId).IsClustered(false);

        // Readers of the feed stop below MIN_ACTIVE_ROWVERSION(): above it a transaction may still be open.
        builder.Entity<ListingChange>().Property<byte[]>("RowVersion").IsRowVersion();
        builder.Entity<ListingChange>().HasIndex("RowVersion").IncludeProperties(nameof(ListingChange.ListingId));
    }

    private IQueryable<T> Ask<T>(string sql, GeoPoint origin, params object[] more) => Database.SqlQueryRaw<T>(
        sql,
        [
            origin.Latitude,
            origin.Longitude,
            Math.PI / 180,
            2 * GreatCircle.EarthRadiusMetres,
            .. more,
        ]);
}
