using System.Globalization;
using System.Security.Cryptography;

namespace PractitionerFinder.Core.Listings.Claims;

/// <summary>A code of eight digits that is mailed to the address on a page. Kept is only what it is compared with.</summary>
public static class ClaimCode
{
    /// <summary>Digits of a code.</summary>
    public const int Digits = 8;

    /// <summary>Bytes that are kept: a salt, and PBKDF2 (RFC 8018 §5.2) of the code over it.</summary>
    public const int HashBytes = SaltBytes + 32;

    private const int SaltBytes = 16;

    // There are no more than 100 million codes: what is kept must be slow to try while one is open, half an hour.
    private const int Rounds = 100_000;

    /// <summary>A code that nobody can foresee.</summary>
    public static string New() => RandomNumberGenerator.GetInt32(100_000_000).ToString("00000000", CultureInfo.InvariantCulture);

    /// <summary>What is kept of a code.</summary>
    public static byte[] Hash(string code)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return [.. salt, .. Derive(code, salt)];
    }

    /// <summary>Whether something typed is the code, with or without spaces and hyphens.</summary>
    public static bool IsRight(string typed, byte[] hash) =>
        Clean(typed) is { Length: Digits } code && CryptographicOperations.FixedTimeEquals(Derive(code, hash.AsSpan(0, SaltBytes)), hash.AsSpan(SaltBytes));

    /// <summary>Whether something typed could be a code at all: what could not costs no try.</summary>
    public static bool CouldBe(string typed) => Clean(typed) is { Length: Digits } code && code.All(char.IsAsciiDigit);

    private static string Clean(string typed) => string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c != '-'));

    private static byte[] Derive(string code, ReadOnlySpan<byte> salt) =>
        Rfc2898DeriveBytes.Pbkdf2(code, salt, Rounds, HashAlgorithmName.SHA256, HashBytes - SaltBytes);
}
