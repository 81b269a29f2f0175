using System.Collections;
using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Core.Alerts;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Claims;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Core.Statistics;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.TestKit.Data;

namespace PractitionerFinder.Data.Tests.Listings;

public abstract class ListingStorageTests(TestProvider provider) : ProviderTests(provider)
{
    [Fact]
    public async Task A_listing_that_says_everything_comes_back_as_it_was_saved()
    {
        AssertSaysEverything(Sample.Everything);
        using var database = await DatabaseAsync();
        var saved = await database.SavedAsync(Sample.Published());

        await using var db = database.CreateDbContext();
        var listing = await db.WholeAsync(saved.Id);

        Assert.Equivalent(Sample.Everything, listing.PublicContent, strict: true);
        Assert.Equivalent(saved, listing, strict: true);
        Assert.Equal(saved.Revisions[0].SerialisedContent, listing.Revisions[0].SerialisedContent);
    }

    [Fact]
    public async Task Times_come_back_to_the_tick_and_as_UTC()
    {
        using var database = await DatabaseAsync();
        var saved = Sample.Published();
        saved.Draft(Sample.Everything, Sample.Owner, Sample.At.AddTicks(1));
        saved.Pause(null, Sample.At);
        await database.SavedAsync(saved);

        await using var db = database.CreateDbContext();
        var listing = await db.WholeAsync(saved.Id);

        var drafted = listing.Revisions[1].CreatedAt;
        Assert.Equal((Sample.At.AddTicks(1), DateTimeKind.Utc), (drafted, drafted.Kind));
        Assert.Equal((DateTime.MaxValue, DateTimeKind.Utc), (listing.PausedUntil!.Value, listing.PausedUntil.Value.Kind));
    }

    [Fact]
    public async Task The_database_itself_refuses_text_that_is_longer_than_the_model_says()
    {
        using var database = await DatabaseAsync();
        await FillAsync(database);
        await using var db = database.CreateDbContext();
        var limited = Columns(db).Where(c => c.Property.ClrType == typeof(string) && c.Property.GetMaxLength() is not null).ToList();

        Assert.NotEmpty(limited);
        foreach (var (table, property) in limited)
        {
            Assert.True(await RefusesAsync(db, table, property, new string('x', property.GetMaxLength()!.Value + 1)), $"{table}.{property.Name} takes text that is too long.");
        }
    }

    [Fact]
    public async Task The_database_itself_refuses_rows_without_what_the_model_requires()
    {
        using var database = await DatabaseAsync();
        await FillAsync(database);
        await using var db = database.CreateDbContext();
        var required = Columns(db).Where(c => !c.Property.IsNullable && !c.Property.IsPrimaryKey() && c.Property.ValueGenerated != ValueGenerated.OnAddOrUpdate).ToList();

        Assert.NotEmpty(required);
        foreach (var (table, property) in required)
        {
            Assert.True(await RefusesAsync(db, table, property, null), $"{table}.{property.Name} may be missing.");
        }
    }

    [Fact]
    public async Task No_two_listings_share_an_address()
    {
        using var database = await DatabaseAsync();
        await database.SavedAsync(Sample.Published("zoe"));

        await Assert.ThrowsAsync<DbUpdateException>(() => database.SavedAsync(Sample.Published("zoe")));
    }

    [Fact]
    public async Task A_listing_takes_everything_of_it_along_when_it_is_deleted()
    {
        using var database = await DatabaseAsync();
        var saved = await database.SavedAsync(Sample.Published());
        await using var db = database.CreateDbContext();
        db.Remove(await db.Listings.SingleAsync(l => l.Id == saved.Id, Cancel));
        await db.SaveChangesAsync(Cancel);

        foreach (var table in Columns(db).Select(c => c.Table).Distinct().Except(["ListingChanges", "SeedStates"]))
        {
            Assert.Equal(0, await CountAsync(db, table));
        }
    }

