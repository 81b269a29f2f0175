using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace PractitionerFinder.Data.Tests.Preparing;

public sealed class ForgettingTests : IDisposable
{
    private const string Secret = "quokka";
    private const string Plain = "wombat";

    private readonly DatabaseFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task After_an_erasure_no_page_holds_what_was_deleted_though_overwriting_it_left_some()
    {
        await folder.Database.PrepareAsync((_, _) => Task.CompletedTask, Cancel);
        await using (var db = folder.CreateDbContext())
        {
            await db.Database.OpenConnectionAsync(Cancel);
            for (var seed = 0; seed < 10; seed++)
            {
                Churn((SqliteConnection)db.Database.GetDbConnection(), seed);
            }
        }

        Assert.True(await folder.Database.ForgetDeletedAsync(Cancel));
        Assert.Contains(Secret, await ReadAsync(), StringComparison.Ordinal);

        await using (var db = folder.CreateDbContext())
        {
            await folder.Database.NoteErasureAsync(db, Cancel);
        }

        Assert.True(await folder.Database.ForgetDeletedAsync(Cancel));
        Assert.DoesNotContain(Secret, await ReadAsync(), StringComparison.Ordinal);
        Assert.Equal("ok", folder.Ask("PRAGMA integrity_check"));
        Assert.Equal(0L, folder.Ask("PRAGMA user_version"));
    }

    [Fact]
    public async Task What_is_still_to_be_forgotten_goes_back_with_the_transaction_that_erases()
    {
        await folder.Database.PrepareAsync((_, _) => Task.CompletedTask, Cancel);
        await using var db = folder.CreateDbContext();
        await using (await db.Database.BeginTransactionAsync(Cancel))
        {
            await folder.Database.NoteErasureAsync(db, Cancel);
        }

        Assert.Equal(0L, folder.Ask("PRAGMA user_version"));
    }

    [Fact]
    public async Task While_somebody_reads_what_was_there_before_it_says_that_it_is_not_done()
    {
        await folder.Database.PrepareAsync((_, _) => Task.CompletedTask, Cancel);
        await using var reader = folder.CreateDbContext();
        await reader.Database.OpenConnectionAsync(Cancel);
        await using var reading = ((SqliteConnection)reader.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await reader.Database.UseTransactionAsync(reading, Cancel);
        await reader.Users.CountAsync(Cancel);
        await using (var db = folder.CreateDbContext())
        {
            await db.Database.ExecuteSqlAsync($"CREATE TABLE Later (Id INTEGER)", Cancel);
        }

        Assert.False(await folder.Database.ForgetDeletedAsync(Cancel));
        await reading.CommitAsync(Cancel);
        Assert.True(await folder.Database.ForgetDeletedAsync(Cancel));
    }

    /// <summary>Writes rows of many lengths, writes them again and deletes some, so that rows move from page to page; in the end every row with the secret is deleted.</summary>
    private static void Churn(SqliteConnection connection, int seed)
    {
        var random = new Random(seed);
        Do($"CREATE TABLE T{seed} (Id INTEGER PRIMARY KEY AUTOINCREMENT, Name TEXT UNIQUE, Words TEXT)");
        for (var i = 0; i < 1_500; i++)
        {
            var word = random.Next(10) == 0 ? Secret : Plain;
            switch (random.Next(10))
            {
                case < 6:
                    Do($"INSERT INTO T{seed} (Name, Words) VALUES ('{word}{random.NextInt64()}', '{Words(word)}')");
                    break;
                case < 9:
                    Do($"UPDATE T{seed} SET Words = '{Words(Secret)}', Name = '{Secret}{random.NextInt64()}' WHERE Id = {random.Next(1, i + 2)} AND Name LIKE '{Secret}%'");
                    Do($"UPDATE T{seed} SET Words = '{Words(Plain)}' WHERE Id = {random.Next(1, i + 2)} AND Name LIKE '{Plain}%'");
                    break;
                default:
                    Do($"DELETE FROM T{seed} WHERE Name LIKE '{Plain}%' AND Id % 50 = {random.Next(50)}");
                    break;
            }
        }

        Do($"DELETE FROM T{seed} WHERE Name LIKE '{Secret}%'");

        string Words(string word) => string.Concat(Enumerable.Repeat(word, random.GetItems([1, 10, 50, 200, 900], 1)[0]));

        void Do(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    private async Task<string> ReadAsync()
    {
        var all = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(folder.Path, "finder.db*").Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            all.Append(await reader.ReadToEndAsync(Cancel));
        }

        return all.ToString();
    }
}
