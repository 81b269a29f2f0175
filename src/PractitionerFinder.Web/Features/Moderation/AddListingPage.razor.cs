using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Forms;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Moderation;

/// <summary>A short form by which staff add a listing that nobody keeps.</summary>
public sealed partial class AddListingPage
{
    private static readonly IReadOnlyList<(string, string)> Acceptings = [("yes", "Yes"), ("waiting", "There is a waiting list"), ("no", "Not now")];

    private readonly FormErrors errors = new();
    private ListingForm form = new();
    private Guid once = Guid.NewGuid();

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private AddListing Add { get; set; } = default!;

    [Inject]
    private Vocabulary Words { get; set; } = default!;

    [Inject]
    private Gazetteer Places { get; set; } = default!;

    [Inject]
    private SiteSettings Site { get; set; } = default!;

    private IEnumerable<Technique> Free => Words.Techniques.Where(t => t.TitleRule == TitleRule.None);

    private PlaceForm Place => AddListing.Place(form);

    private async Task AddAsync()
    {
        var typed = await Http.Request.ReadFormAsync(Http.RequestAborted);
        once = Guid.TryParse(typed["once"], out var given) ? given : once;
        form = new ListingForm();
        (form.About.Name, form.About.Headline, form.About.About) = (typed["name"].ToString(), typed["headline"].ToString(), typed["about"].ToString());
        form.About.Languages = [typed["language"].ToString()];
        form.Techniques.Techniques = [.. typed["techniques"].OfType<string>().Select(t => new TechniqueForm { Key = t })];
        (form.Contact.Phone, form.Contact.Email, form.Contact.Website) = (typed["phone"].ToString(), typed["email"].ToString(), typed["website"].ToString());
        form.Hours.Accepting = typed["accepting"].ToString();
        var place = Place;
        (place.Line1, place.Locality, place.Postcode, place.Country) = (typed["line1"].ToString(), typed["locality"].ToString(), typed["postcode"].ToString(), typed["country"].ToString());
        place.AreaOnly = typed["home"] == "true";
        place.Setting = (place.AreaOnly ? Setting.TheirHome : Setting.Clinic).Word();
        switch (await Add.RunAsync(form, once, Http.User.AccountId()!.Value, Http.RequestAborted))
        {
            case AddListing.Result.Added added:
                Http.Response.Redirect($"{ModerationUrls.Review(added.Listing, 1)}?did=added");
                break;
            case AddListing.Result.Faulty faulty:
                foreach (var fault in faulty.Faults)
                {
                    var (field, words) = Beside(fault);
                    errors.Add(field, words);
                }

                break;
        }
    }

    /// <summary>The field of this form that a fault of the long one belongs to.</summary>
    private static (string Field, string Words) Beside(FormFault fault) => fault.Field.Split('/') switch
    {
        [.., "point"] => ("postcode", "This place is not known. Check the postcode, the town and the country."),
        ["techniques" or "credentials", ..] => ("techniques", fault.Words),
        [.., var last] => (last, fault.Words),
        [] => ("name", fault.Words),
    };
}
