using System.Globalization;
using Microsoft.AspNetCore.Components;
using MimeKit;
using PractitionerFinder.Web.Shared.Mailing;

namespace PractitionerFinder.Web.Features.Mailbox;

/// <summary>One mail: as it looks, as text, and its links to press, which a frame without rights does not follow.</summary>
public sealed partial class LetterPage
{
    [Parameter, EditorRequired]
    public required Outbox.Letter Letter { get; set; }

    [Parameter, EditorRequired]
    public required MimeMessage Message { get; set; }

    /// <summary>The addresses of the text, each under the words that stand before it.</summary>
    private IEnumerable<(string Words, string Address)> Links
    {
        get
        {
            var lines = (Message.TextBody ?? "").ReplaceLineEndings("\n").Split('\n');
            return lines.Zip(lines.Skip(1))
                .Where(pair => pair.Second.StartsWith("http://", StringComparison.Ordinal) || pair.Second.StartsWith("https://", StringComparison.Ordinal))
                .Select(pair => (pair.First.TrimEnd(':'), pair.Second));
        }
    }

    internal static string When(Outbox.Letter letter) => letter.At.ToString("d MMMM yyyy, HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Why it has not arrived; null for one that is where it belongs.</summary>
    internal static string? State(Outbox.Letter letter) => letter.Place switch
    {
        Outbox.Place.Waiting => "Waits for the server",
        Outbox.Place.Refused => "Refused by the server",
        _ => null,
    };
}
