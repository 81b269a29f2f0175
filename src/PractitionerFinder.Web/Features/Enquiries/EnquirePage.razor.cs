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

/// <summary>The form for an enquiry to a practitioner. Who sends it is known by nothing but what they type, so a token of ours would prove nothing, and there is none.</summary>
public sealed partial class EnquirePage
{
    private readonly FormErrors errors = new();
    private EnquiryForm form = new();
    private PublicListing? listing;
    private long id;
    private ReadEnquiryDoor.Door door = default!;
    private string? closed;
    private string? sentTo;
    private int? error;

    [Parameter]
    public string Slug { get; set; } = "";

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

    private string Title => sentTo is not null ? "Look in your mail" : closed is not null ? $"{listing!.Name} takes no enquiries here" : $"Send an enquiry to {listing!.Name}";

    private string ReadersWords => door.Readers == 1
        ? $"Your enquiry is read by the one person who keeps the page of {listing!.Name}, and by nobody else."
        : $"Your enquiry is read by the {door.Readers} people who keep the page of {listing!.Name}, and by nobody else.";

    private IReadOnlyList<(string, string)> Techniques => EnquiryForm.TechniquesOf(listing!, Vocabulary);

    private IReadOnlyList<(string, string)> Places => EnquiryForm.PlacesOf(listing!);

    protected override async Task OnInitializedAsync()
    {
        if (HttpMethods.IsPost(Http.Request.Method))
        {
            Http.Response.Headers.CacheControl = "no-store";
        }

        if (Slug.Length > Listing.SlugMaxLength)
        {
            Answer(StatusCodes.Status404NotFound);
            return;
        }

        var now = Time.GetUtcNow().UtcDateTime;
        await using var db = await Contexts.CreateDbContextAsync(Http.RequestAborted);
        if (await db.ReadPublicAsync(l => l.Slug == Slug, Http.RequestAborted) is not [var found] || (found.IsDemo && !Site.ShowDemo))
        {
            Answer(StatusCodes.Status404NotFound);
            return;
        }

        switch (found.Standing(now))
        {
            case PublicStanding.Shown or PublicStanding.Paused:
                (id, listing) = (found.Id, PublicListing.Of(found, Vocabulary, now));
                door = await ReadDoor.OfAsync(db, id, Http.RequestAborted);
                closed = WhyClosed();
                break;
            case PublicStanding.Moved:
                // The page there knows where its listing went.
                Http.Response.Redirect(ListingUrls.Profile(found.Slug));
                break;
            case PublicStanding.Gone:
                Answer(StatusCodes.Status410Gone);
                break;
            default:
                Answer(StatusCodes.Status404NotFound);
                break;
        }
    }

    private string? WhyClosed() =>
        listing!.IsPaused ? "They have paused their page and are not reading enquiries."
        : door.IsOpen ? null
        : listing.IsDemo ? "This person is made up, and nobody would read what you write."
        : "How else to reach them is on their page.";

    private async Task SendAsync()
    {
        // The profile's own page is answered instead, or the listing is not there.
        if (listing is null || closed is not null)
        {
            return;
        }

        var sent = await Http.Request.ReadFormAsync(Http.RequestAborted);
        form = EnquiryForm.Of(sent);
        var answers = form.Read(listing, door.TakesWords, errors);
        if (answers is null)
        {
            return;
        }

        if (Trap.Judge(sent) is { } wrong)
        {
            errors.Add(nameof(EnquiryForm.Email), wrong);
            return;
        }

        switch (await Send.RunAsync(id, answers, Http.RequestAborted))
        {
            case SendEnquiry.Outcome.Sent:
                sentTo = answers.Email;
                break;
            case SendEnquiry.Outcome.TooMany:
                errors.Add(nameof(EnquiryForm.Email), $"Nothing was sent: from one address at most {Enquiry.MostADay} enquiries can be written in a day. Try again tomorrow.");
                break;
            default:
                closed = "Nothing was sent: they stopped taking enquiries here while you wrote. How else to reach them is on their page.";
                break;
        }
    }

    private void Answer(int status)
    {
        error = status;
        Http.Response.StatusCode = status;
    }
}
