using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Shared.Learning;

/// <summary>The pages as they are now: read once, and in Development again when a file has been saved.</summary>
public sealed partial class LearnShelf
{
    private readonly string folder;
    private readonly Vocabulary vocabulary;
    private readonly bool isWatched;
    private readonly ILogger<LearnShelf> log;
    private readonly Lock reading = new();
    private volatile Read read;

    /// <exception cref="InvalidDataException">A table is missing or malformed; the message names the line.</exception>
    public LearnShelf(SiteSettings site, Vocabulary vocabulary, IHostEnvironment environment, ILogger<LearnShelf> log)
    {
        folder = environment.IsDevelopment() && SourceOf(site.SeedFolder, environment.ContentRootPath) is { } source ? source : site.SeedFolder;
        this.vocabulary = vocabulary;
        this.log = log;
        isWatched = environment.IsDevelopment();
        read = Load(Stamp());
    }

    /// <summary>Every page that can be shown.</summary>
    public LearnLibrary Current => Newest().Library;

    /// <summary>What tells these pages from those that were read before; it is part of the key of every kept answer.</summary>
    public string Version => Newest().Stamp;

    // The files that are edited, not the copies that were built from them.
    private static string? SourceOf(string copied, string contentRoot) =>
        Path.GetFullPath(Path.Combine(contentRoot, "..", "..", Path.GetFileName(copied))) is var source && Directory.Exists(source) ? source : null;

    private Read Newest()
    {
        if (!isWatched || Stamp() is var stamp && stamp == read.Stamp)
        {
            return read;
        }

        lock (reading)
        {
            if (stamp != read.Stamp)
            {
                try
                {
                    read = Load(stamp);
                }
                catch (Exception error) when (error is InvalidDataException or IOException)
                {
                    // Half-written, or a table that is broken: what was read before is served until the next save.
                    Kept(log, error.Message);
                    read = read with { Stamp = stamp };
                }
            }

            return read;
        }
    }

    private Read Load(string stamp)
    {
        var library = LearnLibrary.Load(folder, vocabulary);
        foreach (var problem in library.Problems)
        {
            LeftOut(log, problem);
        }

        return new Read(library, stamp);
    }

    /// <summary>When the newest file was saved, and how many there are.</summary>
    private string Stamp()
    {
        if (!isWatched)
        {
            return "";
        }

        var files = Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".md" or ".tsv").Select(File.GetLastWriteTimeUtc).ToList();
        return $"{files.Count}-{files.Max().Ticks}";
    }

    [LoggerMessage(LogLevel.Error, "A page is left out because it is broken: {Problem}")]
    private static partial void LeftOut(ILogger log, string problem);

    [LoggerMessage(LogLevel.Error, "The pages cannot be read again, and stay as they were: {Problem}")]
    private static partial void Kept(ILogger log, string problem);

    private sealed record Read(LearnLibrary Library, string Stamp);
}
