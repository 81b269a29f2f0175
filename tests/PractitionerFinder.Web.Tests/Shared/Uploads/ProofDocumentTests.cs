using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared.Uploads;
using PractitionerFinder.Web.Shell;
using SkiaSharp;

namespace PractitionerFinder.Web.Tests.Shared.Uploads;

public sealed class ProofDocumentTests : IDisposable
{
    private static readonly byte[] Pdf = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"u8.ToArray();

    private readonly PictureReader reader = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => reader.Dispose();

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "nothing", [], UploadRefusals.Empty },
        { "a text", "Certificate"u8.ToArray(), UploadRefusals.NotADocument },
        { "a program called .pdf", [.. "MZ\x90\0"u8, .. new byte[500], .. Pdf], UploadRefusals.NotADocument },
        { "a PDF after something else", [.. "\n\n"u8, .. Pdf], UploadRefusals.NotADocument },
        { "a page with a PDF in it", [.. "<html>"u8, .. Pdf], UploadRefusals.NotADocument },
        { "a picture with a PDF in it", GivenPictures.Photo().With((0xFE, Pdf)), UploadRefusals.TwoThings },
        { "a PDF that is a page too", [.. "%PDF-1.7\n<HTML><script>alert(1)</script>"u8, .. Pdf], UploadRefusals.TwoThingsInPdf },
        { "a PDF that is an archive too", [.. Pdf, .. "PK\x05\x06"u8, .. new byte[18]], UploadRefusals.TwoThingsInPdf },
        { "half a PDF", Pdf[..30], UploadRefusals.BrokenPdf },
        { "a WebP", GivenPictures.Quarters(300, 300).As(SKEncodedImageFormat.Webp), UploadRefusals.NotThisDocument("WEBP") },
        { "an SVG", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray(), UploadRefusals.NotThisDocument("SVG") },
        { "a HEIC", [0, 0, 0, 24, .. "ftypheic\0\0\0\0mif1heic"u8, .. new byte[200]], UploadRefusals.Heic },
        { "half a picture", GivenPictures.Photo()[..^2000], UploadRefusals.Broken },
        { "a bomb", GivenPictures.Png(20_000, 20_000, 8, 6, []), UploadRefusals.TooManyPixels(20_000, 20_000) },
        { "more than ten megabytes", [.. Pdf, .. new byte[UploadBytes.Most]], UploadRefusals.DocumentTooBig },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task What_is_no_document_is_refused_with_what_to_do(string what, byte[] file, string why)
    {
        var result = await ReadAsync(file);

        Assert.True(result is ProofMaker.Result.Refused, what);
        Assert.Equal(why, ((ProofMaker.Result.Refused)result).Why);
    }

    [Fact]
    public async Task A_PDF_is_kept_as_it_is()
    {
        var accepted = Assert.IsType<ProofMaker.Result.Accepted>(await ReadAsync(Pdf, "Certificate 2024.pdf"));

        Assert.Equal(("Certificate 2024.pdf", "application/pdf"), (accepted.FileName, accepted.ContentType));
        Assert.Equal(Pdf, accepted.Bytes);
    }

    [Fact]
    public async Task A_picture_is_made_anew_without_what_the_camera_wrote_and_stays_large_enough_to_read()
    {
        var given = GivenPictures.Photo(3000, 2000).With(GivenPictures.Exif(6));

        var accepted = Assert.IsType<ProofMaker.Result.Accepted>(await ReadAsync(given, "scan.png"));

        Assert.Equal("image/jpeg", accepted.ContentType);
        Assert.False(accepted.Bytes.Holds("SECRET"));
        Assert.False(accepted.Bytes.Holds("Exif"));
        using var picture = SKBitmap.Decode(accepted.Bytes);
        Assert.Equal((1600, 2400), (picture.Width, picture.Height));
    }

    [Theory]
    [InlineData(@"C:\Users\Somebody\certificate.pdf", "certificate.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("proof\r\nSet-Cookie: a=b.pdf", "proofSet-Cookie: a=b.pdf")]
    [InlineData("exe.\u202Egpj", "exe.gpj")]
    [InlineData("  Zeugnis für Zoë.pdf ", "Zeugnis für Zoë.pdf")]
    [InlineData("..", "document")]
    [InlineData("", "document")]
    public void A_file_name_is_one_short_line(string given, string kept) => Assert.Equal(kept, ProofMaker.Clean(given));

    [Fact]
    public void A_long_file_name_is_cut_between_characters()
    {
        var name = ProofMaker.Clean(new string('a', ProofDocument.FileNameMaxLength - 1) + "😀.pdf");

        Assert.Equal(new string('a', ProofDocument.FileNameMaxLength - 1), name);
    }

    [Theory]
    [InlineData("application/pdf", "proof-0.pdf")]
    [InlineData("image/jpeg", "proof-0.jpg")]
    public async Task A_document_is_given_out_to_be_saved_under_a_name_of_ours_and_may_do_nothing(string contentType, string name)
    {
        var document = new ProofDocument(1, "credential", "<script>.html", contentType, Encoding.ASCII.GetBytes("content"), "account", DateTime.UnixEpoch);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddFinderSecurityHeaders(builder.Environment, tiles: null);
        await using var app = builder.Build();
        app.UseSecurityHeaders();
        app.MapGet("/document", (HttpContext context) => UploadAnswers.Document(context, document));
        app.MapGet("/page", () => "A page");
        await app.StartAsync(Cancel);
        using var client = app.GetTestClient();

        using var answer = await client.GetAsync("/document", Cancel);
        using var page = await client.GetAsync("/page", Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("content", await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(name, answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("sandbox", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("sandbox", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private Task<ProofMaker.Result> ReadAsync(byte[] file, string name = "proof") => new ProofMaker(reader).ReadAsync(new MemoryStream(file), name, Cancel);
}
