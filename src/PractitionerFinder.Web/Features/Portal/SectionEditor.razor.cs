using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Web.Features.Portal.Sections;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>A section that is typed in, over a connection. What is typed is kept at once by <see cref="DraftSession"/>.</summary>
public sealed partial class SectionEditor : IDisposable
{
    private static readonly Dictionary<string, Type> Sections = new()
    {
        [AboutForm.Section] = typeof(AboutSection),
        [TechniquesForm.Section] = typeof(TechniquesSection),
        [CredentialsForm.Section] = typeof(CredentialsSection),
        [PlacesForm.Section] = typeof(PlacesSection),
        [VisitsForm.Section] = typeof(VisitsSection),
        [HoursForm.Section] = typeof(HoursSection),
        [FeesForm.Section] = typeof(FeesSection),
        [ContactForm.Section] = typeof(ContactSection),
        [PhotoForm.Section] = typeof(PhotoSection),
    };

    private Task? reading;
    private DraftSession? draft;
    private bool isLive;
    private string? told;

    [Parameter, EditorRequired]
    public long Id { get; set; }

    [Parameter, EditorRequired]
    public string Section { get; set; } = "";

    /// <summary>Whether the reader comes to see what is wrong.</summary>
    [Parameter]
    public bool ShowsFaults { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> SignedInAs { get; set; } = default!;

    [Inject]
    private ReadWorkbook Read { get; set; } = default!;

    [Inject]
    private SaveDraft Save { get; set; } = default!;

    [Inject]
    private KeepListing Keep { get; set; } = default!;

    [Inject]
    private FormReader Reader { get; set; } = default!;

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private Type Fields => Sections[Section];

    private string Key => FormattableString.Invariant($"draft:{Id}:{Section}");

    private bool CanPublish => draft!.IsPublished && Section is HoursForm.Section or FeesForm.Section;

    private string SaveWords => draft! switch
    {
        { Trouble: { } trouble } => trouble,
        { Conflicts.Count: > 0 } => "Not saved: choose above first.",
        { IsDirty: true } => "Saving…",
        { KeptAt: { } at } => $"Saved {Recently.Describe(at, Time.GetUtcNow().UtcDateTime)}. {(draft!.IsPublished ? "The public page has not changed." : "")}",
        _ => "Everything is saved as you type.",
    };

    public void Dispose() => draft?.Dispose();

    /// <summary>Reads the draft before anything is drawn: until then what the server drew first stays on the screen.</summary>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await (reading ??= ReadAsync());
        if (draft is not null)
        {
            // Told anew when the sign-in ended elsewhere.
            draft.Account = (await SignedInAs).User.AccountId() ?? 0;
        }

        await base.SetParametersAsync(ParameterView.Empty);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            // Only now do keys reach the server: what was typed before is put back by draft.js, which waits for this.
            isLive = true;
            StateHasChanged();
        }
    }

    private async Task ReadAsync()
    {
        var account = (await SignedInAs).User.AccountId() ?? 0;
        if (await Read.RunAsync(Id, account, CancellationToken.None) is not { } book)
        {
            return;
        }

        draft = new DraftSession(book, Section, account, Save, Reader, Time, InvokeAsync);
        draft.Changed += Redraw;
        if (ShowsFaults)
        {
            draft.ShowAll();
        }
    }

    private void Redraw() => _ = InvokeAsync(StateHasChanged);

    private async Task CheckAsync()
    {
        await draft!.FlushAsync();
        draft.ShowAll();
        told = draft.Faults.Count == 0 ? "This section is whole." : null;
    }

    private async Task LeaveAsync()
    {
        await draft!.FlushAsync();
        if (draft.Trouble is null && draft.Conflicts.Count == 0)
        {
            Navigation.NavigateTo(PortalUrls.Listing(Id), forceLoad: true);
        }
    }

    private async Task PublishAsync()
    {
        await draft!.FlushAsync();
        if (draft.Trouble is not null || draft.Conflicts.Count > 0)
        {
            return;
        }

        switch (await Keep.PublishSmallFactsAsync(Id, draft.Account, Section, CancellationToken.None))
        {
            case Kept.Done or Kept.Already:
                Navigation.NavigateTo($"{PortalUrls.Listing(Id)}?did=published", forceLoad: true);
                break;
            case Kept.Faulty:
                draft.ShowAll();
                break;
            case Kept.ChangedSince:
                told = "The listing was changed by somebody else just now. Look again, then publish.";
                break;
            default:
                told = "You may not change this listing any more.";
                break;
        }
    }

    private string LabelOf(Conflict conflict) => FieldPath.OfForm(Section, conflict.Path).Label(Vocabulary, draft!.Sent);

    private static string Words(JsonNode? value) => value switch
    {
        null => "took it away",
        JsonValue text => text.ToString() is { Length: > 0 } words ? words : "left it blank",
        _ => value.ToJsonString(),
    };
}
