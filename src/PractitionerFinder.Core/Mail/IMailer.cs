namespace PractitionerFinder.Core.Mail;

/// <summary>Takes mails to where they are sent from.</summary>
public interface IMailer
{
    /// <summary>
    /// Takes a mail over: once this has returned it is on the disk and is sent, also when the program ends or the mail server is away. It does
    /// not wait for the server.
    /// </summary>
    /// <exception cref="IOException">The mail could not be written, as on a full disk. It will not be sent: tell the person.</exception>
    Task SendAsync(Mail mail, CancellationToken cancel);
}
