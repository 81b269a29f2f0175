using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MimeKit;
using MimeKit.Utils;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Web.Features.About;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Shared.Mailing;

/// <summary>Makes of a mail what is sent: a part of text and a part in the site's look, which say the same.</summary>
public sealed class MailRenderer(MailSettings settings, SiteSettings site, TimeProvider time, IServiceScopeFactory scopes, ILoggerFactory logs)
{
    private const int LongestLine = 78;

    public async Task<MimeMessage> RenderAsync(Mail mail)
    {
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = time.GetUtcNow(),
            MessageId = MimeUtils.GenerateMessageId(settings.From.Domain),
            Body = new MultipartAlternative
            {
                // From the plainest to the best (RFC 2046, 5.1.4).
                new TextPart("plain") { Text = TextOf(mail) },
                new TextPart("html") { Text = await HtmlOfAsync(mail) },
            },
        };
        message.From.Add(settings.From);
        message.To.Add(new MailboxAddress("", mail.To));
        if (site.Contact.Email is { } answers)
        {
            message.ReplyTo.Add(new MailboxAddress("", answers));
        }

        // Nobody's holiday note comes back (RFC 3834, 5; the second is what Exchange goes by).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Headers.Add(HeaderId.ContentLanguage, "en-GB");
        if (mail.StopUrl is { } stop)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{stop}>");

            // One press without a page is for secured addresses alone (RFC 8058, 3.1).
            if (stop.StartsWith("https://", StringComparison.Ordinal))
            {
                message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
            }
        }

        // It passes any server as it is, and what lies in the outbox is what arrives.
        message.Prepare(EncodingConstraint.SevenBit, LongestLine);
        return message;
    }

    private async Task<string> HtmlOfAsync(Mail mail)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(MailDocument.Mail)] = mail, [nameof(MailDocument.Site)] = site });
            return (await renderer.RenderComponentAsync<MailDocument>(parameters)).ToHtmlString();
        });
    }

    private string TextOf(Mail mail)
    {
        var text = new StringBuilder();
        foreach (var block in mail.Blocks)
        {
            text.Append(block switch
            {
                MailBlock.Text { Words: var words } => words,
                MailBlock.Action action => $"{action.Words}:\n{action.Url}",
                MailBlock.Quote quote => $"{quote.About}:\n> {quote.Words.ReplaceLineEndings("\n> ")}",
                _ => throw new InvalidOperationException($"A mail holds a {block.GetType().Name}."),
            }).Append("\n\n");
        }

        // What stands below such a line is not quoted in an answer (RFC 3676, 4.3).
        text.Append("-- \n").Append(MailFooter.Why(mail, site)).Append('\n');
        if (MailFooter.Who(site) is { } who)
        {
            text.Append(who).Append('\n');
        }

        text.Append(MailFooter.Reach(site)).Append(":\n").Append(site.Absolute(AboutUrls.Contact)).Append('\n');
        return text.ToString();
    }
}
