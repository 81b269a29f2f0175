using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Finder;

/// <summary>The front page: what and where, the body, and the techniques most asked about with what is known of them.</summary>
public sealed partial class HomePage
{
    // Those that the site was made for; the rest stand on the page of all techniques.
    private static readonly string[] First =
    [
        "myofascial-release", "trigger-point-therapy", "cross-fibre-release", "positional-release", "bamboo-massage",
        "ortho-bionomy", "contractual-tendon-release",
    ];

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    [Inject]
    private SiteSettings Site { get; set; } = default!;

    private IEnumerable<Technique> Shown => First.Select(Vocabulary.Technique).OfType<Technique>();
}
