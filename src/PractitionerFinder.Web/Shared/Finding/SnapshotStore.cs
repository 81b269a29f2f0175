using System.Diagnostics.CodeAnalysis;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Finder.Saving;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Shared.Finding;

/// <summary>
/// The last snapshot as a file of this node, so that a start need not read every listing again. It can be deleted at any time; what cannot be read is
/// deleted and built anew. It never holds longer than it must what is no longer public: see <see cref="Erase"/>.
/// </summary>
public sealed partial class SnapshotStore(SiteSettings site, Vocabulary vocabulary, ILogger<SnapshotStore> log)
{
    private readonly Lock erasing = new();
    private int erasures;

    private string Folder => Path.Combine(site.DataFolder, "snapshot");

    private string Kept => Path.Combine(Folder, "listings.snapshot");

    private string Unfinished => Kept + ".new";

    /// <summary>The snapshot that was kept and the mark it was kept with; null when there is none that can be used.</summary>
    public (Snapshot Snapshot, byte[] Mark)? Read()
    {
        // Of a process that was killed while it wrote; nothing else would ever delete it.
        Delete(Unfinished);
        if (!File.Exists(Kept))
        {
            return null;
        }

        try
        {
            return SnapshotFile.Read(Kept, vocabulary);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Unusable(log, error.Message);
            Erase();
            return null;
        }
    }

    /// <summary>Keeps a snapshot instead of the last, unless something is erased meanwhile.</summary>
    public void Keep(Snapshot snapshot, byte[] mark)
    {
        var before = Volatile.Read(ref erasures);
        try
        {
            Directory.CreateDirectory(Folder);
            using (var file = new FileStream(Unfinished, Private(FileMode.Create)))
            {
                SnapshotFile.Write(file, snapshot, vocabulary, mark);
            }

            lock (erasing)
            {
                if (erasures == before)
                {
                    File.Move(Unfinished, Kept, overwrite: true);
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            NotKept(log, error.Message);
        }
        finally
        {
            Delete(Unfinished);
        }
    }

    /// <summary>Deletes the file, and keeps away what is being written: it may hold what somebody has just taken back.</summary>
    public void Erase()
    {
        lock (erasing)
        {
            erasures++;
            Delete(Kept);
        }
    }

    private static FileStreamOptions Private(FileMode mode)
    {
        const int buffer = 1 << 16;
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, BufferSize = buffer };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps it from being deleted is said; nobody can do more.")]
    private void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // Nor is it there.
        }
        catch (Exception error)
        {
            NotDeleted(log, path, error);
        }
    }

    [LoggerMessage(LogLevel.Information, "The snapshot that was kept is not used, and built anew: {Reason}")]
    private static partial void Unusable(ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "The snapshot could not be kept, and the next start will take longer: {Reason}")]
    private static partial void NotKept(ILogger log, string reason);

    [LoggerMessage(LogLevel.Error, "{Path} could not be deleted. It may hold what is no longer public: delete it.")]
    private static partial void NotDeleted(ILogger log, string path, Exception error);
}
