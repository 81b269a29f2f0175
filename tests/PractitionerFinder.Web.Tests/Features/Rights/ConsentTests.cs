using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Web.Shared.Rights;
using PractitionerFinder.Web.Tests.Features.Portal;
using static PractitionerFinder.Web.Tests.Features.Portal.PeopleSite;

namespace PractitionerFinder.Web.Tests.Features.Rights;

public sealed class ConsentTests : IAsyncDisposable
{
    private const string Asked = "that you have not agreed to yet";

    private readonly PeopleSite site = RightsSite.New();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Whoever_registers_agrees_to_the_texts_in_force_and_that_is_written_down_once()
    {
        for (var press = 0; press < 2; press++)
        {
            using var answer = await site.Visit().SendAsync("/account/register", "register", ("Name", "Amira"), ("Email", Email("amira")), ("Password", Password));
        }

        Assert.Equal(
            [(ConsentText.Terms, SiteTexts.Terms, Noon), (ConsentText.Privacy, SiteTexts.Privacy, Noon)],
            (await ConsentsAsync()).Select(c => (c.Text, c.Version, c.At)));
    }

    [Fact]
    public async Task Whoever_agreed_to_an_older_version_is_asked_until_they_agree()
    {
        var amira = await site.GivenPersonAsync("amira");
        await site.WriteAsync(db =>
        {
            db.Add(new Consent(amira, ConsentText.Terms, SiteTexts.Terms.AddDays(-30), Noon.AddDays(-30)));
            db.Add(new Consent(amira, ConsentText.Privacy, SiteTexts.Privacy, Noon));
        });
        var person = await site.SignInAsync("amira");
        Assert.Contains(Asked, (await person.OpenAsync("/portal")).Words(), StringComparison.Ordinal);
        var account = await person.OpenAsync("/account");
        Assert.Contains("the terms of use", account.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("the privacy notice of", account.Words(), StringComparison.Ordinal);

        await person.PressAsync("/account", "agree");

        Assert.DoesNotContain(Asked, (await person.OpenAsync("/account")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(Asked, (await person.OpenAsync("/portal")).Words(), StringComparison.Ordinal);
        Assert.Equal(3, (await ConsentsAsync()).Count);
    }

    private async Task<List<Consent>> ConsentsAsync()
    {
        await using var db = await site.ContextAsync();
        return await db.Consents.OrderBy(c => c.Id).ToListAsync(Cancel);
    }
}
