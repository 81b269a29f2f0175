using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data;
using PractitionerFinder.EndToEnd.Tests.Browser;
using PractitionerFinder.Web.Shared.Mailing;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

/// <summary>A patient without scripts and without an account asks; the practitioner accepts; they write to each other; the patient erases it.</summary>
public sealed class SendingAnEnquiryTests : IAsyncDisposable
{
    private const string Rosa = "rosa@patient.example";

    private readonly FixedClock clock = new(ListingBuilder.Morning.AddHours(3));
    private readonly FinderApplication app;

    public SendingAnEnquiryTests() => app = new()
    {
        OnKestrel = true,
        Clock = clock,
        Replace = services => services.Remove(services.Single(s => s.ImplementationType == typeof(MailRelayService))),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory, InlineData(Visit.Phone, true), InlineData(Visit.Desktop, false)]
    public async Task From_the_question_to_erasing_it(int width, bool dark)
    {
        app.StartServer();
        var listing = await KeptSite.GivenAsync(app, new ListingBuilder().At("amira").Named("Amira Holt").Online());
        await using var patient = await Visit.AtAsync(app, width, dark, scripts: false);
        await patient.Page.GotoAsync("/practitioners/amira");
        await patient.Page.GetByRole(AriaRole.Link, new() { Name = "Send an enquiry" }).ClickAsync();
        await Expect(patient.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Send an enquiry to Amira Holt");
        await patient.AssertSoundAsync();
        await PressAsync(patient, "Send me the link");
        await Expect(patient.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose what your enquiry is about.");
        await patient.AssertSoundAsync();

        await patient.Page.GetByLabel("A first appointment").CheckAsync();
        await patient.Page.GetByLabel("Weekends").CheckAsync();
        await patient.Page.GetByLabel("What would you like to be called?").FillAsync("Rosa");
        await patient.Page.GetByLabel("Your e-mail address").FillAsync(Rosa);
        clock.Advance(TimeSpan.FromSeconds(20));
        await PressAsync(patient, "Send me the link");
        await Expect(patient.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Look in your mail");
        await patient.AssertSoundAsync();
        await patient.Page.GotoAsync(await LinkToAsync(Rosa));
        await patient.AssertSoundAsync();
        await PressAsync(patient, "Send it to Amira Holt");
        await Expect(patient.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Sent.");
        await patient.AssertSoundAsync();

        await using var keeper = await Visit.AtAsync(app, width, dark);
        await KeptSite.SignInAsync(keeper.Page, $"/portal/listings/{listing}/enquiries");
        await keeper.AssertSoundAsync();
        await keeper.Page.GetByRole(AriaRole.Link, new() { Name = "Rosa: A first appointment" }).ClickAsync();
        await Expect(keeper.Page.GetByText(Rosa)).ToHaveCountAsync(0);
        await keeper.Page.GetByText("Decline", new() { Exact = true }).ClickAsync();
        await keeper.Page.GetByText("Block and report").First.ClickAsync();
        await keeper.AssertSoundAsync();
        await PressAsync(keeper, "Accept: show me their address");
        await Expect(keeper.Page.GetByText(Rosa)).ToBeVisibleAsync();
        await keeper.Page.GetByLabel("Write to Rosa").FillAsync("Would Saturday at ten suit you?");
        await PressAsync(keeper, "Send");
        await Expect(keeper.Page.GetByText("Would Saturday at ten suit you?")).ToBeVisibleAsync();
        await keeper.AssertSoundAsync();

        await patient.Page.GotoAsync(await LinkToAsync(Rosa));
        await patient.Page.GetByLabel("Write to Amira Holt").FillAsync("It does, thank you.");
        await PressAsync(patient, "Send");
        await Expect(patient.Page.GetByText("It does, thank you.")).ToBeVisibleAsync();
        await patient.Page.GetByText("Erase this enquiry").ClickAsync();
        await patient.AssertSoundAsync();
        await PressAsync(patient, "Erase it now");
        await Expect(patient.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your enquiry is erased");
        await patient.AssertSoundAsync();
        await keeper.Page.GotoAsync($"/portal/listings/{listing}/enquiries");
        await Expect(keeper.Page.GetByRole(AriaRole.Heading, new() { Name = "No enquiries" })).ToBeVisibleAsync();
        await keeper.AssertSoundAsync();
    }

    private static Task PressAsync(Visit visit, string button) => visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private async Task<string> LinkToAsync(string email)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<FinderDbContext>>().CreateDbContextAsync(Cancel);
        var mails = (await db.OutgoingMails.AsNoTracking().OrderBy(m => m.Id).ToListAsync(Cancel)).ConvertAll(m => m.Read()!);
        return new Uri(mails.Last(m => m.To == email).Blocks.OfType<MailBlock.Action>().First().Url).PathAndQuery;
    }
}
