using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Learn.Screening;
using PractitionerFinder.Web.Shared.Learning;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.BodyMap;

/// <summary>
/// The questions about an area, and what stands behind them. What is answered comes with a form, is judged and forgotten: it is in no
/// address, no log and no database, and the way on exists only as the answer to it.
/// </summary>
public sealed partial class AreaPage
{
    private const string Yes = "yes";
    private const string No = "no";
    private const string NearField = "near";

    private BodyArea? area;
    private string? side;
    private RedFlagScreen screen = default!;
    private Dictionary<string, bool> answers = [];
    private ScreenOutcome? outcome;
    private CountNearby.Result? nearby;

    [Parameter]
    public string Slug { get; set; } = "";

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    [Inject]
    private LearnShelf Shelf { get; set; } = default!;

    [Inject]
    private CountNearby Nearby { get; set; } = default!;

    [Inject]
    private SiteSettings Site { get; set; } = default!;

    private string Title => outcome is ScreenOutcome.Passed ? $"{area!.Name}: what may be involved" : $"{area!.Name}: a few questions first";

    private string Address => BodyMapUrls.Area(area!.Slug, side, Numbers(Country)?.Country);

    private string SideWords => side is not null ? $", {side} side" : area!.HasSides ? ", both sides" : "";

    private string Country => $"{Http.Request.Query[BodyMapUrls.CountryParameter]}".ToUpperInvariant();

    /// <summary>Whom to call where the reader is, as far as the address or the place that they gave says.</summary>
    private EmergencyNumber? Here => Numbers(nearby?.Found?.Criteria.Origin?.Country ?? Country);

    /// <summary>The answers again, for the form that asks for a place.</summary>
    private IReadOnlyList<(string Name, string Value)> Repeat => [.. answers.Select(a => (a.Key, a.Value ? Yes : No))];

    protected override void OnInitialized()
    {
        area = Vocabulary.Area(Slug);
        if (area is null)
        {
            if (Vocabulary.Area(Slug.ToLowerInvariant()) is { } meant)
            {
                Http.Response.Redirect(BodyMapUrls.Area(meant.Slug), permanent: true);
            }
            else
            {
                Http.Response.StatusCode = StatusCodes.Status404NotFound;
            }

            return;
        }

        side = !area.HasSides ? null : BodyMapUrls.SideOf(Http.Request.Query[BodyMapUrls.SideParameter]);
        screen = RedFlagScreen.Of(area, Shelf.Current.RedFlags);
        if (HttpMethods.IsPost(Http.Request.Method))
        {
            Http.Response.Headers.CacheControl = "no-store";
        }
    }

    private EmergencyNumber? Numbers(string country) => Shelf.Current.EmergencyNumbers.FirstOrDefault(n => n.Country == country);

    private async Task CheckAsync()
    {
        var form = await Http.Request.ReadFormAsync(Http.RequestAborted);
        answers = screen.Questions.Where(q => form[q.Group].ToString() is Yes or No).ToDictionary(q => q.Group, q => form[q.Group] == Yes);
        var judged = screen.Judge(group => answers.TryGetValue(group, out var answer) ? answer : null);
        if (judged is ScreenOutcome.Passed)
        {
            nearby = await Nearby.RunAsync(area!, form[NearField], Country, Http.RequestAborted);
        }

        outcome = judged;
    }
}
