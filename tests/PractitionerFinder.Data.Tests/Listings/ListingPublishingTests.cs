using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data.Finder;
using PractitionerFinder.TestKit.Data;

namespace PractitionerFinder.Data.Tests.Listings;

/// <summary>What of a listing's revisions reaches the tables that are searched.</summary>
public abstract class ListingPublishingTests(TestProvider provider) : ProviderTests(provider)
{
    [Fact]
    public async Task An_approved_revision_stays_public_while_a_later_one_waits()
    {
        using var database = await DatabaseAsync();
        var saved = await database.SavedAsync(Sample.Published());
        await ChangeAsync(database, saved.Id, l => l.Submit(l.Draft(Renamed("Later"), Sample.Owner, Sample.At.AddDays(1)).Number, Sample.At.AddDays(1)));

        Assert.Equal(1, await FoundByAsync(database, "zoe"));
        Assert.Equal(0, await FoundByAsync(database, "later"));

        await ChangeAsync(database, saved.Id, l => l.Approve(2, Sample.Staff, Sample.At.AddDays(2), TestVocabulary.Instance));

        Assert.Equal(0, await FoundByAsync(database, "zoe"));
        Assert.Equal(1, await FoundByAsync(database, "later"));
    }

    [Fact]
    public async Task Approving_an_older_revision_again_takes_a_change_back()
    {
        using var database = await DatabaseAsync();
        var saved = await database.SavedAsync(Sample.Published());
        await ChangeAsync(database, saved.Id, l =>
        {
            l.Submit(l.Draft(Renamed("Later"), Sample.Owner, Sample.At.AddDays(1)).Number, Sample.At.AddDays(1));
            l.Approve(2, Sample.Staff, Sample.At.AddDays(2), TestVocabulary.Instance);
        });

        await ChangeAsync(database, saved.Id, l => l.Approve(1, Sample.Staff, Sample.At.AddDays(3), TestVocabulary.Instance));

        await using var db = database.CreateDbContext();
        var listing = await db.WholeAsync(saved.Id);
        Assert.Equal((1, Sample.Everything.Name), (listing.PublicRevision, listing.Name));
        Assert.Equal(2, listing.Locations.Count);
        Assert.Equal([RevisionState.Approved, RevisionState.Approved], listing.Revisions.Select(r => r.State));
    }

    [Fact]
    public async Task What_was_turned_down_never_reaches_the_public_tables()
    {
        using var database = await DatabaseAsync();
        var listing = new Listing("refused", Sample.Everything, Sample.Owner, Sample.At);
        listing.Submit(1, Sample.At);
        listing.TurnDown(1, forGood: true, Sample.Staff, Sample.At, "No.");
        await database.SavedAsync(listing);

        await using var db = database.CreateDbContext();
        Assert.Empty((await db.WholeAsync(listing.Id)).Locations);
        Assert.DoesNotContain(await EverythingPublicAsync(db), v => v.Contains("Zinnia", StringComparison.Ordinal) || v.Contains("Zoë", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Making_an_address_private_takes_its_street_postcode_and_point_out_of_every_table_but_the_revisions()
    {
        using var database = await DatabaseAsync();
        var saved = await database.SavedAsync(Sample.Published());
        await using (var db = database.CreateDbContext())
        {
            // The fingerprints are those that a public address leaves, or this test would prove nothing.
            Assert.Contains(await EverythingPublicAsync(db), v => Betrays(v, Sample.HomePoint.Latitude));
        }

        await ChangeAsync(database, saved.Id, l =>
        {
            var content = Sample.Everything with { Locations = [Sample.Home with { Privacy = AddressPrivacy.AreaOnly }] };
            l.Submit(l.Draft(content, Sample.Owner, Sample.At.AddDays(1)).Number, Sample.At.AddDays(1));
            l.Approve(2, Sample.Staff, Sample.At.AddDays(2), TestVocabulary.Instance);
        });

        await using var after = database.CreateDbContext();
        var found = await EverythingPublicAsync(after);
        Assert.NotEmpty(found);
        Assert.DoesNotContain(found, v => Betrays(v, Sample.HomePoint.Latitude) || Betrays(v, Sample.HomePoint.Longitude));
        string[] words = [.. Sample.HomeAddress.Lines, Sample.HomeAddress.Postcode!, Sample.Home.Parking!, Sample.Home.Transport!, Sample.Home.Name!];
        Assert.DoesNotContain(found, v => words.Any(w => v.Contains(w, StringComparison.OrdinalIgnoreCase)));
        var cell = (await after.Locations.SingleAsync(Cancel)).Point;
        Assert.Equal(Sample.Home.Cell.Centre.Rounded(), cell);
    }

    /// <summary>Within a hundred metres of a coordinate, which no centre of a cell is.</summary>
    private static bool Betrays(string value, double degrees) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number - degrees) < 0.001;

    private static ListingContent Renamed(string name) => Sample.Everything with { Name = name, Locations = [Sample.Home] };

    private static async Task ChangeAsync(TestDatabase database, long id, Action<Listing> change)
    {
        await using var db = database.CreateDbContext();
        change(await db.WholeAsync(id));
        await db.SaveChangesAsync(Cancel);
    }

    private static async Task<int> FoundByAsync(TestDatabase database, string word) => (await new DatabaseSearch(database, TestVocabulary.Instance).SearchAsync(
        new SearchCriteria { Q = word, Words = [word], Now = Sample.At.AddDays(3) }, Cancel)).Total;

    /// <summary>Every value of every table but the revisions and the framework's accounts, as text.</summary>
    private static async Task<List<string>> EverythingPublicAsync(FinderDbContext db)
    {
        var values = new List<string>();
        await db.Database.OpenConnectionAsync(Cancel);
        foreach (var entity in db.Model.GetEntityTypes().Where(e => e.GetTableName() is not (null or "Revisions") && !e.ClrType.Namespace!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT {string.Join(", ", entity.GetProperties().Select(p => $"\"{p.GetColumnName()}\""))} FROM \"{entity.GetTableName()}\"";
            await using var reader = await command.ExecuteReaderAsync(Cancel);
            while (await reader.ReadAsync(Cancel))
            {
                values.AddRange(Enumerable.Range(0, reader.FieldCount).SelectMany(i => Texts(reader.GetValue(i))));
            }
        }

        return values;
    }

    /// <summary>A value as text; of bytes the letters, and the number that would stand at each place.</summary>
    private static IEnumerable<string> Texts(object value) => value is byte[] bytes
        ? Enumerable.Range(0, Math.Max(0, bytes.Length - sizeof(double) + 1)).Select(i => BitConverter.ToDouble(bytes, i).ToString("R", CultureInfo.InvariantCulture)).Prepend(Encoding.UTF8.GetString(bytes))
        : [Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""];
}

public sealed class ListingPublishingTestsOnSqlite() : ListingPublishingTests(TestProvider.Sqlite);

public sealed class ListingPublishingTestsOnSqlServer() : ListingPublishingTests(TestProvider.SqlServer);
