using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Shared.Rights;
using PractitionerFinder.Web.Tests.Features.Portal;
using static PractitionerFinder.Web.Tests.Features.Portal.PeopleSite;

namespace PractitionerFinder.Web.Tests.Features.Rights;

/// <summary>The model of the database, whatever tables it comes to have, against what is exported and what is erased.</summary>
public sealed class LinkedTablesTests : IAsyncDisposable
{
    // Names of columns that tell of an account, a listing or somebody's address without a foreign key.
    private static readonly string[] Telling = ["ListingId", "AccountId", "UserId", "By", "About", "Author", "Email", "To", "Words", "SavedBy", "InvitedBy", "UploadedBy", "CheckedBy"];

    private readonly PeopleSite site = RightsSite.New();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Every_table_that_has_to_do_with_an_account_or_a_listing_is_exported_or_says_why_not()
    {
        await using var db = await site.ContextAsync();
        var linked = Linked(db.Model);

        Assert.Equal(linked.Select(t => t.ClrType.Name).Order(), LinkedTables.All.Keys.Select(t => t.Name).Order());
        Assert.All(LinkedTables.All, t => Assert.True(t.Value.Path is not null || t.Value.Why is not null, t.Key.Name));
    }

    [Fact]
    public async Task Every_row_of_an_account_or_a_listing_goes_with_it()
    {
        await using var db = await site.ContextAsync();
        var linked = Linked(db.Model);
        var staying = linked.SelectMany(t => t.GetForeignKeys())
            .Where(k => linked.Contains(k.PrincipalEntityType) && k.DeleteBehavior != DeleteBehavior.Cascade)
            .Select(k => $"{k.DeclaringEntityType.ClrType.Name}.{k.Properties[0].Name}");

        // Listings that were merged into one that is erased stay, and lead nowhere.
        Assert.Equal(["Listing.MergedIntoId"], staying);
    }

    [Fact]
    public async Task What_is_told_to_be_in_the_file_is_in_it()
    {
        var quokka = await Quokka.MoveInAsync(site);
        var owner = await site.SignInAsync(Quokka.Word);
        await owner.PressAsync($"/portal/listings/{quokka.Listing}/delete", "delete", ("Password", Password));

        var (data, _) = await DownloadAsync(owner);

        var missing = LinkedTables.All.Values.Select(t => t.Path).OfType<string>().Where(p => !IsThere(data, p.Split('.'))).ToList();
        Assert.Empty(missing);
    }

