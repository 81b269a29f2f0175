using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Listings.Claims;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Claims;

public sealed partial class ClaimStanding
{
    [Parameter, EditorRequired]
    public ReadClaim.View View { get; set; } = default!;

    private static string Day(DateTime at) => DateOnly.FromDateTime(at).InWords();

    private static string Shown(ReadClaim.Claim claim) => string.Join("; ", Proofs(claim));

    private static IEnumerable<string> Proofs(ReadClaim.Claim claim)
    {
        if (claim.Proofs.HasFlag(ClaimProofs.Email))
        {
            yield return "you read mail to the address on the page";
        }

        if (claim.Proofs.HasFlag(ClaimProofs.Website))
        {
            yield return "you can change its website";
        }

        if (claim.Proofs.HasFlag(ClaimProofs.Documents))
        {
            yield return claim.Documents == 1 ? "one document" : $"{claim.Documents} documents";
        }
    }
}
