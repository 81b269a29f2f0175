using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data.Finder;

namespace PractitionerFinder.Data.Providers.Sqlite;

/// <summary>The embedded database: one file, no server.</summary>
public sealed class SqliteFinderContext(DbContextOptions<SqliteFinderContext> options, TimeProvider time) : FinderDbContext(options, time)
{
    // GreatCircle's formula, step by step. Constants go in as parameters: SQLite reads a decimal literal to fifteen
    // digits, and then the last metre could differ.
    private const string Haversine =
        """
        CAST(floor({3} * asin(sqrt(min(1,
            sin(("l"."Latitude" - {0}) * {2} / 2) * sin(("l"."Latitude" - {0}) * {2} / 2)
            + cos({0} * {2}) * cos("l"."Latitude" * {2})
            * sin(("l"."Longitude" - {1}) * {2} / 2) * sin(("l"."Longitude" - {1}) * {2} / 2)
            ))) + 0.5) AS INTEGER)
        """;

    // json_each first, by CROSS JOIN, which SQLite never reorders: one index seek for each span.
    public override IQueryable<NearbyLocation> LocationsWithin(GeoPoint origin, int metres) => Ask<NearbyLocation>(
        $$"""
        SELECT "n"."LocationId", "n"."Metres"
        FROM (
            SELECT "l"."Id" AS "LocationId", {{Haversine}} AS "Metres"
            FROM json_each({4}) AS "s"
            CROSS JOIN "Locations" AS "l"
            WHERE "l"."LatitudeBand" = json_extract("s"."value", '$[0]')
            AND "l"."Longitude" BETWEEN json_extract("s"."value", '$[1]') AND json_extract("s"."value", '$[2]')
        ) AS "n"
        WHERE "n"."Metres" <= {5}
        """,
        origin,
        Spans(origin, metres),
        metres);

    public override IQueryable<NearbyLocation> LocationDistances(GeoPoint origin) =>
        Ask<NearbyLocation>($$"""SELECT "l"."Id" AS "LocationId", {{Haversine}} AS "Metres" FROM "Locations" AS "l" """, origin);

    public override IQueryable<NearbyVisitArea> VisitAreaDistances(GeoPoint origin) =>
        Ask<NearbyVisitArea>($$"""SELECT "l"."Id" AS "VisitAreaId", {{Haversine}} AS "Metres" FROM "VisitAreas" AS "l" """, origin);

    // One writer at a time: what is seen is committed, and so is all before it.
    public override IQueryable<FeedLine> FeedAfter(long position) => Database.SqlQueryRaw<FeedLine>(
        """SELECT "Sequence" AS "Position", "ListingId", "At" FROM "ListingChanges" WHERE "Sequence" > {0} """, position);

    public override IQueryable<FeedLine> FeedUpTo(long position) => Database.SqlQueryRaw<FeedLine>(
        """SELECT "Sequence" AS "Position", "ListingId", "At" FROM "ListingChanges" WHERE "Sequence" <= {0} """, position);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        var locations = builder.Entity<ListingLocation>();
        locations.Property<int>("LatitudeBand").HasComputedColumnSql(
            string.Create(CultureInfo.InvariantCulture, $"CAST((\"Latitude\" + 90) * {LatitudeBands.PerDegree} AS INTEGER)"), stored: true);

        // With the latitude in the index, and the rowid in every index, the distance is computed without the table.
        locations.HasIndex("LatitudeBand", nameof(ListingLocation.Longitude), nameof(ListingLocation.Latitude));
        builder.Entity<Listing>().HasIndex(OnlineIndex).HasDatabaseName("IX_Listings_Online").HasFilter("\"OffersOnline\"");
        EnforceLengths(builder);
    }

    /// <summary>SQLite passes over the length of a column's type, so that a check has to hold it.</summary>
    private static void EnforceLengths(ModelBuilder modelBuilder)
    {
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => e.GetTableName() is not null))
        {
            foreach (var property in entity.GetProperties().Where(p => p.ClrType == typeof(string) && p.GetMaxLength() is not null))
            {
                entity.AddCheckConstraint(
                    $"CK_{entity.GetTableName()}_{property.Name}_Length",
                    $"length(\"{property.GetColumnName()}\") <= {property.GetMaxLength()}");
            }
        }
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

    private static string Spans(GeoPoint origin, int metres) =>
        JsonSerializer.Serialize(LatitudeBands.Touching(origin, metres).ToList().Select(s => new[] { s.Band, s.West, s.East }));
}
