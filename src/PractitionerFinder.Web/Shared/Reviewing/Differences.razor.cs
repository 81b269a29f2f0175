using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;

namespace PractitionerFinder.Web.Shared.Reviewing;

/// <summary>What differs, field by field: what is gone struck, what is new underlined, each in a column of its own.</summary>
public sealed partial class Differences
{
    [Parameter, EditorRequired]
    public IReadOnlyList<FieldChange> Changes { get; set; } = [];

    /// <summary>The newer content, in which places have names.</summary>
    [Parameter, EditorRequired]
    public ListingContent Content { get; set; } = default!;

    /// <summary>What staff asked of it.</summary>
    [Parameter]
    public IReadOnlyList<FieldReason> Reasons { get; set; } = [];

    [Parameter]
    public string Before { get; set; } = "Before";

    [Parameter]
    public string After { get; set; } = "After";

    /// <summary>What stands under each of them, such as a field for whoever reads them.</summary>
    [Parameter]
    public RenderFragment<FieldChange>? Beside { get; set; }

    [Inject]
    private Vocabulary Words { get; set; } = default!;

    private static string Distance(int metres) => metres < 1000 ? FormattableString.Invariant($"{metres} m") : FormattableString.Invariant($"{metres / 1000.0:0.0} km");
}
