using System.Globalization;

namespace PractitionerFinder.Web.Shared.Uploads;

/// <summary>Why a file is not taken, and what to do.</summary>
public static class UploadRefusals
{
    public const string Empty = "This file is empty. Choose another one.";

    public const string PhotoTooBig = "This file is larger than 10 MB. Save the picture smaller (1,600 pixels along its longer edge are plenty), and choose that file.";

    public const string DocumentTooBig = "This file is larger than 10 MB. Save or scan the document smaller, and choose that file.";

    public const string Heic = "This is a HEIC picture, which many browsers cannot show. Save or share it as JPEG, and choose that file.";

    public const string NotAPhoto = "This file is not a picture that we can read. Choose a photo saved as JPEG, PNG or WebP.";

    public const string NotADocument = "This file is not a document that we can read. Choose a PDF, or a picture saved as JPEG or PNG.";

    public const string TwoThings = "This file holds something else besides a picture. Open it, save it again as JPEG, and choose that file.";

    public const string TwoThingsInPdf = "This file holds something else besides a PDF. Open it, print it to a new PDF, and choose that file.";

    public const string Broken = "This picture is damaged or not complete. Save or download it again, and choose the new file.";

    public const string BrokenPdf = "This PDF is damaged or not complete. Save or download it again, and choose the new file.";

    public const string TooSlow = "This picture took too long to read. Open it, save it again as JPEG, and choose that file.";

    public const string Busy = "Many pictures are arriving at this moment. Wait a minute, and choose it again.";

    /// <summary>Of another format, by its name.</summary>
    public static string NotThisPhoto(string format) => $"This is a file of the kind {format}. Choose a photo saved as JPEG, PNG or WebP.";

    /// <summary>Of another format, by its name.</summary>
    public static string NotThisDocument(string format) => $"This is a file of the kind {format}. Choose a PDF, or a picture saved as JPEG or PNG.";

    public static string TooManyPixels(int width, int height) => string.Create(
        CultureInfo.InvariantCulture,
        $"This picture is {width:N0} by {height:N0} pixels, which is too large to work with. Save it with 4,000 pixels along its longer edge or fewer, and choose that file.");

    public static string TooFewPixels(int width, int height) => string.Create(
        CultureInfo.InvariantCulture,
        $"This picture is {width:N0} by {height:N0} pixels, which is too small or too narrow to show. Choose one that is at least {PictureReader.LeastEdge} pixels each way.");
}
