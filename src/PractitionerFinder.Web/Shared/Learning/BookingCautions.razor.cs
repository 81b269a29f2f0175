using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Learn.Screening;

namespace PractitionerFinder.Web.Shared.Learning;

/// <summary>What is to be told or cleared up before a session.</summary>
public sealed partial class BookingCautions
{
    /// <summary>Slug of the technique; null for what concerns every technique.</summary>
    [Parameter, EditorRequired]
    public string? Technique { get; set; }

    [Inject]
    private LearnShelf Shelf { get; set; } = default!;

    private IEnumerable<(RedFlag Flag, string Advice)> Cautions => RedFlagScreen.Cautions(Shelf.Current.RedFlags, Technique).Select(f => (f, CareWords.Of(f.Action, null)));
}
