namespace PractitionerFinder.Web.Features.Mailbox;

/// <summary>Addresses of the development mailbox.</summary>
public static class MailboxUrls
{
    public const string List = "/development/mail";

    public const string LetterRoute = List + "/{id}";

    public const string HtmlRoute = LetterRoute + "/html";

    public static string Letter(string id) => $"{List}/{Uri.EscapeDataString(id)}";

    public static string Html(string id) => Letter(id) + "/html";
}
