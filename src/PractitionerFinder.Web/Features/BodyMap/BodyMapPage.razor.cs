using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.BodyMap;

/// <summary>The first step: the figure, and the list that says the same.</summary>
public sealed partial class BodyMapPage
{
    private const string ListId = "areas";

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    [Inject]
    private SiteSettings Site { get; set; } = default!;
}
