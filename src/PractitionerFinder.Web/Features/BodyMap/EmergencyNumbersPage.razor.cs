using Microsoft.AspNetCore.Components;
using PractitionerFinder.Web.Shared.Learning;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.BodyMap;

/// <summary>Whom to call, country by country.</summary>
public sealed partial class EmergencyNumbersPage
{
    [Inject]
    private LearnShelf Shelf { get; set; } = default!;

    [Inject]
    private SiteSettings Site { get; set; } = default!;
}
