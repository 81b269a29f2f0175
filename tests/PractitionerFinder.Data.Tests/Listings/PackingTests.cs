using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Data.Finder;
using PractitionerFinder.Data.Listings;
using PractitionerFinder.TestKit;
using PractitionerFinder.TestKit.Data;
using PractitionerFinder.TestKit.Finder;

namespace PractitionerFinder.Data.Tests.Listings;

public abstract class PackingTests(TestProvider provider) : ProviderTests(provider)
{
    [Fact]
    public async Task What_a_version_before_left_unpacked_is_packed_as_if_it_were_approved_now()
    {
        using var database = await DatabaseAsync();
        var vocabulary = TestVocabulary.Instance;
        await using (var db = database.CreateDbContext())
        {
            db.AddRange(
                new ListingBuilder().Named("Amira Holt").Offering(TestVocabulary.Free, TestVocabulary.AlsoFree).Build(vocabulary),
                new ListingBuilder().Named("Ben Ash").Visiting(5_000).Build(vocabulary));
            await db.SaveChangesAsync(Cancel);
        }

        var reader = new PublishedListings(database);
        var before = reader.ReadAll().Select(Cards.Written).ToList();
        await using (var db = database.CreateDbContext())
        {
            await db.Listings.ExecuteUpdateAsync(l => l.SetProperty(x => x.PackedRows, (byte[]?)null).SetProperty(x => x.PackedConfirmations, (byte[]?)null), Cancel);
        }

        Assert.Contains("Run 'migrate'", Assert.Throws<InvalidDataException>(() => reader.ReadAll().ToList()).Message, StringComparison.Ordinal);
        await using (var db = database.CreateDbContext())
        {
            await Packing.FillAsync(db, Cancel);
        }

        Assert.Equal(2, before.Count);
        Assert.Equal(before, reader.ReadAll().Select(Cards.Written));
    }
}

public sealed class PackingTestsOnSqlite() : PackingTests(TestProvider.Sqlite);

public sealed class PackingTestsOnSqlServer() : PackingTests(TestProvider.SqlServer);