    [Fact]
    public async Task The_file_holds_every_word_and_every_picture_and_no_secret()
    {
        var quokka = await Quokka.MoveInAsync(site);
        var owner = await site.SignInAsync(Quokka.Word);

        var (data, files) = await DownloadAsync(owner);

        // A mail is the one thing that is not in it; what names a login is its secret half.
        var text = data.GetRawText();
        foreach (var said in new[] { "name", "claim", "login", "passkey", "draft", "street", "floor", "parking", "transport", "about 0", "again 0", "headline", "new headline", "pronouns", "school", "register", "number", "first visit", "alt", "card.pdf", "alert", "claim words", "letter.pdf", "where", "first words", "message" })
        {
            Assert.Contains($"{Quokka.Word} {said}", text, StringComparison.Ordinal);
        }

        Assert.All(quokka.Files, f => Assert.Contains(files.Values, v => v.AsSpan().SequenceEqual(f)));
        Assert.Equal(
            data.GetProperty("listings")[0].GetProperty("photos")[0].GetProperty("files").EnumerateArray().Select(f => f.GetString())
                .Append(data.GetProperty("listings")[0].GetProperty("documents")[0].GetProperty("file").GetString())
                .Append(data.GetProperty("account").GetProperty("claims")[0].GetProperty("documents")[0].GetProperty("file").GetString()).Append("everything.json").Order(),
            files.Keys.Order());
        await using var db = await site.ContextAsync();
        var account = await db.Users.SingleAsync(a => a.Id == quokka.Account, Cancel);
        var secrets = (await db.UserTokens.Where(t => t.UserId == quokka.Account).ToListAsync(Cancel)).SelectMany(t => t.Value!.Split(';'))
            .Append(account.PasswordHash!).Append(account.SecurityStamp!).Append(account.ConcurrencyStamp!).Append($"{Quokka.Word} key");
        Assert.All(secrets, s => Assert.DoesNotContain(s, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Other_people_are_somebody_else_in_it()
    {
        var amira = await site.GivenPersonAsync("amira");
        var ben = await site.GivenPersonAsync("ben");
        var listing = await site.GivenListingAsync(amira);
        await site.JoinAsync(listing, ben, MemberRole.Editor);
        await site.WriteAsync(db =>
        {
            db.Add(new ListingEvent(listing, ListingDeed.Joined, ben, Noon));
            db.Add(new ListingInvite(listing, "dora@elsewhere.example", InvitedAs.Editor, new byte[32], amira, Noon));
        });

        var (owners, _) = await DownloadAsync(await site.SignInAsync("amira"));
        var (editors, _) = await DownloadAsync(await site.SignInAsync("ben"));

        Assert.DoesNotContain("ben", owners.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("dora", owners.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["you", "somebody else"], owners.GetProperty("listings")[0].GetProperty("keptBy").EnumerateArray().Select(p => p.GetProperty("who").GetString()).OrderDescending());

        // An editor gets their part, and not what others own.
        Assert.Equal(0, editors.GetProperty("listings").GetArrayLength());
        Assert.Equal("Holt Clinic", editors.GetProperty("keepsForOthers")[0].GetProperty("name").GetString());
        Assert.Equal("you", editors.GetProperty("deeds")[0].GetProperty("by").GetString());
        Assert.DoesNotContain("Secret Street", editors.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_what_the_file_holds()
    {
        await Quokka.MoveInAsync(site);
        var owner = await site.SignInAsync(Quokka.Word);

        var words = (await owner.OpenAsync("/account/export")).Words();

        foreach (var said in new[] { "passkey", "street", "draft", "new headline", "card.pdf", "alt" })
        {
            Assert.Contains($"{Quokka.Word} {said}", words, StringComparison.Ordinal);
        }

        Assert.Contains("Has second step No", words, StringComparison.Ordinal);
        Assert.Contains("15 June 2026, 12:00 UTC", words, StringComparison.Ordinal);
        Assert.Contains("What is compared when you sign in", words, StringComparison.Ordinal);
    }

    /// <summary>Accounts, listings, and every table that leads to one of them, by keys or by the names of its columns.</summary>
    private static HashSet<IEntityType> Linked(IModel model)
    {
        var linked = model.GetEntityTypes().Where(t => t.ClrType == typeof(Account) || t.ClrType == typeof(Listing) || t.GetProperties().Any(p => Telling.Contains(p.Name))).ToHashSet();
        while (model.GetEntityTypes().Where(t => !linked.Contains(t) && t.GetForeignKeys().Any(k => linked.Contains(k.PrincipalEntityType))).ToList() is { Count: > 0 } more)
        {
            linked.UnionWith(more);
        }

        return linked;
    }

    private static bool IsThere(JsonElement data, ReadOnlySpan<string> path) => data.ValueKind switch
    {
        JsonValueKind.Array when path.Length > 0 => Any(data, path),
        JsonValueKind.Array => data.GetArrayLength() > 0,
        JsonValueKind.Object when path.Length > 0 => data.TryGetProperty(path[0], out var value) && IsThere(value, path[1..]),
        _ => path.Length == 0 && data.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined),
    };

    private static bool Any(JsonElement list, ReadOnlySpan<string> path)
    {
        foreach (var item in list.EnumerateArray())
        {
            if (IsThere(item, path))
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<(JsonElement Data, Dictionary<string, byte[]> Files)> DownloadAsync(Visitor person)
    {
        using var answer = await person.Browser.GetAsync("/account/export/everything.zip", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        await using var zip = await ZipArchive.CreateAsync(await answer.Content.ReadAsStreamAsync(Cancel), ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null, Cancel);
        var files = new Dictionary<string, byte[]>();
        foreach (var entry in zip.Entries)
        {
            await using var stream = await entry.OpenAsync(Cancel);
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory, Cancel);
            files[entry.FullName] = memory.ToArray();
        }

        using var document = JsonDocument.Parse(files["everything.json"]);
        return (document.RootElement.Clone(), files);
    }
}
