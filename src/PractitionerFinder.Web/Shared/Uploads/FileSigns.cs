using System.Text;

namespace PractitionerFinder.Web.Shared.Uploads;

/// <summary>Tells files apart by the bytes that their formats ask for, and finds those that are of two formats at once.</summary>
public static class FileSigns
{
    // Readers of PDF and of pages look for their beginning within so many bytes.
    private const int Head = 1024;

    // A ZIP is found by a record at its end: 22 bytes and a comment of up to 65,535.
    private const int ZipTail = 22 + 65_535;

    private const int BrandsUpTo = 64;

    private static readonly byte[][] Markup = [.. new[] { "<html", "<!doctype", "<script", "<iframe", "<?php" }.Select(Encoding.ASCII.GetBytes)];

    /// <summary>What a file begins as.</summary>
    public static FileKind Of(ReadOnlySpan<byte> file) => file switch
    {
        [0xFF, 0xD8, 0xFF, ..] => FileKind.Jpeg,
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileKind.Png,
        _ when file.StartsWith("RIFF"u8) && file.Length >= 12 && file[8..].StartsWith("WEBP"u8) => FileKind.Webp,
        _ when file.StartsWith("%PDF-"u8) => FileKind.Pdf,
        _ when file.StartsWith("GIF8"u8) => FileKind.Gif,
        _ when file.StartsWith("II*\0"u8) || file.StartsWith("MM\0*"u8) => FileKind.Tiff,
        _ when file.StartsWith("BM"u8) => FileKind.Bmp,
        _ when file.Length >= 12 && file[4..].StartsWith("ftyp"u8) => OfBrands(file[8..Math.Min(file.Length, BrandsUpTo)]),
        _ when Holds(First(file, Head), "<svg"u8) => FileKind.Svg,
        _ => FileKind.Unknown,
    };

    /// <summary>
    /// Whether a picture is something else as well: a page, a program's archive, a document, a picture of another format. What
    /// telephones put behind a photo (a film, a second JPEG, notes of their own) is none of these, and is dropped like all metadata.
    /// </summary>
    public static bool HidesAnother(ReadOnlySpan<byte> picture) =>
        HoldsMarkup(picture)
        || HoldsZip(picture)
        || First(picture, Head).IndexOf("%PDF-"u8) >= 0
        || picture.IndexOf("GIF89a"u8) >= 0
        || picture.IndexOf("GIF87a"u8) >= 0
        || picture.IndexOf("Rar!\x1A\x07"u8) >= 0
        || HoldsRiff(picture[4..])
        || picture[1..].IndexOf("PNG\r\n\x1A\n"u8) > 0;

    /// <summary>Whether a PDF is a page or an archive as well.</summary>
    public static bool HidesAnotherInPdf(ReadOnlySpan<byte> document) => HoldsMarkup(First(document, Head)) || HoldsZip(document);

    /// <summary>Whether a PDF ends as one must.</summary>
    public static bool IsWholePdf(ReadOnlySpan<byte> document) => Last(document, Head).IndexOf("%%EOF"u8) >= 0;

    private static FileKind OfBrands(ReadOnlySpan<byte> brands) =>
        brands.IndexOf("avif"u8) >= 0 ? FileKind.Avif
        : brands.IndexOf("hei"u8) >= 0 || brands.IndexOf("hev"u8) >= 0 || brands.IndexOf("mif1"u8) >= 0 ? FileKind.Heic
        : FileKind.Unknown;

    private static bool HoldsZip(ReadOnlySpan<byte> file) => Last(file, ZipTail).IndexOf("PK\x05\x06"u8) >= 0;

    private static bool HoldsRiff(ReadOnlySpan<byte> file)
    {
        for (var at = file.IndexOf("RIFF"u8); at >= 0;)
        {
            file = file[at..];
            if (file.Length >= 12 && file[8..].StartsWith("WEBP"u8))
            {
                return true;
            }

            file = file[4..];
            at = file.IndexOf("RIFF"u8);
        }

        return false;
    }

    private static bool HoldsMarkup(ReadOnlySpan<byte> file)
    {
        foreach (var tag in Markup)
        {
            if (Holds(file, tag))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a tag is there, in letters of either case.</summary>
    private static bool Holds(ReadOnlySpan<byte> file, ReadOnlySpan<byte> tag)
    {
        for (var at = file.IndexOf(tag[0]); at >= 0; at = file.IndexOf(tag[0]))
        {
            file = file[at..];
            if (file.Length >= tag.Length && Ascii.EqualsIgnoreCase(file[..tag.Length], tag))
            {
                return true;
            }

            file = file[1..];
        }

        return false;
    }

    private static ReadOnlySpan<byte> First(ReadOnlySpan<byte> file, int count) => file[..Math.Min(file.Length, count)];

    private static ReadOnlySpan<byte> Last(ReadOnlySpan<byte> file, int count) => file[^Math.Min(file.Length, count)..];
}
