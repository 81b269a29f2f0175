namespace PractitionerFinder.Core.Listings;

/// <summary>
/// Staff have seen proof of a credential. It holds for the register and number that were looked at: when a revision
/// changes either, the check no longer counts.
/// </summary>
public sealed class ProofCheck
{
    private ProofCheck()
    {
    }

    internal ProofCheck(Credential credential, DateTime at, string by, DateTime? validUntil)
    {
        CredentialKey = credential.Key;
        Register = credential.Register;
        Number = credential.Number;
        CheckedAt = at;
        CheckedBy = by;

        // Proof never outlives the credential that it is of, whatever was written down when it was looked at.
        var ends = credential.ExpiresOn?.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) ?? DateTime.MaxValue;
        ValidUntil = validUntil < ends ? validUntil.Value : ends;
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>The listing.</summary>
    public long ListingId { get; private set; }

    /// <summary>The credential's key within its listing.</summary>
    public string CredentialKey { get; private set; } = "";

    /// <summary>The register that was looked at.</summary>
    public string Register { get; private set; } = "";

    /// <summary>The number that was looked at.</summary>
    public string? Number { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime CheckedAt { get; private set; }

    /// <summary>By whom.</summary>
    public string CheckedBy { get; private set; } = "";

    /// <summary>The instant from which the proof no longer holds, UTC; the end of time when it does not expire.</summary>
    public DateTime ValidUntil { get; private set; }

    /// <summary>Whether this check is of what the credential says now.</summary>
    public bool IsOf(Credential credential) =>
        CredentialKey == credential.Key && Register == credential.Register && Number == credential.Number;

    internal void Shift(int days)
    {
        CheckedAt = CheckedAt.AddDays(days);
        ValidUntil = ValidUntil == DateTime.MaxValue ? ValidUntil : ValidUntil.AddDays(days);
    }
}
