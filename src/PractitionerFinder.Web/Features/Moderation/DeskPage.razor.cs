using Microsoft.AspNetCore.Components;

namespace PractitionerFinder.Web.Features.Moderation;

/// <summary>What waits for staff.</summary>
public sealed partial class DeskPage
{
    /// <summary>The notice that a decision stands and its mail was not sent.</summary>
    public const string MailFailed = "not-told";

    private static readonly Dictionary<string, string> Notices = new()
    {
        ["approved"] = "Approved. It is public now, and whoever keeps the listing is told by e-mail.",
        ["sent-back"] = "Sent back. Whoever keeps the listing is told by e-mail what to change.",
        ["refused"] = "Refused. Whoever keeps the listing is told by e-mail why.",
        ["claim-approved"] = "Approved. They keep the page now, and everybody concerned is told by e-mail.",
        ["claim-refused"] = "Refused. The claimant is told by e-mail why.",
        ["closed"] = "The report is closed, and the copy of what was written is deleted.",
        [MailFailed] = "Decided, and seen in the portal by whoever keeps the listing. The e-mail about it could not be sent.",
    };

    private ListWaiting.Waiting queue = new([], 0);
    private IReadOnlyList<ListWaiting.Found>? found;
    private IReadOnlyList<EnquiryReports.Entry> reports = [];
    private string? told;

    [SupplyParameterFromQuery(Name = "did")]
    private string? Did { get; set; }

    [SupplyParameterFromQuery(Name = "named")]
    private string? Named { get; set; }

    [SupplyParameterFromForm(FormName = "close-report", Name = "report")]
    private long Report { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ListWaiting List { get; set; } = default!;

    [Inject]
    private EnquiryReports Reports { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        told = Did is not null ? Notices.GetValueOrDefault(Did) : null;
        queue = await List.RunAsync(Http.RequestAborted);
        reports = await Reports.ListAsync(Http.RequestAborted);
        found = string.IsNullOrWhiteSpace(Named) ? null : await List.FindAsync(Named, Http.RequestAborted);
    }

    private async Task CloseAsync()
    {
        await Reports.CloseAsync(Report, Http.RequestAborted);
        Http.Response.Redirect($"{ModerationUrls.Desk}?did=closed");
    }
}
