using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Core.Alerts;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Finding;
using PractitionerFinder.Web.Shared.Forms;

namespace PractitionerFinder.Web.Features.Alerts;

/// <summary>Asks for an alert: says what would be kept, and takes an e-mail address.</summary>
public sealed partial class NewAlertPage
{
    private const string FormName = "alert";

    private readonly FormErrors errors = new();
    private ReadSearch.Result read = default!;
    private string? email;
    private string? sentTo;

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ReadSearch Search { get; set; } = default!;

    [Inject]
    private AskForAlert Ask { get; set; } = default!;

    [Inject]
    private FormTrap Trap { get; set; } = default!;

    [Inject]
    private SearchSentences Sentences { get; set; } = default!;

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    private string Techniques => read.Criteria!.Techniques is { Count: > 0 } some
        ? string.Join(" or ", some.Select(t => Vocabulary.Technique(t)!.Name))
        : "Any";

    protected override void OnInitialized()
    {
        read = Search.Run(Http.Request.Query);
        if (HttpMethods.IsPost(Http.Request.Method))
        {
            Http.Response.Headers.CacheControl = "no-store";
        }
    }

    private async Task SendAsync()
    {
        if (read.Criteria is not { } criteria)
        {
            return;
        }

        var form = await Http.Request.ReadFormAsync(Http.RequestAborted);
        email = form["Email"];
        if (EmailAddress.Read(email) is not { } address)
        {
            errors.Add("Email", "Enter an e-mail address such as name@mail.example.");
        }
        else if (SearchAlert.QueryOf(criteria).Length > SearchAlert.QueryMaxLength)
        {
            errors.Add("Email", "The search names too many techniques for an alert. Go back and choose fewer, or any.");
        }
        else if (Trap.Judge(form) is { } words)
        {
            errors.Add("Email", words);
        }
        else
        {
            await Ask.RunAsync(criteria, address, Http.RequestAborted);
            sentTo = address;
        }
    }
}
