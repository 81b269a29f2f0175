using Microsoft.AspNetCore.Components;

namespace PractitionerFinder.Web.Features.Portal.Fields;

/// <summary>Several of a list. Each change is a new list, so that the kept one stays as it was.</summary>
public sealed partial class ChecksField
{
    [Parameter, EditorRequired]
    public IReadOnlyList<(string Value, string Words)> Options { get; set; } = [];

    private Task SetAsync(string value, bool isOn) =>
        ChooseAsync([.. Value.Where(v => v != value), .. isOn ? new[] { value } : []]);
}
