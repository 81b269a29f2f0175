using PractitionerFinder.Core.Mail;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Shared.Mailing;

/// <summary>What every mail ends with: why it came, and from whom.</summary>
public static class MailFooter
{
    public static string Why(Mail mail, SiteSettings site) =>
        $"You get this mail because {mail.To} was given as an address at PractitionerFinder, {site.Absolute("/")}.";

    /// <summary>Null when the operator has not said.</summary>
    public static string? Who(SiteSettings site) => site.Contact.Operator is { } name ? $"{name} runs this copy of PractitionerFinder." : null;

    /// <summary>The words of the link to who runs it.</summary>
    public static string Reach(SiteSettings site) => site.Contact.Operator is null ? "Who runs this copy of it, and how to reach them" : "How to reach them";
}
