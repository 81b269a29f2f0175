using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Features.Accounts;
using PractitionerFinder.Web.Shared.Mailing;
using PractitionerFinder.Web.Shared.Rights;
using PractitionerFinder.Web.Tests.Features.Portal;

namespace PractitionerFinder.Web.Tests.Features.Rights;

/// <summary>People with accounts and listings, whose mails stay in the database for the test to read.</summary>
internal static class RightsSite
{
    public static readonly TimeSpan UndoTime = TimeSpan.FromDays(Erasure.UndoDays);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static PeopleSite New() => new()
    {
        Replace = services => services.Remove(services.Single(s => s.ImplementationType == typeof(MailRelayService))),
    };

    /// <summary>Does the work of the clock.</summary>
    public static Task EraseAsync(this PeopleSite site) => site.Services.GetRequiredService<EraseWhatIsDue>().RunAsync(Cancel);

    public static async Task<IReadOnlyList<Mail>> MailsAsync(this PeopleSite site)
    {
        await using var db = await site.ContextAsync();
        return (await db.OutgoingMails.OrderBy(m => m.Id).ToListAsync(Cancel)).ConvertAll(m => m.Read()!);
    }

    /// <summary>The path of the link in the last mail to somebody.</summary>
    public static async Task<string> LinkToAsync(this PeopleSite site, string name) =>
        new Uri((await site.MailsAsync()).Last(m => m.To == PeopleSite.Email(name)).Blocks.OfType<MailBlock.Action>().Single().Url).PathAndQuery;

    public static Task<(string Address, AngleSharp.Html.Dom.IHtmlDocument Page)> DeleteAccountAsync(this PeopleSite.Visitor visitor, string password = PeopleSite.Password) =>
        visitor.PressAsync(AccountUrls.Delete, "delete", ("Password", password));

    public static async Task MakeAsync(this PeopleSite site, long account, string role)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        Assert.True((await accounts.AddToRoleAsync((await accounts.FindByIdAsync(account.ToString(CultureInfo.InvariantCulture)))!, role)).Succeeded);
    }

    public static async Task<string> PageOfAsync(this PeopleSite site, long listing)
    {
        await using var db = await site.ContextAsync();
        return "/practitioners/" + await db.Listings.Where(l => l.Id == listing).Select(l => l.Slug).SingleAsync(Cancel);
    }
}
