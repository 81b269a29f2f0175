namespace PractitionerFinder.Core.Mail;

/// <summary>A mail as it is written, before it has a look.</summary>
/// <param name="To">The address of the one reader.</param>
/// <param name="Subject">One line of plain text.</param>
/// <param name="Blocks">What it says, from top to bottom.</param>
public sealed record Mail(string To, string Subject, IReadOnlyList<MailBlock> Blocks);

/// <summary>A part of a mail.</summary>
public abstract record MailBlock
{
    private MailBlock()
    {
    }

    /// <summary>A paragraph of plain text.</summary>
    public sealed record Text(string Words) : MailBlock;

    /// <summary>Something to do, as a link with an absolute address.</summary>
    public sealed record Action(string Words, string Url) : MailBlock;
}
