using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared.Learning;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.EndToEnd.Tests;

/// <summary>Every public page in every state it has. The routes are those of the application: one without states here fails the tests.</summary>
internal static class PublicPages
{
    /// <summary>Addresses by route, each with the status it answers with.</summary>
    private static readonly Dictionary<string, (string Address, int Status)[]> States = new()
    {
        ["/"] = [("/", 200)],
        ["/find"] =
        [
            ("/find", 200),
            ("/find?near=Leeds", 200),
            ("/find?near=Leeds&technique=cupping&technique=thai-massage&need=step-free", 200),
            ("/find?near=Leeds&page=2", 200),
            ("/find?near=Thurso&within=1mi", 200),
            ("/find?near=Skipton&within=5mi&technique=cupping&accepting=yes", 200),
            ("/find?near=Springfield&country=US", 200),
            ("/find?near=West+Yorkshire", 200),
            ("/find?near=Leedz", 200),
            ("/find?near=LS6&setting=online&setting=visit", 200),
            ("/find?lat=53.8&lon=-1.549", 200),
            ("/find?near=Qqzzxyy", 200),
            ("/find?near=Leeds&lat=91&technique=nope&page=0", 200),
            ("/find?q=zymurgical", 200),
        ],
        ["/find/filters"] = [("/find/filters", 200), ("/find/filters?near=Leeds&technique=cupping&technique=thai-massage&language=pl", 200)],
        ["/find/map"] =
        [
            ("/find/map", 200),
            ("/find/map?near=Leeds&technique=cupping", 200),
            ("/find/map?near=Thurso&within=1mi", 200),
            ("/find/map?near=West+Yorkshire&page=2", 200),
            ("/find/map?near=Leeds&setting=online", 200),
            ("/find/map?near=Qqzzxyy", 200),
        ],
        ["/find/{technique}/{country}/{place}"] =
        [
            ("/find/cupping/gb/leeds", 200), ("/find/ortho-bionomy/gb/thurso", 200), ("/find/cupping/gb/west-yorkshire", 200), ("/find/cupping/gb/nowhere-at-all", 404),
        ],
        ["/where-does-it-hurt"] = [("/where-does-it-hurt", 200)],
        ["/where-does-it-hurt/{slug}"] =
        [
            ("/where-does-it-hurt/low-back?country=GB", 200), ("/where-does-it-hurt/ankle?side=left", 200), ("/where-does-it-hurt/whole-body", 200), ("/where-does-it-hurt/nothing", 404),
        ],
        ["/shortlist"] = [("/shortlist", 200), ("/shortlist?who=nobody-of-this-name", 200)],
        ["/shortlist/ask"] = [("/shortlist/ask", 200), ("/shortlist/ask?who=nobody-of-this-name", 200)],
        ["/alerts/new"] = [("/alerts/new?near=Leeds&technique=cupping&area=neck", 200), ("/alerts/new", 200), ("/alerts/new?near=Qqzzxyy", 200)],
        ["/emergency-numbers"] = [("/emergency-numbers", 200)],
        ["/practitioners/{slug}/enquire"] = [("/practitioners/nobody-of-this-name/enquire", 404)],
        ["/techniques"] = [("/techniques", 200)],
        ["/techniques/{slug}"] =
        [
            ("/techniques/cupping?near=Leeds", 200), ("/techniques/cupping?near=Thurso", 200), ("/techniques/cupping?near=Leedz", 200), ("/techniques/cupping?near=Qqzzxyy", 200),
            ("/techniques/nothing", 404),
        ],
        ["/learn"] = [("/learn", 200), ("/learn?q=fibromialgia", 200), ("/learn?q=heel+massage+zymurgy", 200), ("/learn?q=zymurgy", 200)],
        ["/conditions"] = [("/conditions", 200)],
        ["/conditions/{slug}"] = [("/conditions/myofascial-pain-syndrome?near=Leeds&technique=cupping", 200), ("/conditions/nothing", 404)],
        ["/articles"] = [("/articles", 200)],
        ["/articles/{slug}"] = [("/articles/nothing", 404)],
        ["/self-care"] = [("/self-care", 200)],
        ["/self-care/{slug}"] = [("/self-care/nothing", 404)],
        ["/glossary"] = [("/glossary", 200)],
        ["/about"] = [("/about", 200)],
        ["/about/checks"] = [("/about/checks", 200)],
        ["/about/data"] = [("/about/data", 200)],
        ["/privacy"] = [("/privacy", 200)],
        ["/terms"] = [("/terms", 200)],
        ["/accessibility"] = [("/accessibility", 200)],
        ["/contact"] = [("/contact", 200)],
        ["/error/{code:int}"] = [("/nothing-here", 404), ("/error/500", 404)],

        // For those who build the site: there is nothing at its address here.
        ["/look"] = [("/look", 404)],
    };

    private const string ProfileRoute = "/practitioners/{slug}";

    public static async Task<IReadOnlyList<(string Address, int Status)>> AllAsync(Site site)
    {
        var routes = site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => (e.Metadata.GetMetadata<PublicPageAttribute>() ?? (object?)e.Metadata.GetMetadata<PublicFormPageAttribute>()) is not null)
            .Select(e => e.RoutePattern.RawText!).Distinct().ToList();
        Assert.Equal(States.Keys.Append(ProfileRoute).Order(), routes.Order());
        var toRead = site.Services.GetRequiredService<LearnShelf>().Current.Pages.Select(p => (p.Address, StatusCodes.Status200OK));
        return [.. States.Values.SelectMany(s => s), .. toRead, .. await ProfilesAsync(site)];
    }

    /// <summary>A person of every kind that looks different.</summary>
    private static async Task<IEnumerable<(string, int)>> ProfilesAsync(Site site)
    {
        var people = new[]
        {
            await site.SomebodyAsync(l => IsShown(l) && Content(l).Locations is [{ Privacy: AddressPrivacy.Public }] && l.Credentials.Count > 0),
            await site.SomebodyAsync(l => IsShown(l) && Content(l).Locations is [{ Privacy: AddressPrivacy.AreaOnly }, ..]),
            await site.SomebodyAsync(l => IsShown(l) && Content(l).Locations.Count == 0 && Content(l).Online is not null),
            await site.SomebodyAsync(l => IsShown(l) && Content(l).VisitAreas.Count > 0),
            await site.SomebodyAsync(l => IsShown(l) && Content(l).Accepting == Accepting.No),
            await site.SomebodyAsync(l => l.Standing(site.Now) == PublicStanding.Paused),
        };
        return people.Select(p => p.Slug).Distinct().Select(slug => ($"/practitioners/{slug}", 200))
            .Append(($"/practitioners/{(await site.SomebodyAsync(PublicStanding.Gone)).Slug}", 410))
            .Append(("/practitioners/nobody-of-this-name", 404))
            // Nobody reads for a made-up person: the page says so.
            .Append(($"/practitioners/{people[0].Slug}/enquire", 200))
            .Append(($"/shortlist/ask?who={people[0].Slug}&who={people[^1].Slug}", 200));

        bool IsShown(Listing listing) => listing.Standing(site.Now) == PublicStanding.Shown;

        ListingContent Content(Listing listing) => listing.PublicContent!;
    }
}
