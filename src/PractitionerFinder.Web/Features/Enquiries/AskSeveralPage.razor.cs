using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Listings;
using PractitionerFinder.Web.Features.Listings;
using PractitionerFinder.Web.Shared.Enquiries;
using PractitionerFinder.Web.Shared.Forms;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Enquiries;

/// <summary>
/// One form for a few people of a short list, whose pages stand in the address as they do in the list's. Each of them gets an enquiry of its own. There is no antiforgery
/// token, as in the form for one.
/// </summary>
public sealed partial class AskSeveralPage
{
    private readonly FormErrors errors = new();
    private readonly List<PublicListing> open = [];
    private readonly List<(PublicListing Person, string Why)> closed = [];
    private readonly Dictionary<string, long> ids = [];
    private IReadOnlyList<string> asked = [];
    private IReadOnlyList<PublicListing> ticked = [];
    private EnquiryForm form = new();
    private string? sentTo;

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private IDbContextFactory<FinderDbContext> Contexts { get; set; } = default!;

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    [Inject]
    private SiteSettings Site { get; set; } = default!;

    [Inject]
    private ReadEnquiryDoor ReadDoor { get; set; } = default!;

    [Inject]
    private SendEnquiry Send { get; set; } = default!;

    [Inject]
    private FormTrap Trap { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private string Title => sentTo is not null ? "Look in your mail"
        : open.Count > 1 ? $"Ask up to {Enquiry.MostAtOnce} of them"
        : open.Count == 1 ? $"Ask {open[0].Name}"
        : closed.Count > 0 ? "None of them can be asked here"
        : "Nobody to ask";

    private string Back => ListingUrls.ShortlistOf(asked);

    private IReadOnlyList<(string, string)> Techniques =>
        [.. open.SelectMany(l => EnquiryForm.TechniquesOf(l, Vocabulary)).Distinct().OrderBy(t => t.Words, StringComparer.OrdinalIgnoreCase)];

    protected override async Task OnInitializedAsync()
    {
        if (HttpMethods.IsPost(Http.Request.Method))
        {
            Http.Response.Headers.CacheControl = "no-store";
        }

        // By name: what keeps answers takes two orders of one parameter for the same question.
        asked = [.. Http.Request.Query[ListingUrls.WhoParameter].OfType<string>().Where(s => s.Length is > 0 and <= Listing.SlugMaxLength).Distinct().Order(StringComparer.Ordinal).Take(ListingUrls.MostShortlisted)];
        await ReadAsync();
        if (open.Count <= Enquiry.MostAtOnce)
        {
            form = form with { Asked = [.. open.Select(p => p.Slug)] };
        }
    }

    private static string NamesOf(IEnumerable<PublicListing> people) => people.Select(p => p.Name).ToList().InOneSentence();

    private static string? AsideOf(PublicListing person) => person.Accepting switch
    {
        Accepting.Yes => null,
        Accepting.No => " (says: not taking on new people just now)",
        _ => " (says: there is a waiting list)",
    };

    private async Task ReadAsync()
    {
        open.Clear();
        closed.Clear();
        var slugs = asked.ToList();
        var now = Time.GetUtcNow().UtcDateTime;
        await using var db = await Contexts.CreateDbContextAsync(Http.RequestAborted);
        var taking = await ReadDoor.OpenAmongAsync(slugs, Http.RequestAborted);
        foreach (var found in await db.ReadPublicAsync(l => slugs.Contains(l.Slug), Http.RequestAborted))
        {
            // Who is not shown any more is not named: the short list says how many they are.
            if ((found.IsDemo && !Site.ShowDemo) || found.Standing(now) is not (PublicStanding.Shown or PublicStanding.Paused))
            {
                continue;
            }

            var person = PublicListing.Of(found, Vocabulary, now);
            if (WhyClosed(person, taking) is { } why)
            {
                closed.Add((person, why));
            }
            else
            {
                open.Add(person);
                ids[person.Slug] = found.Id;
            }
        }

        open.Sort((one, other) => string.Compare(one.Name, other.Name, StringComparison.OrdinalIgnoreCase));
        closed.Sort((one, other) => string.Compare(one.Person.Name, other.Person.Name, StringComparison.OrdinalIgnoreCase));
    }

    private static string? WhyClosed(PublicListing person, IReadOnlySet<string> taking) =>
        person.IsPaused ? "has paused their page and is not reading enquiries."
        : taking.Contains(person.Slug) ? null
        : person.IsDemo ? "is made up, and nobody would read what you write."
        : "takes no enquiries here. How else to reach them is on their page.";

    private async Task SendAsync()
    {
        if (open.Count == 0)
        {
            return;
        }

        var sent = await Http.Request.ReadFormAsync(Http.RequestAborted);
        form = EnquiryForm.Of(sent);
        ticked = [.. open.Where(p => form.Asked.Contains(p.Slug))];
        if (form.ReadForEach(ticked, open, errors) is not { } answers)
        {
            return;
        }

        // Whom somebody ticked and who is not to be asked any more is not left out in silence.
        if (ticked.Count < form.Asked.Count)
        {
            SayClosed();
            return;
        }

        if (Trap.Judge(sent) is { } wrong)
        {
            errors.Add(nameof(EnquiryForm.Email), wrong);
            return;
        }

        switch (await Send.RunAsync([.. ticked.Zip(answers, (person, each) => (ids[person.Slug], each))], Http.RequestAborted))
        {
            case SendEnquiry.Outcome.Sent:
                sentTo = answers[0].Email;
                break;
            case SendEnquiry.Outcome.TooMany:
                errors.Add(nameof(EnquiryForm.Email), $"Nothing was sent: from one address at most {Enquiry.MostADay} enquiries can be written in a day. Ask fewer people, or try again tomorrow.");
                break;
            default:
                await ReadAsync();
                SayClosed();
                break;
        }
    }

    private void SayClosed()
    {
        form = form with { Asked = [.. form.Asked.Where(slug => open.Exists(p => p.Slug == slug))] };
        errors.Add(nameof(EnquiryForm.Asked), "Nothing was sent: somebody whom you ticked stopped taking enquiries here while you wrote. Look at who is left, and press the button again.");
    }
}
