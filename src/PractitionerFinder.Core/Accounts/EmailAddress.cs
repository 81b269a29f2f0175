using System.Net.Mail;

namespace PractitionerFinder.Core.Accounts;

/// <summary>An e-mail address as somebody types it.</summary>
public static class EmailAddress
{
    /// <summary>RFC 5321, 4.5.3.1.3 allows a path of 256 characters, two of them brackets.</summary>
    public const int MaxLength = 254;

    /// <summary>The address without the spaces around it; null when a mail could not be sent to it. Whether it exists, only a mail can tell.</summary>
    public static string? Read(string? typed)
    {
        var text = (typed ?? "").Trim();

        // The class also takes "Name <address>" and hosts without a dot, which no mail from outside reaches.
        return text.Length is > 0 and <= MaxLength && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal)
            && !address.Host.EndsWith('.')
            ? text
            : null;
    }
}
