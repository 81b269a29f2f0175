using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Learning;

namespace PractitionerFinder.Web.Features.BodyMap.Parts;

/// <summary>Whom to call now. Where the country is not known a script puts the reader's own first.</summary>
public sealed partial class CareNumbers
{
    private static readonly (string Number, string Where)[] Known =
        [("999", "UK"), ("112", "Europe"), ("911", "US and Canada"), ("000", "Australia"), ("111", "New Zealand")];

    /// <summary>The numbers of the reader's country; null where it is not known.</summary>
    [Parameter, EditorRequired]
    public EmergencyNumber? Here { get; set; }

    /// <summary>Whether calling is what to do, and not what may become it.</summary>
    [Parameter]
    public bool IsMain { get; set; }

    [Inject]
    private LearnShelf Shelf { get; set; } = default!;

    // Country, number and name of each, for the script.
    private string Numbers => string.Join(';', Shelf.Current.EmergencyNumbers.Select(n => $"{n.Country}={n.Numbers[0]}={n.Name}"));
}
