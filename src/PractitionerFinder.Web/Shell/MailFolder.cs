using System.Globalization;
using System.Text;
using PractitionerFinder.Core.Mail;

namespace PractitionerFinder.Web.Shell;

/// <summary>Puts mails into a folder instead of sending them, each as a file of plain text.</summary>
public sealed class MailFolder(SiteSettings site, TimeProvider time) : IMailer
{
    public async Task SendAsync(Mail mail, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(Path.Combine(site.DataFolder, "outbox")).FullName;
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"To: {mail.To}\nSubject: {mail.Subject}\n");
        foreach (var block in mail.Blocks)
        {
            text.Append('\n').Append(block switch
            {
                MailBlock.Text said => said.Words,
                MailBlock.Action todo => $"{todo.Words}: {todo.Url}",
                _ => throw new InvalidOperationException($"A mail holds {block.GetType()}."),
            }).Append('\n');
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyyMMdd-HHmmss-fffffff}.eml");
        await File.WriteAllTextAsync(Path.Combine(folder, name), text.ToString(), cancel);
    }
}
