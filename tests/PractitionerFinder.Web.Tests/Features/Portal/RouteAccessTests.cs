using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Tests.Features.Portal;

/// <summary>
/// Every route of the application, asked for by everybody. The list is the application's own: a route that is not told here
/// fails the test, and so does an answer that is not the one told.
/// </summary>
public sealed class RouteAccessTests : IAsyncDisposable
{
    private static readonly string[] People = ["anonymous", "stranger", "owner", "editor", "moderator", "administrator"];

    // Files that are not there have a route of their own; the framework's own ends are tried where they are used.
    // What each of the above is answered, in that order. Another's listing is not there, and nobody learns whether it exists.
    private const string KeepersOnly = "302 404 200 200 404 404";
    private const string AnyAccount = "302 200 200 200 200 200";
    private const string StaffOnly = "302 404 404 404 200 200";

    private static readonly Dictionary<string, string> Personal = new()
    {
        ["/portal"] = AnyAccount,
        ["/portal/listings/{id:long}"] = KeepersOnly,
        ["/portal/listings/{id:long}/{section}"] = KeepersOnly,
        ["/portal/listings/{id:long}/preview"] = KeepersOnly,
        ["/portal/listings/{id:long}/history"] = KeepersOnly,
        ["/portal/listings/{id:long}/history/{from:int}/{to:int}"] = KeepersOnly,
        ["/portal/listings/{id:long}/people"] = KeepersOnly,
        ["/portal/listings/{id:long}/documents/{key}"] = KeepersOnly,
        ["/portal/listings/{id:long}/photos/{key}"] = KeepersOnly,
        ["/account"] = AnyAccount,
        ["/account/name"] = AnyAccount,
        ["/account/password"] = AnyAccount,
        ["/account/email"] = AnyAccount,
        ["/account/authenticator"] = AnyAccount,
        ["/account/passkeys"] = AnyAccount,
        ["/account/sign-out"] = AnyAccount,
    };

    private readonly PeopleSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Everybody_is_answered_what_is_told_here_and_nothing_else()
    {
        var values = await GivenAsync();
        var routes = site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IForEverybody>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) ?? true)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct().Where(r => !r.StartsWith("/_", StringComparison.Ordinal) && r != "/{**path:file}").Order().ToList();
        var wrong = new List<string>();
        foreach (var route in routes)
        {
            var told = Personal.GetValueOrDefault(route) ?? (route.StartsWith("/desk", StringComparison.Ordinal) ? StaffOnly : "");
            var answers = string.Join(' ', await AskAsync(values.Aggregate(route, (r, v) => r.Replace(v.Key, v.Value, StringComparison.Ordinal))));
            if (answers != told)
            {
                wrong.Add($"{route}: {answers}, told here: {told}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Empty(Personal.Keys.Except(routes));
    }

    private async Task<List<int>> AskAsync(string address)
    {
        var answers = new List<int>();
        foreach (var person in People)
        {
            var visitor = browsers[person];
            using var answer = await visitor.GetAsync(address, Cancel);
            answers.Add((int)answer.StatusCode);
            if (answer.StatusCode is HttpStatusCode.Redirect)
            {
                Assert.StartsWith("/account/sign-in", new Uri(visitor.BaseAddress!, answer.Headers.Location!).AbsolutePath, StringComparison.Ordinal);
            }
        }

        return answers;
    }

    private readonly Dictionary<string, HttpClient> browsers = [];

    /// <summary>A listing with a document, a photo and two revisions; the values that its addresses are made of.</summary>
    private async Task<Dictionary<string, string>> GivenAsync()
    {
        browsers["anonymous"] = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var ids = new Dictionary<string, long>();
        foreach (var person in People.Skip(1))
        {
            ids[person] = await site.GivenPersonAsync(person);
        }

        await using (var scope = site.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            var roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<long>>>();
            foreach (var (person, role) in new[] { ("moderator", Roles.Moderator), ("administrator", Roles.Administrator) })
            {
                if (!await roles.RoleExistsAsync(role))
                {
                    Assert.True((await roles.CreateAsync(new IdentityRole<long>(role))).Succeeded);
                }

                Assert.True((await accounts.AddToRoleAsync((await accounts.FindByIdAsync(ids[person].ToString(CultureInfo.InvariantCulture)))!, role)).Succeeded);
            }
        }

        foreach (var person in People.Skip(1))
        {
            browsers[person] = (await site.SignInAsync(person)).Browser;
        }

        var listing = await site.GivenListingAsync(ids["owner"]);
        await site.JoinAsync(listing, ids["editor"], MemberRole.Editor);
        var document = new ProofDocument(listing, "c1", "card.pdf", "application/pdf", [1, 2, 3], "1", PeopleSite.Noon);
        var photo = new StoredPhoto(listing, [1], 1, 1, PhotoFrame.Of(1, 1), [1], [1], "1", PeopleSite.Noon);
        await site.WriteAsync(db =>
        {
            db.Add(document);
            db.Add(photo);
        });
        return new Dictionary<string, string>
        {
            ["/documents/{key}"] = $"/documents/{document.Key}",
            ["/photos/{key}"] = $"/photos/{photo.Key}",
            ["{id:long}"] = listing.ToString(CultureInfo.InvariantCulture),
            ["{section}"] = "about",
            ["{from:int}/{to:int}"] = "1/1",
            ["{number:int}"] = "1",
        };
    }
}
