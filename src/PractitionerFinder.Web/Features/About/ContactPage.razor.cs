using Microsoft.AspNetCore.Components;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.About;

/// <summary>How to reach whoever runs this copy of the site.</summary>
public sealed partial class ContactPage
{
    [Inject]
    private SiteSettings Site { get; set; } = default!;

    private ContactSettings Contact => Site.Contact;
}
