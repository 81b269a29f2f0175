using System.Globalization;
using System.Text;
using System.Threading.Channels;
using PractitionerFinder.Core.Statistics;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Shared.Counting;

/// <summary>
/// Writes down what was served, in files that only grow, in the moment in which it was: whenever the program ends, what is in a file is not lost. A page never
/// waits for it. <see cref="FoldCounts"/> takes the files into the database.
/// </summary>
public sealed partial class CountJournal(SiteSettings site, TimeProvider time, ILogger<CountJournal> log) : BackgroundService
{
    internal const string Pattern = "*.log";
    internal const char Enough = 'F';

    // More than this waits only where the disk does not take anything: then counts are lost, and no page is.
    private const int MostWaiting = 100_000;
    private const int BatchLines = 1_000;

    private readonly Channel<Entry> entries = Channel.CreateBounded<Entry>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = false });
    private readonly SearcherCounts searchers = new();
    private readonly Lock writing = new();
    private readonly StringBuilder batch = new();
    private FileStream? file;
    private bool isBroken;

    /// <summary>Something that was served.</summary>
    /// <param name="Week">The week it was served in.</param>
    /// <param name="What">What <see cref="Shown"/> said of it.</param>
    /// <param name="Searcher">Tells searchers apart; it is written nowhere.</param>
    public readonly record struct Entry(DateOnly Week, string What, int Searcher);

    /// <summary>Where the files are.</summary>
    public string Folder { get; } = Path.Combine(site.DataFolder, "statistics");

    /// <summary>Notes something that was served.</summary>
    public void Add(Entry entry) => entries.Writer.TryWrite(entry);

    /// <summary>Notes that somebody has written to a practitioner.</summary>
    public void AddContact(string slug) => Add(new Entry(CountedWeek.Of(time.GetUtcNow().UtcDateTime), Shown.ContactWith(slug), 0));

    /// <summary>Ends the file that is written, with all that was noted before in it; the next line begins another.</summary>
    public void Close()
    {
        lock (writing)
        {
            WriteWaiting();
            file?.Flush(flushToDisk: true);
            file?.Dispose();
            file = null;
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Close();
    }

    public override void Dispose()
    {
        lock (writing)
        {
            file?.Dispose();
            file = null;
        }

        base.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await entries.Reader.WaitToReadAsync(stoppingToken))
        {
            lock (writing)
            {
                WriteWaiting();
            }
        }
    }

    private void WriteWaiting()
    {
        while (entries.Reader.TryRead(out var entry))
        {
            Append(entry);
            for (var lines = 1; lines < BatchLines && entries.Reader.TryRead(out entry); lines++)
            {
                Append(entry);
            }

            Write();
        }
    }

    private void Append(Entry entry)
    {
        Line(entry.Week, entry.What);
        if (entry.What[0] == Shown.Search && entry.What.Split(Shown.Between) is [_, _, _, var place, var ids])
        {
            foreach (var id in ids.Split(','))
            {
                if (searchers.IsFifth(entry.Week, long.Parse(id, CultureInfo.InvariantCulture), place, entry.Searcher))
                {
                    Line(entry.Week, $"{Enough}{Shown.Between}{id}{Shown.Between}{place}");
                }
            }
        }
    }

    private void Line(DateOnly week, string what) =>
        batch.Append(week.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append(Shown.Between).Append(what).Append('\n');

    private void Write()
    {
        try
        {
            file ??= Open();
            file.Write(Encoding.ASCII.GetBytes(batch.ToString()));
            file.Flush();
            isBroken = false;
        }
        catch (IOException error)
        {
            // Said once, and not for every page.
            if (!isBroken)
            {
                Broken(log, error);
            }

            isBroken = true;
        }
        finally
        {
            batch.Clear();
        }
    }

    // Whoever else finds the file cannot open it for themselves alone, and so leaves it to this program.
    private FileStream Open()
    {
        Directory.CreateDirectory(Folder);
        var name = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyyMMddHHmmss}-{Guid.NewGuid():N}.log");
        return new FileStream(Path.Combine(Folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
    }

    [LoggerMessage(LogLevel.Warning, "What is served cannot be written down for the statistics of listings: it is not counted until it can.")]
    private static partial void Broken(ILogger log, Exception error);

    /// <summary>Knows of every listing and place whether five different searchers came, and forgets it with the week. One caller at a time.</summary>
    private sealed class SearcherCounts
    {
        // Beyond so many a place is not named, as if fewer had come.
        private const int Most = 200_000;

        private readonly Dictionary<(long Listing, string Place), List<int>?> seen = [];
        private DateOnly week;

        public bool IsFifth(DateOnly now, long listing, string place, int searcher)
        {
            if (now != week)
            {
                week = now;
                seen.Clear();
            }

            if (!seen.TryGetValue((listing, place), out var some))
            {
                if (seen.Count < Most)
                {
                    seen.Add((listing, place), [searcher]);
                }

                return false;
            }

            if (some is null || some.Contains(searcher))
            {
                return false;
            }

            some.Add(searcher);
            if (some.Count < ListingPlace.Fewest)
            {
                return false;
            }

            // Who they were is not needed any more.
            seen[(listing, place)] = null;
            return true;
        }
    }
}
