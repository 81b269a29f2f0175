namespace PractitionerFinder.Core.Accounts;

/// <summary>A text of ours that somebody agrees to, or has read.</summary>
public enum ConsentText
{
    /// <summary>The terms of use, which whoever makes an account agrees to.</summary>
    Terms = 0,

    /// <summary>The privacy notice, which whoever makes an account is shown.</summary>
    Privacy = 1,
}

/// <summary>A line of the consent log: which version of a text an account agreed to, and when. Lines are added and never changed.</summary>
public sealed class Consent
{
    private Consent()
    {
    }

    /// <summary>Writes a line.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="text">What was agreed to.</param>
    /// <param name="version">The day from which its words hold.</param>
    /// <param name="at">When, UTC.</param>
    public Consent(long accountId, ConsentText text, DateOnly version, DateTime at)
    {
        AccountId = accountId;
        Text = text;
        Version = version;
        At = at;
    }

    /// <summary>Key, rising.</summary>
    public long Id { get; private set; }

    /// <summary>The account.</summary>
    public long AccountId { get; private set; }

    /// <summary>What was agreed to.</summary>
    public ConsentText Text { get; private set; }

    /// <summary>The day from which its words hold: the version that was agreed to.</summary>
    public DateOnly Version { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}
