using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Finding;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>Every rule of a search, passed or failed, for a listing and those who keep it.</summary>
public sealed partial class FoundPage
{
    private const string AddressParameter = "address";

    // No address of a search is longer.
    private const int LongestAddress = 4_000;

    private Workbook? book;
    private ExplainSearch.Result? result;

    [Parameter]
    public long Id { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ReadWorkbook Read { get; set; } = default!;

    [Inject]
    private ExplainSearch Explain { get; set; } = default!;

    [Inject]
    private SearchSentences Sentences { get; set; } = default!;

    [Inject]
    private Vocabulary Words { get; set; } = default!;

    private IReadOnlyList<(string, string)> Techniques => [.. Words.Techniques.Select(t => (t.Slug, t.Name)).OrderBy(t => t.Name, StringComparer.Ordinal)];

    private IReadOnlyList<(string, string)> Areas => [.. Words.Areas.Select(a => (a.Slug, a.Name))];

    private static IReadOnlyList<(string, string)> Settings => [.. Enum.GetValues<Setting>().Select(s => (s.Word(), s.InWords()))];

    private string Outcome => result switch
    {
        { Evaluation.Matches: false } => "You are not among the results",
        { Position: { } position } => $"You are number {position:#,0} of {result.Search.Answer!.Total:#,0}",
        _ => $"You are among the {result!.Search.Answer!.Total:#,0} results, further down than the first thousand",
    };

    protected override async Task OnInitializedAsync()
    {
        book = await Read.RunAsync(Id, Http.User.AccountId()!.Value, Http.RequestAborted);
        if (book is null)
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (Asked(AddressParameter) is { Length: > 0 and <= LongestAddress } address && address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at)
        {
            var query = new QueryBuilder(QueryHelpers.ParseQuery(address[at..].Split('#')[0]).Where(p => p.Key != AddressParameter));
            Http.Response.Redirect(PortalUrls.Found(Id) + query.ToQueryString().ToUriComponent());
            return;
        }

        var asked = Http.Request.Query.Where(p => p.Key != AddressParameter)
            .SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v ?? ""))).Where(p => p.Value.Trim().Length > 0).ToList();
        if (asked.Count > 0)
        {
            result = await Explain.RunAsync(Id, asked, Http.RequestAborted);
        }
    }

    private string Asked(string name) => $"{Http.Request.Query[name]}";

    private static string NameOf(SearchRule rule) => rule switch
    {
        SearchRule.Published => "Public",
        SearchRule.NotPaused => "Not paused",
        SearchRule.Confirmed => "Confirmed in time",
        SearchRule.Real => "Real",
        SearchRule.Techniques => "Techniques",
        SearchRule.Area => "Part of the body",
        SearchRule.Accepting => "New people",
        SearchRule.Verified => "Proof",
        SearchRule.Language => "Language",
        SearchRule.Gender => "Gender",
        SearchRule.Words => "Words",
        _ => "Within reach",
    };

    private static string? SectionOf(SearchRule rule) => rule switch
    {
        SearchRule.Confirmed => ContactForm.Section,
        SearchRule.Techniques or SearchRule.Verified => TechniquesForm.Section,
        SearchRule.Accepting => HoursForm.Section,
        SearchRule.Reach => PlacesForm.Section,
        SearchRule.Area or SearchRule.Language or SearchRule.Gender or SearchRule.Words => AboutForm.Section,
        _ => null,
    };
}
