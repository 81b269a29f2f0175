namespace PractitionerFinder.Core.Accounts;

/// <summary>The time between asking to be erased and being erased.</summary>
public static class Erasure
{
    /// <summary>Days for which it can be taken back.</summary>
    public const int UndoDays = 14;

    /// <summary>Length of the hash (SHA-256) of the token that takes it back, in bytes.</summary>
    public const int HashBytes = 32;

    /// <summary>The instant from which what was asked for at another instant is done, both UTC.</summary>
    public static DateTime From(DateTime askedAt) => askedAt.AddDays(UndoDays);
}
