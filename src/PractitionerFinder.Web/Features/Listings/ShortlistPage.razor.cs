using System.Data.Common;
using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Enquiries;

namespace PractitionerFinder.Web.Features.Listings;

/// <summary>
/// A short list of people, and some of them side by side. The list is its address, which holds the addresses of their pages and nothing
/// of who made it; a browser that saves people keeps it (<c>saved.js</c>), and the site does not.
/// </summary>
public sealed partial class ShortlistPage
{
    /// <summary>More columns are for nobody to read.</summary>
    public const int MostCompared = 4;

    private readonly List<PublicListing> people = [];
    private IReadOnlyList<PublicListing> compared = [];
    private CompareFacts? facts;
    private int missing;
    private bool isCut;
    private bool tooMany;
    private bool canAsk;
    private Task? reading;

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ViewListing View { get; set; } = default!;

    [Inject]
    private ReadEnquiryDoor EnquiryDoor { get; set; } = default!;

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);

        // The layout may be drawn again meanwhile, and asks again: it is read once.
        await (reading ??= ReadAsync());
        await base.SetParametersAsync(ParameterView.Empty);
    }

    private async Task ReadAsync()
    {
        var asked = Http.Request.Query[ListingUrls.WhoParameter].OfType<string>().Where(s => s.Length > 0).Distinct().ToList();
        isCut = asked.Count > ListingUrls.MostShortlisted;
        var now = default(DateTime);
        foreach (var slug in asked.Take(ListingUrls.MostShortlisted))
        {
            switch (await View.RunAsync(slug, Http.RequestAborted))
            {
                case ViewListing.Result.Shown shown:
                    Add(shown);
                    break;
                case ViewListing.Result.Moved moved when await View.RunAsync(moved.Slug, Http.RequestAborted) is ViewListing.Result.Shown shown:
                    Add(shown);
                    break;
                default:
                    missing++;
                    break;
            }
        }

        // By name: what keeps answers takes two orders of one parameter for the same question.
        people.Sort((one, other) => string.Compare(one.Name, other.Name, StringComparison.OrdinalIgnoreCase));
        canAsk = people.Count > 1 && await TakeEnquiriesAsync();
        var ticked = Http.Request.Query[ListingUrls.CompareParameter].OfType<string>().ToHashSet();
        var chosen = people.Where(p => ticked.Contains(p.Slug)).ToList();
        tooMany = chosen.Count > MostCompared;
        compared = [.. chosen.Take(MostCompared)];
        facts = compared.Count > 1 ? CompareFacts.Of(compared, Vocabulary, now) : null;

        void Add(ViewListing.Result.Shown shown)
        {
            now = shown.Now;
            if (!people.Exists(p => p.Slug == shown.Listing.Slug))
            {
                people.Add(shown.Listing);
            }
        }
    }

    /// <summary>Whether more than one of them takes enquiries. While the database is away the list is shown all the same.</summary>
    private async Task<bool> TakeEnquiriesAsync()
    {
        try
        {
            return (await EnquiryDoor.OpenAmongAsync([.. people.Where(p => !p.IsPaused).Select(p => p.Slug)], Http.RequestAborted)).Count > 1;
        }
        catch (DbException)
        {
            return false;
        }
    }

    private static string About(PublicListing person) => string.Join(" · ", new[]
    {
        person.Headline,
        string.Join(", ", person.Locations.Select(l => l.Locality).Concat(person.VisitAreas.Select(v => v.Locality)).Distinct()),
        person.IsPaused ? "Away at present" : person.Accepting.InWords(),
    }.Where(words => !string.IsNullOrEmpty(words)));
}
