using Microsoft.AspNetCore.Components;
using PractitionerFinder.Web.Shared.Learning;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Learn;

/// <summary>Every word that the pages explain.</summary>
public sealed partial class GlossaryPage
{
    [Inject]
    private LearnShelf Shelf { get; set; } = default!;

    [Inject]
    private SiteSettings Site { get; set; } = default!;
}
