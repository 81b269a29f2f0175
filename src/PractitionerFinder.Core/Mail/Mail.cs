using System.Net.Mail;
using System.Text.Json.Serialization;

namespace PractitionerFinder.Core.Mail;

/// <summary>A mail as it is written, before it has a look. One that could not be sent, or would say more in its head than meant, cannot be made.</summary>
public sealed record Mail
{
    // RFC 5321, 4.5.3.1.3: a path of 256 characters, two of them brackets.
    private const int LongestAddress = 254;

    /// <exception cref="ArgumentException">The address is none that a mail could be sent to, the subject is not one line of text, or there is nothing to say.</exception>
    public Mail(string to, string subject, IReadOnlyList<MailBlock> blocks)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentException.ThrowIfNullOrWhiteSpace(subject);

        // None of these repeats what it was given: an exception ends in a log, and an address has no business there.
        if (!IsAddress(to))
        {
            throw new ArgumentException("No mail can be sent to the address.", nameof(to));
        }

        if (subject.Any(char.IsControl))
        {
            throw new ArgumentException("The subject holds a line break or another control character.", nameof(subject));
        }

        if (blocks.Count == 0)
        {
            throw new ArgumentException("The mail says nothing.", nameof(blocks));
        }

        To = to;
        Subject = subject;
        Blocks = blocks;
    }

    /// <summary>The address of the one reader.</summary>
    public string To { get; }

    /// <summary>One line of plain text.</summary>
    public string Subject { get; }

    /// <summary>What it says, from top to bottom.</summary>
    public IReadOnlyList<MailBlock> Blocks { get; }

    // The class also takes "Name <address>", and a line break within quotes.
    private static bool IsAddress(string text) =>
        text.Length <= LongestAddress
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        && MailAddress.TryCreate(text, out var address) && address.Address == text;
}

/// <summary>A part of a mail.</summary>
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Action), "action")]
[JsonDerivedType(typeof(Quote), "quote")]
public abstract record MailBlock
{
    private MailBlock()
    {
    }

    /// <summary>A paragraph of plain text.</summary>
    public sealed record Text(string Words) : MailBlock;

    /// <summary>Something to do, as a link. The first of a mail is its button.</summary>
    public sealed record Action : MailBlock
    {
        /// <exception cref="ArgumentException">The address is not an absolute one of the web.</exception>
        public Action(string words, string url)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(words);
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")
                || url.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            {
                throw new ArgumentException("The link is not an absolute address of the web.", nameof(url));
            }

            Words = words;
            Url = url;
        }

        /// <summary>What pressing it does, such as: Confirm this address.</summary>
        public string Words { get; }

        /// <summary>Where it leads.</summary>
        public string Url { get; }
    }

    /// <summary>Somebody's own words, such as a moderator's reason. They may have several lines.</summary>
    /// <param name="About">The field that they concern, as its label says it.</param>
    /// <param name="Words">What was said.</param>
    public sealed record Quote(string About, string Words) : MailBlock;
}
