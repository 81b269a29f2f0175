using Microsoft.AspNetCore.Components;

namespace PractitionerFinder.Web.Shared.Forms;

/// <summary>A field of one line: label, hint, what is wrong with it, and the field itself. Its name is its id.</summary>
public sealed partial class TextField
{
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? Error { get; set; }

    /// <summary>Of a field that holds no secret.</summary>
    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public string Type { get; set; } = "text";

    [Parameter]
    public int? MaxLength { get; set; }

    /// <summary>What a browser or a password manager may fill in (HTML, 4.10.18.7).</summary>
    [Parameter]
    public string? AutoComplete { get; set; }

    [Parameter]
    public string? InputMode { get; set; }

    /// <summary>Whether the browser may ask for it before it sends the form; the server asks in any case.</summary>
    [Parameter]
    public bool IsRequired { get; set; }

    /// <summary>Whether it holds words, which begin with a capital on a telephone, and no address or code.</summary>
    [Parameter]
    public bool IsWords { get; set; }

    /// <summary>Whether it has the focus when the page opens: of a page that is nothing but its form.</summary>
    [Parameter]
    public bool IsFirst { get; set; }

    private string HintId => $"{Name}-hint";

    private string? DescribedBy => (Hint, Error) switch
    {
        (null, null) => null,
        (_, null) => HintId,
        (null, _) => FieldError.IdOf(Name),
        _ => $"{FieldError.IdOf(Name)} {HintId}",
    };
}
