using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Claims;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Features.Portal;
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
    private const string OwnersOnly = "302 404 200 404 404 404";
    private const string AnyAccount = "302 200 200 200 200 200";
    private const string StaffOnly = "302 404 404 404 200 200";

    private static readonly Dictionary<string, string> Personal = new()
    {
        ["/portal"] = AnyAccount,
        ["/portal/listings/{id:long}"] = KeepersOnly,
        ["/portal/listings/{id:long}/{section}"] = KeepersOnly,
        ["/portal/listings/{id:long}/preview"] = KeepersOnly,
        ["/portal/listings/{id:long}/found"] = KeepersOnly,
        ["/portal/listings/{id:long}/statistics"] = KeepersOnly,
        ["/portal/listings/{id:long}/history"] = KeepersOnly,
        ["/portal/listings/{id:long}/history/{from:int}/{to:int}"] = KeepersOnly,
        ["/portal/listings/{id:long}/people"] = KeepersOnly,
        ["/portal/listings/{id:long}/delete"] = OwnersOnly,
        ["/portal/listings/{id:long}/claims"] = OwnersOnly,
        ["/portal/listings/{id:long}/enquiries"] = KeepersOnly,
        ["/portal/listings/{id:long}/enquiries/{number:long}"] = KeepersOnly,
        ["/portal/listings/{id:long}/documents/{key}"] = KeepersOnly,
        ["/portal/listings/{id:long}/photos/{key}"] = KeepersOnly,
        ["/account"] = AnyAccount,
        ["/account/name"] = AnyAccount,
        ["/account/password"] = AnyAccount,
        ["/account/email"] = AnyAccount,
        ["/account/authenticator"] = AnyAccount,
        ["/account/passkeys"] = AnyAccount,
        ["/account/sign-out"] = AnyAccount,
        ["/account/export"] = AnyAccount,
        ["/account/export/everything.zip"] = AnyAccount,
        ["/account/delete"] = AnyAccount,
    };

    private const string Token = "__RequestVerificationToken";

    private readonly PeopleSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Everybody_is_answered_what_is_told_here_and_nothing_else()
    {
        var values = await GivenAsync();
        var routes = Routes();
        var wrong = new List<string>();
        foreach (var route in routes)
        {
            var told = Personal.GetValueOrDefault(route) ?? (route.StartsWith("/desk", StringComparison.Ordinal) ? StaffOnly : "");
            var answers = string.Join(' ', await AskAsync(Filled(route, values)));
            if (answers != told)
            {
                wrong.Add($"{route}: {answers}, told here: {told}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Empty(Personal.Keys.Except(routes));
    }

    [Fact]
    public async Task Whoever_is_not_shown_a_form_changes_nothing_by_sending_it()
    {
        var values = await GivenAsync();
        var shown = new Dictionary<(string Address, string Form), (IHtmlFormElement Form, HashSet<string> To)>();
        var tokens = new Dictionary<string, string>();
        foreach (var person in People)
        {
            tokens[person] = (await ReadAsync(person, person == "anonymous" ? "/account/sign-in" : "/account/name"))!.QuerySelector<IHtmlInputElement>($"form input[name={Token}]")!.Value;
            var sections = ListingForm.Sections.Select(s => PortalUrls.Section(long.Parse(values["{id:long}"], CultureInfo.InvariantCulture), s.Slug));
            foreach (var address in Routes().Select(r => Filled(r, values)).Concat(sections).Distinct())
            {
                var page = await ReadAsync(person, address);
                foreach (var form in page?.QuerySelectorAll<IHtmlFormElement>("form[method=post]") ?? [])
                {
                    if (form.QuerySelector<IHtmlInputElement>("input[name=_handler]")?.Value is not { } name)
                    {
                        continue;
                    }

                    shown.TryAdd((address, name), (form, []));
                    shown[(address, name)].To.Add(person);
                }
            }
        }

        var before = await EverythingAsync();
        var wrong = new List<string>();
        var sent = 0;
        foreach (var ((address, name), (form, to)) in shown)
        {
            foreach (var person in People.Except(to))
            {
                var fields = form.QuerySelectorAll<IHtmlInputElement>("input[name]").Where(i => i.Name != Token).Select(i => KeyValuePair.Create(i.Name!, i.Value.Length > 0 ? i.Value : "x@people.example"))
                    .Concat(form.QuerySelectorAll<IHtmlButtonElement>("button[name]").Take(1).Select(b => KeyValuePair.Create(b.Name!, b.Value)))
                    .Append(KeyValuePair.Create(Token, tokens[person]));
                using var content = new FormUrlEncodedContent(fields);
                using var answer = await browsers[person].PostAsync(address, content, Cancel);
                sent++;
                // An editor on a page of theirs is led back to it, with a sentence.
                if (person == "anonymous" ? answer.StatusCode is not HttpStatusCode.Redirect : (int)answer.StatusCode is not (200 or 302 or 400 or 404))
                {
                    wrong.Add($"{address}, {name}, {person}: {(int)answer.StatusCode}");
                }

                if (await EverythingAsync() is var after && after != before)
                {
                    wrong.Add($"{address}, {name}, {person}: changed what is kept");
                    before = after;
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(sent > 100, $"Only {sent} were sent.");
        Assert.Empty(site.Mails.Sent);
    }

    [Fact]
    public async Task What_only_takes_forms_takes_none_of_somebody_who_is_not_signed_in()
    {
        using var anonymous = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var routes = site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IForEverybody>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { } methods && !methods.Contains(HttpMethods.Get) && methods.Contains(HttpMethods.Post))
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).ToList();
        Assert.Contains("/account/passkeys/creation", routes);

        foreach (var route in routes)
        {
            using var answer = await anonymous.PostAsync(route, new FormUrlEncodedContent([]), Cancel);
            Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Unauthorized, $"{route} answers {(int)answer.StatusCode}.");
        }
    }

    private List<string> Routes() => [.. site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<IForEverybody>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null)
        .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) ?? true)
        .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct().Where(r => !r.StartsWith("/_", StringComparison.Ordinal) && r != "/{**path:file}").Order()];

    private static string Filled(string route, Dictionary<string, string> values) => values.Aggregate(route, (r, v) => r.Replace(v.Key, v.Value, StringComparison.Ordinal));

    /// <summary>A page as somebody sees it; null where there is none for them.</summary>
    private async Task<IHtmlDocument?> ReadAsync(string person, string address)
    {
        using var answer = await browsers[person].GetAsync(address, Cancel);
        return answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == "text/html"
            ? await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel)
            : null;
    }

    /// <summary>All that the database holds, in one line.</summary>
    private async Task<string> EverythingAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(site.DataFolder, "finder.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(Cancel);
        var all = new StringBuilder();
        var tables = new List<string>();
        await using (var list = new SqliteCommand("select name from sqlite_master where type = 'table' and name not like '%search%' order by name", connection))
        await using (var rows = await list.ExecuteReaderAsync(Cancel))
        {
            while (await rows.ReadAsync(Cancel))
            {
                tables.Add(rows.GetString(0));
            }
        }

        foreach (var table in tables)
        {
            await using var read = new SqliteCommand($"select * from \"{table}\"", connection);
            await using var rows = await read.ExecuteReaderAsync(Cancel);
            while (await rows.ReadAsync(Cancel))
            {
                all.Append(table);
                for (var i = 0; i < rows.FieldCount; i++)
                {
                    all.Append('|').Append(rows.GetValue(i) is byte[] bytes ? Convert.ToBase64String(bytes) : Convert.ToString(rows.GetValue(i), CultureInfo.InvariantCulture));
                }

                all.Append('\n');
            }
        }

        return all.ToString();
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
        var claim = new ListingClaim(listing, ids["stranger"], PeopleSite.Noon);
        claim.GiveDocuments("Mine", PeopleSite.Noon);
        claim.Send(hasOwners: true, PeopleSite.Noon);
        var enquiry = new Enquiry(listing, new EnquiryAnswers("Rosa", "rosa@patient.example", EnquiryReason.Fees, null, null, EnquiryTimes.None, null), [1], [2], PeopleSite.Noon);
        enquiry.Send([3], PeopleSite.Noon);
        await site.WriteAsync(db =>
        {
            db.Add(document);
            db.Add(photo);
            db.Add(claim);
            db.Add(enquiry);
            db.Add(new EnquiryReport(listing, ReportReason.Advertising, "Buy now", ids["owner"], PeopleSite.Noon));
        });
        var file = new ClaimDocument(claim.Id, "card.pdf", "application/pdf", [1, 2, 3], PeopleSite.Noon);
        await site.WriteAsync(db => db.Add(file));
        return new Dictionary<string, string>
        {
            ["/documents/{key}"] = $"/documents/{document.Key}",
            ["/files/{key}"] = $"/files/{file.Key}",
            ["/claims/{id:long}"] = $"/claims/{claim.Id}",
            ["{claim:long}"] = claim.Id.ToString(CultureInfo.InvariantCulture),
            ["/photos/{key}"] = $"/photos/{photo.Key}",
            ["{id:long}"] = listing.ToString(CultureInfo.InvariantCulture),
            ["{section}"] = "about",
            ["{from:int}/{to:int}"] = "1/1",
            ["{number:int}"] = "1",
            ["{number:long}"] = enquiry.Id.ToString(CultureInfo.InvariantCulture),
        };
    }
}
