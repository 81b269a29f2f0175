using Microsoft.AspNetCore.Antiforgery;

namespace PractitionerFinder.Web.Shell;

/// <summary>Marks a page that is the same for everybody: it posts nothing, so it stores no antiforgery token, and answers without cookie and no-store.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicPageAttribute : Attribute, IAntiforgeryMetadata
{
    public bool RequiresValidation => false;
}
