using MimeKit;

namespace PractitionerFinder.Web.Shared.Mailing;

/// <summary>What a mail server reports of a mail that it had taken (RFC 3464).</summary>
/// <param name="IsFailure">Whether it gave up. A delay is none, and neither is a list of which some had it.</param>
/// <param name="About">The mail, if it is one of the database's: what returned of it holds its Message-ID.</param>
public sealed record DeliveryReport(bool IsFailure, MailAttempt? About)
{
    /// <summary>The report that a message is; null when it is another message.</summary>
    public static DeliveryReport? Read(MimeMessage message)
    {
        if (message.Body is not MultipartReport { ReportType: { } type } report || !type.Equals("delivery-status", StringComparison.OrdinalIgnoreCase)
            || report.OfType<MessageDeliveryStatus>().FirstOrDefault() is not { } status)
        {
            return null;
        }

        var actions = status.StatusGroups.Select(group => group["Action"]?.Trim()).OfType<string>().ToList();
        var returned = report.OfType<MessagePart>().Select(part => part.Message?.MessageId).OfType<string>().FirstOrDefault();
        return new DeliveryReport(
            actions.Count > 0 && actions.TrueForAll(action => action.StartsWith("failed", StringComparison.OrdinalIgnoreCase)),
            returned is null ? null : MailAttempt.Of(returned.Split('@')[0]));
    }
}
