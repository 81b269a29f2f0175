using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Forms;

namespace PractitionerFinder.Web.Features.Moderation;

/// <summary>The registers that a revision names, with what stands behind them.</summary>
public sealed partial class ReviewProof
{
    [Parameter, EditorRequired]
    public ReadReview.Review Review { get; set; } = default!;

    [Parameter, EditorRequired]
    public FormErrors Errors { get; set; } = default!;

    /// <summary>Somebody says that they saw proof.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnSeen { get; set; }

    [Inject]
    private Vocabulary Words { get; set; } = default!;

    /// <summary>The field of the last day.</summary>
    public static string UntilId(string credential) => $"until-{credential}";

    private string DescribedBy(Credential credential)
    {
        var field = UntilId(credential.Key);
        return Errors[field] is null ? $"{field}-hint" : $"{FieldError.IdOf(field)} {field}-hint";
    }

    private static string FormName(Credential credential) => $"proof-{credential.Key}";

    /// <summary>
    /// Whether the public page says the same. Proof is of what is public: with another number or for other techniques, what is
    /// looked at here would be recorded for what was not.
    /// </summary>
    private bool IsPublic(Credential credential) => Review.Listing.PublicContent?.Credentials.FirstOrDefault(c => c.Key == credential.Key) is { } shown
        && shown with { Techniques = credential.Techniques } == credential && shown.Techniques.ToHashSet().SetEquals(credential.Techniques);

    private bool Holds(Credential credential) => Review.Listing.Checks.Any(c => c.IsOf(credential) && c.ValidUntil > Review.Now);

    private string Standing(Credential credential)
    {
        if (Review.Listing.Checks.FirstOrDefault(c => c.CredentialKey == credential.Key) is not { } check)
        {
            return "Nobody has checked it.";
        }

        var seen = DateOnly.FromDateTime(check.CheckedAt).InWords();
        return !check.IsOf(credential) ? $"Nobody has checked it as it stands here. Another register or number was seen on {seen}."
            : check.ValidUntil <= Review.Now ? $"Proof was seen on {seen} and no longer holds."
            : check.ValidUntil == DateTime.MaxValue ? $"Proof was seen on {seen} and does not expire."
            : $"Proof was seen on {seen} and holds until {DateOnly.FromDateTime(check.ValidUntil.AddTicks(-1)).InWords()}.";
    }
}