    [Fact]
    public async Task A_listing_that_another_was_merged_into_is_not_deleted_under_it()
    {
        using var database = await DatabaseAsync();
        var into = await database.SavedAsync(Sample.Published("into"));
        var merged = Sample.Published("merged");
        merged.Archive(into.Id);
        await database.SavedAsync(merged);

        await using var db = database.CreateDbContext();
        db.Remove(await db.Listings.SingleAsync(l => l.Id == into.Id, Cancel));
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancel));
    }

    /// <summary>A row in every table.</summary>
    private static async Task FillAsync(TestDatabase database)
    {
        var saved = await database.SavedAsync(Sample.Published());
        await using var db = database.CreateDbContext();
        var account = new Account("Amira Holt", "amira@people.example", Sample.At) { NormalizedUserName = "AMIRA", NormalizedEmail = "AMIRA" };
        db.Users.Add(account);
        await db.SaveChangesAsync(Cancel);
        db.AddRange(
            new ListingDraft(saved.Id, "about", "{}", account.Id, Sample.At),
            new ListingMember(saved.Id, account.Id, MemberRole.Owner, Sample.At),
            new ListingInvite(saved.Id, "ben@people.example", InvitedAs.Editor, new byte[ListingInvite.HashBytes], account.Id, Sample.At),
            new ListingEvent(saved.Id, ListingDeed.Sent, account.Id, Sample.At, 1, account.Id, "code"),
            new StoredPhoto(saved.Id, [1], 1, 1, PhotoFrame.Of(1, 1), [1], [1], "1", Sample.At),
            new ProofDocument(saved.Id, "c1", "card.pdf", "application/pdf", [1], "1", Sample.At));
        db.SeedStates.Add(new SeedState("name", "value"));
        var claim = new ListingClaim(saved.Id, account.Id, Sample.At);
        var alert = new SearchAlert("amira@people.example", "near=leeds", Sample.At);
        var enquiry = new Enquiry(saved.Id, new EnquiryAnswers("Rosa", "rosa@patient.example", EnquiryReason.Fees, null, null, EnquiryTimes.None, null), [1], [2], Sample.At);
        enquiry.Send([3], Sample.At);
        enquiry.Accept(Sample.At);
        db.AddRange(
            new OutgoingMail(new Mail("amira@people.example", "Hello", [new MailBlock.Text("Hello")]), Sample.At),
            new Reminder(saved.Id, account.Id, ReminderStep.First, Sample.At, [1], Sample.At),
            new Consent(account.Id, ConsentText.Terms, new DateOnly(2026, 6, 1), Sample.At),
            saved.Close(account.Id, Sample.At, withAccount: false),
            claim,
            alert,
            enquiry);
        await db.SaveChangesAsync(Cancel);
        var week = new DateOnly(2026, 6, 1);
        db.AddRange(
            new ClaimDocument(claim.Id, "card.pdf", "application/pdf", [1], Sample.At),
            new SearchAlertLink(alert.Id, [1]),
            new CountedSearch(week, 1, "Leeds", 1, 1, 1),
            new ListingAppearance(saved.Id, week, 1, 1),
            new ListingWeek(saved.Id, week, 1, 1),
            new ListingPlace(saved.Id, week, "Leeds"),
            new CountedJournal("1.log", Sample.At),
            enquiry.Say(bySender: true, "Hello", "once", Sample.At),
            new EnquiryLink(enquiry, [4], Sample.At),
            new EnquiryBlock(saved.Id, [5], Sample.At),
            new EnquiryReport(saved.Id, ReportReason.Advertising, "Buy now", account.Id, Sample.At),
            new EnquiryChoices(saved.Id, isOpen: true, takesWords: true),
            new EnquirySecret("sealed"));
        await db.SaveChangesAsync(Cancel);
        foreach (var table in Columns(db).Select(c => c.Table).Distinct())
        {
            Assert.NotEqual(0, await CountAsync(db, table));
        }
    }

    // Accounts and keys are tables of the framework's making.
    private static IEnumerable<(string Table, IProperty Property)> Columns(FinderDbContext db) =>
        from entity in db.Model.GetEntityTypes()
        where entity.GetTableName() is not null && entity.ClrType != typeof(Account) && !entity.ClrType.Namespace!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
        from property in entity.GetProperties()
        select (entity.GetTableName()!, property);

    private static Task<int> CountAsync(FinderDbContext db, string table)
    {
        var sql = $"SELECT COUNT(*) AS \"Value\" FROM \"{table}\"";
        return db.Database.SqlQueryRaw<int>(sql).SingleAsync(Cancel);
    }

    private static async Task<bool> RefusesAsync(FinderDbContext db, string table, IProperty property, string? value)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        try
        {
            var sql = $"UPDATE \"{table}\" SET \"{property.GetColumnName()}\" = " + (value is null ? "NULL" : "{0}");
            await db.Database.ExecuteSqlRawAsync(sql, value is null ? [] : [value], Cancel);
            return false;
        }
        catch (DbException)
        {
            return true;
        }
    }

    /// <summary>Every property of every record in the content has a value somewhere in it, so that a new one is added to the sample.</summary>
    private static void AssertSaysEverything(ListingContent content)
    {
        var said = new HashSet<PropertyInfo>();
        var seen = new HashSet<PropertyInfo>();
        Visit(content);
        Assert.Empty(seen.Except(said).Select(p => $"{p.DeclaringType!.Name}.{p.Name}"));

        void Visit(object value)
        {
            foreach (var property in value.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0))
            {
                seen.Add(property);
                var part = property.GetValue(value);
                var items = part is IEnumerable and not string ? ((IEnumerable)part).Cast<object>().ToList() : [];
                if (part is not (null or "" or 0 or IEnumerable and not string) || items.Count > 0)
                {
                    said.Add(property);
                }

                foreach (var item in items.Append(part).Where(i => i?.GetType().Namespace?.StartsWith("PractitionerFinder.Core.Listings", StringComparison.Ordinal) == true && !i.GetType().IsEnum))
                {
                    Visit(item!);
                }
            }
        }
    }
}

public sealed class ListingStorageTestsOnSqlite() : ListingStorageTests(TestProvider.Sqlite);

public sealed class ListingStorageTestsOnSqlServer() : ListingStorageTests(TestProvider.SqlServer);
