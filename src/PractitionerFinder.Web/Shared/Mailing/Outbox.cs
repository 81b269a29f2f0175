using System.Globalization;
using MimeKit;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Shared.Mailing;

/// <summary>
/// The folder of mails under way, a file each. A mail is written whole beside the others and then renamed into <c>waiting</c>, so that it is
/// there or not at whatever moment the program is killed; it leaves when a server has it. Killed between the server's word and that, it is
/// sent once more, under the same Message-ID. The files hold addresses and links that open accounts: nobody else on the machine may read
/// them, and none is kept longer than it is of use.
/// </summary>
public sealed class Outbox(SiteSettings site, TimeProvider time)
{
    /// <summary>How many mails are kept where no server takes them.</summary>
    public const int MostKept = 100;

    /// <summary>How long an operator can look at a mail that the server refused.</summary>
    public static readonly TimeSpan RefusedFor = TimeSpan.FromDays(14);

    private const string TimeFormat = "yyyyMMdd'T'HHmmssfffffff'Z'";
    private const string Unfinished = ".part";
    private const UnixFileMode OursAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly string root = Path.Combine(site.DataFolder, "outbox");
    private readonly Lock naming = new();
    private long lastTicks;
    private TaskCompletionSource arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Where a mail is.</summary>
    public enum Place
    {
        /// <summary>It is written, and whether it is to be sent is not decided yet.</summary>
        Prepared,

        /// <summary>It has not been handed over yet.</summary>
        Waiting,

        /// <summary>There is no server to hand it to.</summary>
        Kept,

        /// <summary>The server will never take it.</summary>
        Refused,
    }

    /// <param name="Id">Its name, by which the older come first.</param>
    /// <param name="At">When it was written, UTC.</param>
    /// <param name="Place">Where it is.</param>
    /// <param name="File">Where it lies.</param>
    public sealed record Letter(string Id, DateTime At, Place Place, string File);

    /// <summary>Ends when the next mail comes.</summary>
    public Task Arrival => Volatile.Read(ref arrival).Task;

    /// <summary>Writes a mail down and onto the disk, and has it sent.</summary>
    /// <exception cref="IOException">It could not be written, as on a full disk, and nothing of it is left.</exception>
    public async Task PutAsync(MimeMessage message, CancellationToken cancel)
    {
        await WriteAsync(message, Place.Waiting, NextId(time.GetUtcNow().UtcDateTime, $"{Random.Shared.Next():x8}"), cancel);
        Arrive();
    }

    /// <summary>Writes a mail down and onto the disk, and waits for <see cref="Send"/>.</summary>
    /// <param name="message">The mail.</param>
    /// <param name="at">When it was written first, UTC.</param>
    /// <param name="name">What it is found by again: no dash is in it.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="IOException">It could not be written, as on a full disk, and nothing of it is left.</exception>
    public async Task<Letter> PrepareAsync(MimeMessage message, DateTime at, string name, CancellationToken cancel)
    {
        var id = NextId(at, name);
        return new Letter(id, at, Place.Prepared, await WriteAsync(message, Place.Prepared, id, cancel));
    }

    /// <summary>Has a prepared mail sent.</summary>
    public void Send(Letter letter)
    {
        try
        {
            Move(letter, Place.Waiting);
        }
        catch (FileNotFoundException)
        {
            // Another process has found it and had it sent.
        }

        Arrive();
    }

    /// <summary>The mails of a place, the oldest first. What has another name than ours is left alone.</summary>
    public IReadOnlyList<Letter> In(Place place)
    {
        var folder = new DirectoryInfo(FolderOf(place));
        return folder.Exists ? [.. folder.EnumerateFiles("*.eml").Select(f => LetterOf(f, place)).OfType<Letter>().OrderBy(l => l.Id, StringComparer.Ordinal)] : [];
    }

    /// <summary>Takes a mail out of the outbox: a server has it.</summary>
    public static void Remove(Letter letter) => File.Delete(letter.File);

    /// <summary>Puts a mail elsewhere.</summary>
    public void Move(Letter letter, Place to)
    {
        CreateFolder(FolderOf(to));
        File.Move(letter.File, Path.Combine(FolderOf(to), letter.Id + ".eml"), overwrite: true);
    }

    /// <summary>Takes away what is of no use any longer.</summary>
    public void Tidy()
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var letter in In(Place.Kept).SkipLast(MostKept).Concat(In(Place.Refused).Where(l => now - l.At > RefusedFor)))
        {
            Remove(letter);
        }

        // Left by a program that was killed while it wrote. Another one, such as a command, may be writing now.
        foreach (var part in new[] { Place.Waiting, Place.Prepared }.Select(FolderOf).Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*" + Unfinished)))
        {
            if (now - File.GetLastWriteTimeUtc(part) > Abandoned)
            {
                TryDelete(part);
            }
        }
    }

    /// <summary>Where it lies then.</summary>
    private async Task<string> WriteAsync(MimeMessage message, Place place, string id, CancellationToken cancel)
    {
        var folder = FolderOf(place);
        var file = Path.Combine(folder, id + ".eml");
        var part = file + Unfinished;
        try
        {
            CreateFolder(folder);
            await using (var stream = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
            {
                await message.WriteToAsync(stream, cancel);

                // To the disk itself, where a full one is noticed at the latest.
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, file);
            return file;
        }
        catch (Exception error)
        {
            TryDelete(part);
            if (error is UnauthorizedAccessException)
            {
                throw new IOException("The outbox cannot be written to.", error);
            }

            throw;
        }
    }

    private void Arrive() => Interlocked.Exchange(ref arrival, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    private string FolderOf(Place place) => Path.Combine(root, place switch
    {
        Place.Prepared => "prepared",
        Place.Waiting => "waiting",
        Place.Kept => "kept",
        _ => "refused",
    });

    private void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(root, OursAlone);
        Directory.CreateDirectory(folder, OursAlone);
    }

    /// <summary>Two mails of one moment keep their order; the end tells them from those of a command that runs beside the site.</summary>
    private string NextId(DateTime written, string end)
    {
        lock (naming)
        {
            lastTicks = Math.Max(lastTicks + 1, written.Ticks);
            var at = new DateTime(lastTicks, DateTimeKind.Utc).ToString(TimeFormat, CultureInfo.InvariantCulture);
            return $"{at}-{end}";
        }
    }

    private static Letter? LetterOf(FileInfo file, Place place)
    {
        var id = Path.GetFileNameWithoutExtension(file.Name);
        return id.Split('-') is [var at, _]
            && DateTime.TryParseExact(at, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var written)
            ? new Letter(id, written, place, file.FullName)
            : null;
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What went wrong before is what has to be told; the next tidying takes the file away.
        }
    }
}
