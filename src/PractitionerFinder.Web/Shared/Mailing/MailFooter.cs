using PractitionerFinder.Core.Mail;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Shared.Mailing;

/// <summary>What every mail ends with: why it came, and from whom.</summary>
public static class MailFooter
{
    public static string Why(Mail mail, SiteSettings site) =>
        $"You get this mail because {mail.To} was given as an address at PractitionerFinder, {site.Absolute("/")}.";

    public static string Who(SiteSettings site) =>
        site.Contact.Operator is { } name ? $"{name} runs this copy of PractitionerFinder." : "Whoever runs this copy of PractitionerFinder has not said their name.";
}
