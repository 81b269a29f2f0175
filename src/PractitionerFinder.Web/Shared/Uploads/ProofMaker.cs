using System.Globalization;
using System.Text;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Web.Shared.Uploads;

/// <summary>
/// Takes documents that prove a credential. A picture is made anew, without what its camera wrote into it; a PDF is kept as it
/// is, because changing it could spoil what it proves, and is only ever given out to be saved.
/// </summary>
public sealed class ProofMaker(PictureReader reader)
{
    public const string Pdf = "application/pdf";

    public const string Picture = "image/jpeg";

    // An A4 page at 200 dots to the inch: small print can be read.
    private const int LongestEdge = 2400;

    private const string NoName = "document";

    public abstract record Result
    {
        /// <summary>Why not, and what to do.</summary>
        public sealed record Refused(string Why) : Result;

        /// <summary>What a <see cref="ProofDocument"/> is made of.</summary>
        public sealed record Accepted(string FileName, string ContentType, byte[] Bytes) : Result;
    }

    /// <summary>Reads what was given, up to the limit.</summary>
    public async Task<Result> ReadAsync(Stream upload, string fileName, CancellationToken cancel)
    {
        if (await UploadBytes.ReadAsync(upload, cancel) is not { } file)
        {
            return new Result.Refused(UploadRefusals.DocumentTooBig);
        }

        var kind = FileSigns.Of(file);
        if (Refusal(file, kind) is { } why)
        {
            return new Result.Refused(why);
        }

        var name = Clean(fileName);
        if (kind == FileKind.Pdf)
        {
            return new Result.Accepted(name, Pdf, file);
        }

        return await reader.ReadAsync(file, LongestEdge, cancel) switch
        {
            PictureReader.Result.Read read => new Result.Accepted(name, Picture, read.Jpeg),
            PictureReader.Result.Refused refused => new Result.Refused(refused.Why),
            _ => throw new InvalidOperationException("The reader answers in one of two ways."),
        };
    }

    /// <summary>The last part of a path, in one line, without what is not seen, short enough to be kept.</summary>
    public static string Clean(string fileName)
    {
        var clean = new StringBuilder();
        foreach (var rune in fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes())
        {
            // Marks of direction could make "gpj.exe" look like "exe.jpg".
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned || rune == Rune.ReplacementChar)
            {
                continue;
            }

            if (clean.Length + rune.Utf16SequenceLength > ProofDocument.FileNameMaxLength)
            {
                break;
            }

            clean.Append(rune.ToString());
        }

        var name = clean.ToString().Trim(' ', '.');
        return name.Length > 0 ? name : NoName;
    }

    private static string? Refusal(byte[] file, FileKind kind) => file.Length == 0 ? UploadRefusals.Empty : kind switch
    {
        FileKind.Jpeg or FileKind.Png => FileSigns.HidesAnother(file) ? UploadRefusals.TwoThings : null,
        FileKind.Pdf when FileSigns.HidesAnotherInPdf(file) => UploadRefusals.TwoThingsInPdf,
        FileKind.Pdf => FileSigns.IsWholePdf(file) ? null : UploadRefusals.BrokenPdf,
        FileKind.Heic => UploadRefusals.Heic,
        FileKind.Unknown => UploadRefusals.NotADocument,
        var other => UploadRefusals.NotThisDocument(other.ToString().ToUpperInvariant()),
    };
}
