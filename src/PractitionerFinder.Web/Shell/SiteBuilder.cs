using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Geography.Places.Importing;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Seeding;
using PractitionerFinder.Web.Features.Accounts;
using PractitionerFinder.Web.Features.Alerts;
using PractitionerFinder.Web.Features.Api;
using PractitionerFinder.Web.Features.BodyMap;
using PractitionerFinder.Web.Features.Claims;
using PractitionerFinder.Web.Features.Enquiries;
using PractitionerFinder.Web.Features.Finder;
using PractitionerFinder.Web.Features.Learn;
using PractitionerFinder.Web.Features.Listings;
using PractitionerFinder.Web.Features.Look;
using PractitionerFinder.Web.Features.Mailbox;
using PractitionerFinder.Web.Features.Moderation;
using PractitionerFinder.Web.Features.Portal;
using PractitionerFinder.Web.Features.Reminders;
using PractitionerFinder.Web.Operations;
using PractitionerFinder.Web.Shared.Cards;
using PractitionerFinder.Web.Shared.Counting;
using PractitionerFinder.Web.Shared.Forms;
using PractitionerFinder.Web.Shared.Mailing;
using PractitionerFinder.Web.Shared.Map;
using PractitionerFinder.Web.Shared.Rights;
using PractitionerFinder.Web.Shared.Scheduling;
using PractitionerFinder.Web.Shared.Uploads;

namespace PractitionerFinder.Web.Shell;

/// <summary>How the site is put together: what it is configured with, and what it consists of.</summary>
public static class SiteBuilder
{
    // A place of 10,000 characters is answered by a sentence of ours, not by the server's refusal.
    private const int LongestRequestLine = 64 * 1024;

    public static WebApplicationBuilder Create(string[] args)
    {
        // A published folder runs by itself from wherever it is started; a project runs in its own folder.
        var here = Directory.GetCurrentDirectory();
        var contentRoot = File.Exists(Path.Combine(here, "appsettings.json")) ? here : AppContext.BaseDirectory;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = contentRoot });
        if (Command.Of(args) is not null)
        {
            // A command says in one sentence what went wrong; EF would log it before, with its stack.
            builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        }

        return builder;
    }

    public static void AddFinderSite(this WebApplicationBuilder builder)
    {
        var site = SiteSettings.Read(builder.Configuration, builder.Environment);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
            kestrel.AddServerHeader = false;
        });

        // It writes whole addresses, and those of some pages hold a token or what somebody looks for: not even an operator who looks for a fault is to read them.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Services.AddSingleton(site);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(_ => VocabularyFiles.Load(site.SeedFolder));
        builder.Services.AddSingleton(_ => Gazetteer.Load(site.SeedPlaces, site.ImportedPlaces));
        builder.Services.AddSingleton(s => new PlaceImports(site.ImportedPlaces, s.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(s => new DemoSeed(
            s.GetRequiredService<Vocabulary>(),
            point => s.GetRequiredService<Gazetteer>().IsBuiltUp(point),
            site.SeedFolder,
            s.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<SiteDatabase>();
        builder.Services.AddSingleton<ShareCard>();
        builder.Services.AddUploads();
        builder.Services.AddSingleton<BaseMap>();
        var tiles = MapTiles.Read(builder.Configuration);
        if (tiles is not null)
        {
            builder.Services.AddSingleton(tiles);
        }

        builder.Services.AddFinderData(builder.Configuration, site.DataFolder);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddProblemDetails();
        builder.Services.AddTrustedProxies(builder.Configuration).AddFinderSecurityHeaders(builder.Environment, tiles).AddFinderHealth();
        builder.Services.AddPublicAnswers().AddCounting().AddRateLimits();
        builder.Services.AddScheduling();
        builder.Services.AddMailing(builder.Configuration, site);
        builder.Services.AddSingleton<FormTrap>();
        builder.Services.AddRights();
        builder.Services.AddAccounts(site);
        builder.Services.AddFinder().AddLearn().AddBodyMap().AddListings().AddAlerts().AddPortal().AddReminders().AddClaims().AddEnquiries().AddModeration().AddApi();
    }

    public static void UseFinderSite(this WebApplication app)
    {
        app.ReadPages();
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseCounting();
        app.UseHeadRequests();
        app.UseErrorAnswers();
        app.UseVersionedFiles();
        app.UseRouting();
        app.UseEverybody();
        app.UsePublicPages();
        app.UseFindEntrance();
        app.UseRateLimiter();
        app.UsePublicAnswers();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().WithMetadata(new ForEverybodyAttribute());
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode().LeaveCircuitsOut();
        app.MapAppearance();
        app.MapHealth();
        app.MapCrawlers();
        app.MapFinder();
        app.MapListings();
        app.MapAlerts();
        app.MapLearn();
        app.MapAccounts();
        app.MapPortal();
        app.MapModeration();
        app.MapApi();
        BaseMap.Serve(app);
        app.MapLook();
        if (app.Environment.IsDevelopment())
        {
            app.MapMailbox();
        }
    }
}
