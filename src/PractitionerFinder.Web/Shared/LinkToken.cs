using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PractitionerFinder.Web.Shared;

/// <summary>What a link in a mail is opened with: 32 random bytes, in the mail alone. The database has their hash.</summary>
public static class LinkToken
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The hash it is found by. It was never guessed from words, so a fast hash without salt is enough.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
