using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PractitionerFinder.Core.Enquiries;

namespace PractitionerFinder.Web.Features.Enquiries;

/// <summary>
/// The links of the enquiries that one form asked, made from the link of the mail about all of them: whoever has that one has each of these, and none of these leads to it or to another
/// (HMAC-SHA-256 with the mail's token for a key). Only the hashes of these are kept, as of every link.
/// </summary>
public static class SeveralLinks
{
    public static IEnumerable<string> Of(string token) => Enumerable.Range(1, Enquiry.MostAtOnce)
        .Select(number => Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), new[] { (byte)number })));
}
