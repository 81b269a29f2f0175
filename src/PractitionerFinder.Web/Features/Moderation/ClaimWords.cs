using PractitionerFinder.Core.Listings.Claims;

namespace PractitionerFinder.Web.Features.Moderation;

/// <summary>What a claim rests on, to staff.</summary>
internal static class ClaimWords
{
    public static string Describe(ClaimProofs proofs) => string.Join(
        ", ",
        new[]
        {
            proofs.HasFlag(ClaimProofs.Email) ? "mail to the address on the page" : null,
            proofs.HasFlag(ClaimProofs.Website) ? "its website" : null,
            proofs.HasFlag(ClaimProofs.Documents) ? "documents" : null,
        }.OfType<string>());
}
