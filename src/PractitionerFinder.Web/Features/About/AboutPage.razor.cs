using Microsoft.AspNetCore.Components;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.About;

/// <summary>What the site is, for whom, and what it is not.</summary>
public sealed partial class AboutPage
{
    [Inject]
    private SiteSettings Site { get; set; } = default!;
}
