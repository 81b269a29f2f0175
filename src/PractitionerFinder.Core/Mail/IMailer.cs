namespace PractitionerFinder.Core.Mail;

/// <summary>Takes mails to where they are sent from.</summary>
public interface IMailer
{
    /// <summary>Hands a mail over. It may be sent later.</summary>
    Task SendAsync(Mail mail, CancellationToken cancel);
}
