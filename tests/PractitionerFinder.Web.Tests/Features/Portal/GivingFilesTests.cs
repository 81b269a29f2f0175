using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Web.Features.Accounts;
using PractitionerFinder.Web.Features.Portal;
using PractitionerFinder.Web.Tests.Shared.Uploads;

namespace PractitionerFinder.Web.Tests.Features.Portal;

/// <summary>Files are given over a real connection, whose server reads no further than it must and yet says why.</summary>
public sealed class GivingFilesTests : IAsyncLifetime
{
    private readonly PeopleSite site = new() { OnKestrel = true };
    private PeopleSite.Visitor owner = default!;
    private long listing;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site.StartServer();
        listing = await site.GivenListingAsync(await site.GivenPersonAsync("amira"));
        owner = await site.SignInAsync("amira");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("50 MB", "larger than 10 MB")]
    [InlineData("nothing", "empty")]
    [InlineData("a drawing that is a program", "JPEG")]
    [InlineData("a page in a picture's clothes", "JPEG")]
    public async Task What_cannot_be_taken_is_refused_with_a_sentence(string what, string why)
    {
        byte[] file = what switch
        {
            "50 MB" => [.. GivenPictures.Photo(), .. new byte[50_000_000]],
            "nothing" => [],
            "a drawing that is a program" => "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(),
            _ => "GIF89a/*<html><script>alert(1)</script>"u8.ToArray(),
        };
        foreach (var (section, form) in new[] { (PhotoForm.Section, SectionPage.PhotoFormName), (CredentialsForm.Section, SectionPage.DocumentForm) })
        {
            using var answer = await GiveAsync(section, form, file);
            var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel);
            Assert.Contains(why, page.Words(), StringComparison.Ordinal);
        }

        await using var db = await site.ContextAsync();
        Assert.Equal((0, 0), (await db.Photos.CountAsync(Cancel), await db.Documents.CountAsync(Cancel)));
    }

    private async Task<HttpResponseMessage> GiveAsync(string section, string form, byte[] file)
    {
        var address = PortalUrls.Section(listing, section);
        var token = (await owner.OpenAsync(AccountUrls.Name)).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form), "_handler" },
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent("c1"), "credential" },
            { new ByteArrayContent(file), "file", "photo.jpg" },
        };
        return await owner.Browser.PostAsync(address, content, Cancel);
    }
}
