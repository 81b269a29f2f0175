using Microsoft.AspNetCore.Components;
using PractitionerFinder.Web.Shared.Finding;

namespace PractitionerFinder.Web.Features.Alerts;

/// <summary>
/// Where the links in the mails of an alert lead: what it is, a press that starts it, and one that stops it. Whoever has the link may do both, so no other token is asked for.
/// </summary>
public sealed partial class AlertPage
{
    private KeepAlert.State? state;
    private bool isStarted;
    private bool isStopped;

    [SupplyParameterFromQuery(Name = AlertUrls.TokenParameter)]
    private string? Token { get; set; }

    [SupplyParameterFromForm(FormName = "alert", Name = "token")]
    private string? Sent { get; set; }

    [SupplyParameterFromForm(FormName = "alert", Name = "act")]
    private string? Act { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private KeepAlert Keep { get; set; } = default!;

    [Inject]
    private SearchSentences Sentences { get; set; } = default!;

    private string Shown => Sent ?? Token ?? "";

    private string Title => isStopped ? "Stopped" : state is null ? "There is no such alert" : state.IsConfirmed ? "Your alert" : "Do you want this alert?";

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-store";
        state = await Keep.ReadAsync(Shown, Http.RequestAborted);
    }

    private async Task ActAsync()
    {
        if (Act == "stop")
        {
            isStopped = await Keep.StopAsync(Shown, Http.RequestAborted);
            state = null;
        }
        else if (Act == "start")
        {
            isStarted = await Keep.ConfirmAsync(Shown, Http.RequestAborted);
            state = await Keep.ReadAsync(Shown, Http.RequestAborted);
        }
    }
}
