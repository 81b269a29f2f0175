using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Features.Enquiries;

/// <summary>
/// Keyed hashes of addresses (HMAC-SHA-256): by them a sender is known again without the address being kept. Without the secret nobody can try addresses
/// against them, and the hashes of one sender at two listings cannot be told to belong together.
/// </summary>
public sealed class SenderKeys(IDbContextFactory<FinderDbContext> contexts, IDataProtectionProvider protection)
{
    private const int SecretBytes = 32;

    private readonly IDataProtector protector = protection.CreateProtector("PractitionerFinder.Enquiries.Senders");
    private byte[]? secret;

    /// <summary>Of an address, whomever it writes to.</summary>
    public Task<byte[]> OfSenderAsync(string email, CancellationToken cancel) => HashAsync(["sender", Normal(email)], cancel);

    /// <summary>Of an address that writes to a listing.</summary>
    public Task<byte[]> OfSenderToAsync(long listing, string email, CancellationToken cancel) => HashAsync(["to", listing, Normal(email)], cancel);

    /// <summary>Of what an address asks a listing, word for word.</summary>
    public Task<byte[]> OfAnswersAsync(long listing, EnquiryAnswers answers, CancellationToken cancel) =>
        HashAsync(["asks", listing, Normal(answers.Email), answers.Name, answers.Reason, answers.Technique, answers.Place, answers.Times, answers.Words], cancel);

    // What stands after a plus is the sender's own note, and would be a way round a block.
    private static string Normal(string email)
    {
        var text = email.Trim().ToLowerInvariant();
        var at = text.LastIndexOf('@');
        var plus = text.IndexOf('+', StringComparison.Ordinal);
        return plus > 0 && plus < at ? text[..plus] + text[at..] : text;
    }

    private async Task<byte[]> HashAsync(object?[] parts, CancellationToken cancel) =>
        HMACSHA256.HashData(secret ??= await ReadAsync(cancel), JsonSerializer.SerializeToUtf8Bytes(parts));

    private async Task<byte[]> ReadAsync(CancellationToken cancel)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            if (!await db.EnquirySecrets.AnyAsync(cancel))
            {
                var made = RandomNumberGenerator.GetBytes(SecretBytes);
                db.EnquirySecrets.Add(new EnquirySecret(Convert.ToBase64String(protector.Protect(made))));
                try
                {
                    await db.SaveChangesAsync(cancel);
                }
                catch (DbUpdateException)
                {
                    // Somebody else has made it at the same moment, and theirs counts.
                }
            }
        }

        await using var fresh = await contexts.CreateDbContextAsync(cancel);
        return protector.Unprotect(Convert.FromBase64String((await fresh.EnquirySecrets.AsNoTracking().SingleAsync(cancel)).Sealed));
    }
}
