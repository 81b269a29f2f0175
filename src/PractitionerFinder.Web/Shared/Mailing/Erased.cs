using MimeKit;
using PractitionerFinder.Core.Mail;

namespace PractitionerFinder.Web.Shared.Mailing;

/// <summary>What mails are recognised by that are to, or about, somebody or something that is erased.</summary>
/// <param name="Addresses">E-mail addresses.</param>
/// <param name="Names">What they are called.</param>
/// <param name="Paths">Addresses of pages about it, such as <c>/portal/listings/17</c>.</param>
public sealed record Erased(IReadOnlyList<string> Addresses, IReadOnlyList<string> Names, IReadOnlyList<string> Paths)
{
    // The text and the page of a mail say the same.
    internal bool IsIn(MimeMessage message, bool isUnderWay) =>
        IsIn(message.To.Mailboxes.Select(m => m.Address), $"{message.Subject}\n{message.TextBody}", isUnderWay);

    internal bool IsIn(Mail mail) => IsIn([mail.To], $"{mail.Subject}\n{string.Join('\n', mail.Blocks)}", isUnderWay: true);

    private bool IsIn(IEnumerable<string> to, string text, bool isUnderWay) =>
        to.Any(address => Addresses.Contains(address, StringComparer.OrdinalIgnoreCase))
        || Addresses.Any(a => text.Contains(a, StringComparison.OrdinalIgnoreCase))
        || Paths.Any(p => Holds(text, p))
        || (!isUnderWay && Names.Any(n => Holds(text, n)));

    /// <summary>Whether a text holds words that do not go on: listing 1 is not listing 17.</summary>
    private static bool Holds(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); words.Length > 0 && at >= 0; at = text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(words[0]) || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
