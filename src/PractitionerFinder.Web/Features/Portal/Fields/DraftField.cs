using Microsoft.AspNetCore.Components;

namespace PractitionerFinder.Web.Features.Portal.Fields;

/// <summary>A field of a section: label, hint, what is wrong, what staff asked, and the value that was kept last.</summary>
public abstract class DraftField<T> : ComponentBase, IKeptField, IDisposable
{
    private T taken = default!;

    /// <summary>Path of the field, such as `headline` or `places/p1/postcode`.</summary>
    [Parameter, EditorRequired]
    public string Path { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    [Parameter, EditorRequired]
    public T Value { get; set; } = default!;

    [Parameter, EditorRequired]
    public EventCallback<T> ValueChanged { get; set; }

    /// <summary>Whether others of the page are drawn from this value, so that it is judged at once.</summary>
    [Parameter]
    public bool JudgesAtOnce { get; set; }

    [CascadingParameter]
    protected DraftSession Draft { get; set; } = default!;

    protected string Id => PortalUrls.FieldId(Path);

    protected string? Fault => Draft.FaultOf(Path);

    protected IEnumerable<string> Asked => Draft.Reasons.Where(r => r.Field == Path).Select(r => r.Words);

    /// <summary>The value on disk, which the tab need not keep any longer.</summary>
    protected T Saved { get; private set; } = default!;

    protected string? DescribedBy =>
        string.Join(' ', new[] { Hint is null ? null : $"{Id}-hint", Fault is null ? null : $"{Id}-error", Asked.Any() ? $"{Id}-asked" : null }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    public void Take() => taken = Value;

    public void Keep() => Saved = taken;

    public void Dispose()
    {
        Draft.Leave(this);
        Draft.Changed -= Redraw;
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized()
    {
        Saved = Value;
        Draft.Join(this);
        Draft.Changed += Redraw;
    }

    // What was kept and what is wrong comes from the session, of which no parameter tells.
    private void Redraw() => _ = InvokeAsync(StateHasChanged);

    protected async Task TypeAsync(T value)
    {
        await ValueChanged.InvokeAsync(value);
        Draft.Touch();
    }

    protected void LeaveField() => Draft.Leave(Path);

    protected async Task ChooseAsync(T value)
    {
        await TypeAsync(value);
        Draft.Leave(Path);
    }
}
