using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Finder.Cards;
using PractitionerFinder.Core.Finder.Index;
using PractitionerFinder.Core.Finder.Packing;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Finder;

/// <summary>
/// Reads published listings for the snapshot: by the million at the start and by the few afterwards, from one table and without entities, which
/// would cost several times as much.
/// </summary>
public class PublishedListings(IDbContextFactory<FinderDbContext> contexts)
{
    private const int IdsAtATime = 500;

    private const string Columns =
        """
        "Id", "Slug", "Name", "Headline", "PhotoKey", "PhotoAlt", "IsDemo", "Accepting", "Gender", "PausedUntil", "HiddenFrom", "OverdueFrom",
        "ConfirmedAt", "OffersOnline", "OnlineEvenings", "OnlineWeekends", "SearchText", "PackedRows", "PackedConfirmations"
        """;

    /// <summary>Every published listing, in the order of ids.</summary>
    public virtual IEnumerable<PublishedListing> ReadAll() => Read("");

    /// <summary>Those of some listings that are published.</summary>
    public IEnumerable<PublishedListing> Read(IEnumerable<long> ids) => ids.Distinct().Order().Chunk(IdsAtATime)

        // Numbers and nothing else, so that they may stand in the statement.
        .SelectMany(some => Read(string.Create(CultureInfo.InvariantCulture, $""" AND "Id" IN ({string.Join(", ", some)})""")));

    /// <summary>The statement that reads, which both providers understand.</summary>
    /// <param name="condition">What else listings have to meet.</param>
    internal static string Statement(string condition) => string.Create(
        CultureInfo.InvariantCulture, $"""SELECT {Columns} FROM "Listings" WHERE "State" = {(int)ListingState.Published}{condition} ORDER BY "Id" """);

    private IEnumerable<PublishedListing> Read(string condition)
    {
        var pool = new StringPool();
        using var db = contexts.CreateDbContext();
        db.Database.OpenConnection();
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Statement(condition);
        command.CommandTimeout = 0;
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            yield return Read(row, pool);
        }
    }

    private static PublishedListing Read(DbDataReader row, StringPool pool)
    {
        var (id, isDemo, accepting) = (row.GetInt64(0), row.GetBoolean(6), (Accepting)row.GetInt32(7));
        var (pausedUntil, hiddenFrom, confirmedAt) = (Utc(row, 9), Utc(row, 10), Utc(row, 12));
        var isOnline = row.GetBoolean(13);
        var facts = new IndexedListing
        {
            Id = id,
            IsDemo = isDemo,
            Accepting = accepting,
            Gender = row.IsDBNull(8) ? null : (Gender)row.GetInt32(8),
            PausedUntil = pausedUntil,
            HiddenFrom = hiddenFrom,
            OverdueFrom = Utc(row, 11),
            ConfirmedAt = confirmedAt,
            Online = isOnline ? IndexedListing.NeedsMet(stepFree: true, row.GetBoolean(14), row.GetBoolean(15)) : null,
            SearchText = row.GetString(16),
        };
        var card = new CardFacts
        {
            Id = id,
            Slug = row.GetString(1),
            Name = row.GetString(2),
            Headline = row.GetString(3),
            Photo = row.IsDBNull(4) ? null : new Photo(row.GetString(4), row.GetString(5)),
            IsDemo = isDemo,
            Accepting = accepting,
            PausedUntil = pausedUntil,
            HiddenFrom = hiddenFrom,
            ConfirmedAt = confirmedAt,
            OffersOnline = isOnline,
        };
        return row.IsDBNull(17) || row.IsDBNull(18)
            ? throw new InvalidDataException($"Listing {id} was not packed for searches. Run 'migrate'.")
            : ListingPack.Unpack(facts, card, row.GetFieldValue<byte[]>(17), row.GetFieldValue<byte[]>(18), pool);
    }

    private static DateTime? Utc(DbDataReader row, int column) => row.IsDBNull(column) ? null : DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc);
}
