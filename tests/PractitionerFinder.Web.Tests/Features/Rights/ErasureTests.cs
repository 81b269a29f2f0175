using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Finder;
using PractitionerFinder.Web.Shared.Finding;
using PractitionerFinder.Web.Shared.Mailing;
using PractitionerFinder.Web.Tests.Features.Portal;

namespace PractitionerFinder.Web.Tests.Features.Rights;

/// <summary>What is erased is in no file any more.</summary>
public sealed class ErasureTests : IAsyncDisposable
{
    private readonly PeopleSite site = RightsSite.New();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task After_the_time_to_take_it_back_no_file_holds_a_word_or_a_picture_of_what_was_erased()
    {
        var quokka = await Quokka.MoveInAsync(site);
        await site.CatchUpAsync();

        // From the log into the file, where it lay for as long as nobody was leaving.
        await site.Services.GetRequiredService<FinderDatabase>().ForgetDeletedAsync(Cancel);
        var whole = Snapshot.Build(site.Services.GetRequiredService<PublishedListings>().ReadAll(), site.Services.GetRequiredService<Vocabulary>(), site.Services.GetRequiredService<SnapshotKeeper>().Version);
        site.Services.GetRequiredService<SnapshotStore>().Keep(whole, new byte[32]);
        var before = await FindAsync(quokka);
        Assert.Superset(new HashSet<string> { "finder.db", "outbox", "snapshot" }, before.Select(f => f.Split(':', Path.DirectorySeparatorChar)[0]).ToHashSet());
        Assert.All(Enumerable.Range(0, quokka.Files.Count), i => Assert.Contains(before, f => f.EndsWith($"file {i}", StringComparison.Ordinal)));

        var owner = await site.SignInAsync(Quokka.Word);
        await owner.DeleteAccountAsync();
        await site.CatchUpAsync();
        Assert.DoesNotContain(await FindAsync(quokka), f => f.StartsWith("snapshot", StringComparison.Ordinal));
        site.Time.Advance(RightsSite.UndoTime);
        await site.EraseAsync();
        await site.CatchUpAsync();

        Assert.Empty(await FindAsync(quokka));
        var mails = site.Services.GetRequiredService<Outbox>();
        Assert.Empty(Enum.GetValues<Outbox.Place>().SelectMany(mails.In));
    }

    [Fact]
    public async Task A_listing_that_is_erased_alone_leaves_no_word_either_and_its_owner_stays()
    {
        var quokka = await Quokka.MoveInAsync(site);
        var owner = await site.SignInAsync(Quokka.Word);
        await owner.PressAsync($"/portal/listings/{quokka.Listing}/delete", "delete", ("Password", PeopleSite.Password));
        site.Time.Advance(RightsSite.UndoTime);
        await site.EraseAsync();

        var left = await FindAsync(quokka, $"{Quokka.Word} clinic", $"{Quokka.Word} about", $"{Quokka.Word} draft", $"{Quokka.Word} parking", $"{Quokka.Word} card");

        Assert.Empty(left);
        await (await site.SignInAsync(Quokka.Word)).OpenAsync("/account");
    }

    /// <summary>Where a word or bytes of somebody lie: file and what was found in it.</summary>
    private async Task<IReadOnlyList<string>> FindAsync(Quokka quokka, params string[] words)
    {
        string[] wanted = words.Length > 0 ? words : [Quokka.Word];
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(site.DataFolder, "*", SearchOption.AllDirectories))
        {
            if (await ReadAsync(file) is not { } bytes)
            {
                continue;
            }

            var name = Path.GetRelativePath(site.DataFolder, file);
            var (narrow, wide, shifted) = (Encoding.Latin1.GetString(bytes), Encoding.Unicode.GetString(bytes), bytes.Length > 0 ? Encoding.Unicode.GetString(bytes.AsSpan(1)) : "");
            found.AddRange(wanted.Where(w => new[] { narrow, wide, shifted }.Any(t => t.Contains(w, StringComparison.OrdinalIgnoreCase))).Select(w => $"{name}: {w} at {narrow.IndexOf(w, StringComparison.OrdinalIgnoreCase)}"));

            // Pages of the file cut what is long: a few bytes from each part of it are enough.
            const int step = 500;
            const int piece = 16;
            found.AddRange(quokka.Files.Select((f, i) => (File: f, Number: i))
                .Where(f => Enumerable.Range(0, f.File.Length / step).Any(at => bytes.AsSpan().IndexOf(f.File.AsSpan(at * step, piece)) >= 0))
                .Select(f => $"{name}: file {f.Number}"));
        }

        return found;
    }

    /// <summary>Null when it has gone meanwhile, as the file does that the connections of a database share.</summary>
    private static async Task<byte[]?> ReadAsync(string file)
    {
        try
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory, Cancel);
            return memory.ToArray();
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
