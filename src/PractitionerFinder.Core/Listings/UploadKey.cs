using System.Buffers.Text;
using System.Security.Cryptography;

namespace PractitionerFinder.Core.Listings;

/// <summary>Names of stored files, which nobody can guess: 128 random bits as base64url (RFC 4648 §5).</summary>
public static class UploadKey
{
    /// <summary>Characters of a key.</summary>
    public const int Length = 22;

    private const int Bytes = 16;

    /// <summary>A key that was never given out before.</summary>
    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
}
