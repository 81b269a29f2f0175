using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Learn;

/// <summary>Every technique of the vocabulary by family, each with its evidence and the way to those who offer it.</summary>
public sealed partial class TechniquesPage
{
    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    [Inject]
    private SiteSettings Site { get; set; } = default!;

    private static string IdOf(string family) => family.Replace(' ', '-');

    private static string Heading(string family) => char.ToUpperInvariant(family[0]) + family[1..];
}
