namespace PractitionerFinder.Web.Shared.Uploads;

/// <summary>What arrives is read up to a limit and no further, whatever its length was said to be.</summary>
public static class UploadBytes
{
    /// <summary>Most bytes of one file.</summary>
    public const int Most = 10 * 1024 * 1024;

    private const int AtATime = 64 * 1024;

    /// <summary>The file; null when it goes on after <see cref="Most"/> bytes. The rest is then left unread.</summary>
    public static async Task<byte[]?> ReadAsync(Stream upload, CancellationToken cancel)
    {
        using var read = new MemoryStream();
        var some = new byte[AtATime];
        while (await upload.ReadAsync(some, cancel) is > 0 and var count)
        {
            if (read.Length + count > Most)
            {
                return null;
            }

            read.Write(some, 0, count);
        }

        return read.ToArray();
    }
}
