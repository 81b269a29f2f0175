using PractitionerFinder.Core.Mail;

namespace PractitionerFinder.Web.Shared.Mailing;

/// <summary>Gives mails their look and puts them into the outbox.</summary>
public sealed class OutboxMailer(MailRenderer renderer, Outbox outbox) : IMailer
{
    public async Task SendAsync(Mail mail, CancellationToken cancel)
    {
        using var message = await renderer.RenderAsync(mail);
        await outbox.PutAsync(message, cancel);
    }
}
