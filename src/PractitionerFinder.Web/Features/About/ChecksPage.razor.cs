using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Web.Features.About;

/// <summary>What the marks of a listing mean and how results are ordered, with the numbers and names of the rules themselves.</summary>
public sealed partial class ChecksPage
{
    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    /// <summary>Techniques whose own name needs proof.</summary>
    private string Named => Listed(Vocabulary.Techniques.Where(t => t.NeedsProof).Select(t => t.Name), "or");

    /// <summary>Words that need proof although their technique does not.</summary>
    private string Words => Listed(Vocabulary.Techniques.SelectMany(t => t.TitleWords).Distinct().Select(w => $"“{w}”"), "and");

    private static string Listed(IEnumerable<string> names, string last) => names.ToList() switch
    {
        [] => "no name at present",
        [var only] => only,
        [.. var first, var end] => $"{string.Join(", ", first)} {last} {end}",
    };
}
