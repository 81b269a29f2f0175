using System.Globalization;
using Microsoft.Net.Http.Headers;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Shared.Uploads;

/// <summary>
/// How stored files are sent. Whoever asks was allowed to by then: a public photo by the listing, a draft or a document by the
/// portal.
/// </summary>
public static class UploadAnswers
{
    public const string Jpeg = "image/jpeg";

    public const string Webp = "image/webp";

    // The browser of whoever saw it keeps it; no cache in between does, so that a photo that was taken down is gone for all others.
    private const string KeptForGood = "private, max-age=31536000, immutable";

    /// <summary>A picture that is named by its key: the source, or one of the squares.</summary>
    public static IResult Picture(HttpContext context, byte[] bytes, string contentType)
    {
        context.Response.Headers.CacheControl = KeptForGood;
        return TypedResults.Bytes(bytes, contentType);
    }

    /// <summary>
    /// A document, to be saved and never to be opened in the page: it has no type that a browser would show, a name of ours, and
    /// no rights should a browser show it all the same.
    /// </summary>
    public static IResult Document(HttpContext context, ProofDocument document) => Document(context, document.Id, document.ContentType, document.Bytes);

    /// <inheritdoc cref="Document(HttpContext, ProofDocument)"/>
    public static IResult Document(HttpContext context, long id, string contentType, byte[] bytes)
    {
        SecurityHeaders.AllowNothing(context);
        context.Response.Headers.CacheControl = CacheControlHeaderValue.NoStoreString;
        var ending = contentType == ProofMaker.Pdf ? "pdf" : "jpg";
        return TypedResults.File(bytes, "application/octet-stream", string.Create(CultureInfo.InvariantCulture, $"proof-{id}.{ending}"));
    }
}
