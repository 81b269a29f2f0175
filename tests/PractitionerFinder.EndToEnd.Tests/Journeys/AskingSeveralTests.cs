using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data;
using PractitionerFinder.EndToEnd.Tests.Browser;
using PractitionerFinder.Web.Shared.Mailing;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

/// <summary>A patient without scripts asks two of a short list by one form and sends it by one press.</summary>
public sealed class AskingSeveralTests : IAsyncDisposable
{
    private readonly FixedClock clock = new(ListingBuilder.Morning.AddHours(3));
    private readonly FinderApplication app;

    public AskingSeveralTests() => app = new()
    {
        OnKestrel = true,
        Clock = clock,
        Replace = services => services.Remove(services.Single(s => s.ImplementationType == typeof(MailRelayService))),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory, InlineData(Visit.Phone, true), InlineData(Visit.Desktop, false)]
    public async Task From_the_list_to_the_press_that_sends_it(int width, bool dark)
    {
        app.StartServer();
        var kept = await KeptSite.GivenAsync(app, new ListingBuilder().At("amira").Named("Amira Holt").Offering("cupping"));
        var others = await app.GivenAsync(
            new ListingBuilder().At("bela").Named("Bela Ray").Online(), new ListingBuilder().At("cleo").Named("Cleo Ames"), new ListingBuilder().At("dora").Named("Dora Lind"), new ListingBuilder().At("ella").Named("Ella Frost").Paused());
        await using (var db = await ContextAsync())
        {
            var keeper = await db.Members.Where(m => m.ListingId == kept).Select(m => m.AccountId).SingleAsync(Cancel);
            db.Members.AddRange(others.Select(l => new ListingMember(l.Id, keeper, MemberRole.Owner, ListingBuilder.Morning)));
            await db.SaveChangesAsync(Cancel);
        }

        await using var patient = await Visit.AtAsync(app, width, dark, scripts: false);
        await patient.Page.GotoAsync("/shortlist?who=amira&who=bela&who=cleo&who=dora&who=ella");
        await patient.AssertSoundAsync();
        await patient.Page.GetByRole(AriaRole.Link, new() { Name = "Ask up to 3 of them" }).ClickAsync();
        await Expect(patient.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Ask up to 3 of them");
        await patient.AssertSoundAsync();
        await PressAsync(patient, "Send me the link");
        await Expect(patient.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Tick whom you would like to ask.");
        await patient.AssertSoundAsync();

        await patient.Page.GetByLabel("Amira Holt").CheckAsync();
        await patient.Page.GetByLabel("Bela Ray").CheckAsync();
        await patient.Page.GetByLabel("A first appointment").CheckAsync();
        await patient.Page.GetByLabel("Technique (optional)").SelectOptionAsync("cupping");
        await patient.Page.GetByLabel("What would you like to be called?").FillAsync("Rosa");
        await patient.Page.GetByLabel("Your e-mail address").FillAsync("rosa@patient.example");
        clock.Advance(TimeSpan.FromSeconds(20));
        await PressAsync(patient, "Send me the link");
        await Expect(patient.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Look in your mail");
        await patient.AssertSoundAsync();

        await patient.Page.GotoAsync(await LinkAsync());
        await patient.AssertSoundAsync();
        await PressAsync(patient, "Send it to both");
        await Expect(patient.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Sent.");
        await patient.AssertSoundAsync();
        await patient.Page.GetByRole(AriaRole.Link, new() { Name = "Open it, or erase it (Bela Ray)" }).ClickAsync();
        await Expect(patient.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your enquiry to Bela Ray");
        patient.AssertNothingWentWrong();
    }

    private static Task PressAsync(Visit visit, string button) => visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private Task<FinderDbContext> ContextAsync() => app.Services.GetRequiredService<IDbContextFactory<FinderDbContext>>().CreateDbContextAsync(Cancel);

    private async Task<string> LinkAsync()
    {
        await using var db = await ContextAsync();
        var mail = (await db.OutgoingMails.AsNoTracking().SingleAsync(Cancel)).Read()!;
        return new Uri(mail.Blocks.OfType<MailBlock.Action>().Single().Url).PathAndQuery;
    }
}
