using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Claims;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Features.Claims;
using PractitionerFinder.Web.Shared.Mailing;
using PractitionerFinder.Web.Tests.Features.Portal;

namespace PractitionerFinder.Web.Tests.Features.Claims;

/// <summary>A site with the page of somebody whom nobody knows yet, a website in the world outside, and mails that stay where a test reads them.</summary>
public sealed partial class ClaimsSite : IAsyncDisposable
{
    public const string Page = "/practitioners/holt-clinic/claim";

    public const string Email = "desk@holt-clinic.example";

    public const string Host = "www.holt-clinic.example";

    public static readonly byte[] Pdf = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"u8.ToArray();

    public ClaimsSite() => People = new PeopleSite
    {
        Replace = services =>
        {
            services.Remove(services.Single(s => s.ImplementationType == typeof(MailRelayService)));
            services.Replace(ServiceDescriptor.Singleton<IPracticeFile>(Website));
        },
    };

    public PeopleSite People { get; }

    public FakeWebsite Website { get; } = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => People.DisposeAsync();

    /// <summary>Makes the page, with an address for mail and a website unless a test says otherwise.</summary>
    public async Task<long> GivenListingAsync(string? email = Email, string? website = $"https://{Host}/about", bool isDemo = false)
    {
        var builder = new ListingBuilder().At("holt-clinic").Named("Holt Clinic").Saying(c => c with { Contact = c.Contact with { Email = email, Website = website } });
        return (await People.GivenAsync(isDemo ? builder.Demo() : builder))[0].Id;
    }

    /// <summary>Makes an account and signs it in.</summary>
    public async Task<PeopleSite.Visitor> SignedInAsync(string name)
    {
        await People.GivenPersonAsync(name);
        return await People.SignInAsync(name);
    }

    /// <summary>Makes a moderator and signs them in.</summary>
    public async Task<PeopleSite.Visitor> StaffAsync(string name)
    {
        var id = await People.GivenPersonAsync(name);
        await using var scope = People.Services.CreateAsyncScope();
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<long>>>();
        if (!await roles.RoleExistsAsync(Roles.Moderator))
        {
            Assert.True((await roles.CreateAsync(new IdentityRole<long>(Roles.Moderator))).Succeeded);
        }

        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        Assert.True((await accounts.AddToRoleAsync((await accounts.FindByIdAsync($"{id}"))!, Roles.Moderator)).Succeeded);
        return await People.SignInAsync(name);
    }

    /// <summary>Presses a button of the page for claims.</summary>
    public static Task<(string Address, IHtmlDocument Page)> PressAsync(PeopleSite.Visitor who, string act, params (string Name, string Value)[] fields) =>
        who.PressAsync(Page, ClaimPage.Form, [("act", act), .. fields]);

    /// <summary>Claims the page by the code that is mailed to its address, and answers the claim.</summary>
    public async Task<long> ClaimAsync(PeopleSite.Visitor who)
    {
        await PressAsync(who, "code");
        var (address, _) = await PressAsync(who, "enter", ("typed", await CodeAsync()));
        Assert.Equal($"{Page}?did=sent", address);
        await using var db = await People.ContextAsync();
        return await db.Claims.OrderByDescending(c => c.SentAt).ThenByDescending(c => c.Id).Where(c => c.State == ClaimState.Waiting).Select(c => c.Id).FirstAsync(Cancel);
    }

    /// <summary>Gives a document to staff.</summary>
    public static async Task<HttpResponseMessage> GiveAsync(PeopleSite.Visitor who, byte[] file, string words)
    {
        var page = await who.OpenAsync(Page);
        using var content = new MultipartFormDataContent
        {
            { new StringContent(ClaimPage.Form), "_handler" },
            { new StringContent(page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent("document"), "act" },
            { new StringContent(words), "words" },
            { new ByteArrayContent(file), "file", "card.pdf" },
        };
        return await who.Browser.PostAsync(Page, content, Cancel);
    }

    /// <summary>The mails that were written, the oldest first.</summary>
    public async Task<IReadOnlyList<Mail>> MailsAsync()
    {
        await using var db = await People.ContextAsync();
        return (await db.OutgoingMails.OrderBy(m => m.Id).ToListAsync(Cancel)).ConvertAll(m => m.Read()!);
    }

    /// <summary>To whom which mails were written, the oldest first.</summary>
    public async Task<IReadOnlyList<(string To, string Subject)>> SubjectsAsync() => [.. (await MailsAsync()).Select(m => (m.To, m.Subject))];

    /// <summary>The code of the last mail that has one.</summary>
    public async Task<string> CodeAsync() => (await MailsAsync()).SelectMany(m => m.Blocks.OfType<MailBlock.Text>()).Select(t => EightDigits().Match(t.Words)).Last(m => m.Success).Value;

    public async Task<ListingClaim> ReadAsync(long claim)
    {
        await using var db = await People.ContextAsync();
        return await db.Claims.AsNoTracking().SingleAsync(c => c.Id == claim, Cancel);
    }

    public async Task<IReadOnlyList<ListingDeed>> DeedsAsync(long listing) => [.. (await People.EventsAsync(listing)).Select(e => e.Deed)];

    [GeneratedRegex("[0-9]{8}")]
    private static partial Regex EightDigits();

    /// <summary>The website of the practice instead of the internet.</summary>
    public sealed class FakeWebsite : IPracticeFile
    {
        public string? Text { get; set; }

        public List<string> Asked { get; } = [];

        public Task<string?> ReadAsync(string host, CancellationToken cancel)
        {
            Asked.Add(host);
            return Task.FromResult(Text);
        }
    }
}
