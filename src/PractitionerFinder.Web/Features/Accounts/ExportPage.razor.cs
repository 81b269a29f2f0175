using System.Text.Json;
using Microsoft.AspNetCore.Components;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>Everything that is kept about an account, to read and to take along. The page shows what the file holds.</summary>
public sealed partial class ExportPage
{
    private JsonElement data;

    [Inject]
    private CollectData Collect { get; set; } = default!;

    // Drawn once before there is anything, and that is not sent.
    private IEnumerable<JsonProperty> Parts => data.ValueKind != JsonValueKind.Object
        ? []
        : data.EnumerateObject().Where(p => p.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array);

    protected override async Task OnInitializedAsync() => data = CollectData.AsJson(await Collect.RunAsync(Me.Id, Http.RequestAborted));
}
