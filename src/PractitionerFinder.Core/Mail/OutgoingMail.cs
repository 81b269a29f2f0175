using System.Text.Json;

namespace PractitionerFinder.Core.Mail;

/// <summary>
/// A mail in the database, saved in one transaction with what it tells of, so that neither is there without the other. It is carried into the
/// outbox once; then its words go, which may hold links that open something, and what became of it stays.
/// </summary>
public sealed class OutgoingMail
{
    /// <summary>Longest key, in characters.</summary>
    public const int KeyMaxLength = 100;

    /// <summary>Days for which the row stays after its mail was handed over, and with it what keeps a second one out.</summary>
    public const int Days = 120;

    private OutgoingMail()
    {
    }

    /// <summary>Writes a mail down.</summary>
    /// <param name="mail">What it says.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="key">What it is about, if it must not be sent a second time: no other with this key can be saved. It names nobody.</param>
    /// <exception cref="ArgumentException">The key is too long.</exception>
    public OutgoingMail(Mail mail, DateTime at, string? key = null)
    {
        if (key?.Length > KeyMaxLength)
        {
            throw new ArgumentException($"A key has at most {KeyMaxLength} characters.", nameof(key));
        }

        Words = JsonSerializer.Serialize(mail);
        At = at;
        Key = key;
    }

    /// <summary>Key of the row.</summary>
    public long Id { get; private set; }

    /// <summary>What it is about; unique.</summary>
    public string? Key { get; private set; }

    /// <summary>When it was written, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>The mail as JSON; null when the outbox has it.</summary>
    public string? Words { get; private set; }

    /// <summary>Which attempt to carry it over is under way or was the one that counts, a random number that nobody can guess.</summary>
    public long? Attempt { get; private set; }

    /// <summary>Until when no other attempt begins, UTC.</summary>
    public DateTime? HeldUntil { get; private set; }

    /// <summary>When the outbox took it over, UTC: from then on it is sent.</summary>
    public DateTime? HandedAt { get; private set; }

    /// <summary>When it was known that it does not arrive, UTC: the mail server never takes it, or a report says that one on the way gave up.</summary>
    public DateTime? RefusedAt { get; private set; }

    /// <summary>What it says; null when the outbox has it.</summary>
    public Mail? Read() => Words is null ? null : JsonSerializer.Deserialize<Mail>(Words);
}
