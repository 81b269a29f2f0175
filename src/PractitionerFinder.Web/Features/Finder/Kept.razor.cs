using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using PractitionerFinder.Core.Finder;

namespace PractitionerFinder.Web.Features.Finder;

/// <summary>What was asked and a form does not show, so that sending it changes nothing else.</summary>
public sealed partial class Kept
{
    [Parameter, EditorRequired]
    public SearchCriteria Criteria { get; set; } = default!;

    /// <summary>Parameters that the form has fields for.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyCollection<string> But { get; set; } = [];

    // A changed search begins on its first page.
    private IEnumerable<(string Name, string Value)> Parameters =>
        from parameter in QueryHelpers.ParseQuery(Criteria.CanonicalQuery(withPaging: false))
        where !But.Contains(parameter.Key)
        from value in parameter.Value
        select (parameter.Key, value);
}
