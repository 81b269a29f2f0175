using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Portal.Sections;

/// <summary>The documents behind a credential. They are sent as plain forms, which no connection can lose.</summary>
public sealed partial class ProofDocuments
{
    private List<KeepUploads.Document> documents = [];

    [Parameter, EditorRequired]
    public long Listing { get; set; }

    [Parameter, EditorRequired]
    public string Credential { get; set; } = "";

    [CascadingParameter]
    private Task<AuthenticationState> SignedInAs { get; set; } = default!;

    [Inject]
    private KeepUploads Uploads { get; set; } = default!;

    private string FileId => $"file-{Credential}";

    protected override async Task OnInitializedAsync() => documents =
    [
        .. (await Uploads.ListAsync(Listing, (await SignedInAs).User.AccountId() ?? 0, CancellationToken.None)).Where(d => d.Credential == Credential),
    ];
}
