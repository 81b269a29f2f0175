using Microsoft.AspNetCore.Components;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.About;

/// <summary>What is stored, how long, and who answers for it.</summary>
public sealed partial class PrivacyPage
{
    [Inject]
    private SiteSettings Site { get; set; } = default!;

    private ContactSettings Contact => Site.Contact;
}
