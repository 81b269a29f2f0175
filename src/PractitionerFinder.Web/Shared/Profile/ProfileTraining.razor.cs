using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Web.Shared.Profile;

/// <summary>What a practitioner says of their training and memberships, each with how we know and until when.</summary>
public sealed partial class ProfileTraining
{
    private const string OwnWord = "Their own word";
    private const string NotChecked = "Not checked";
    private const string NoEnd = "No end date";

    private sealed record Row(string What, string? Detail, string How, string Checked, string Until, bool IsProof, bool IsExpired);

    [Parameter, EditorRequired]
    public PublicListing Listing { get; set; } = default!;

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    private IReadOnlyList<Row> Rows => [.. Listing.Credentials.OrderBy(c => c.CheckedAt is null).Select(Of), .. Listing.Techniques.Where(t => t.Training is not null).Select(Of)];

    private Row Of(PublicListing.Proof proof) => new(
        proof.Number is { } number ? $"{proof.Register}, number {number}" : proof.Register,
        proof.Techniques.Count > 0 ? "For " + string.Join(", ", proof.Techniques.Select(NameOf)) : null,
        proof.CheckedAt is not null ? "Proof seen by our staff" : OwnWord,
        proof.CheckedAt is { } at ? ProfileSentences.InShort(at) : NotChecked,
        proof.ExpiresOn is not { } last ? NoEnd : proof.IsExpired ? $"Expired {ProfileSentences.InShort(last)}" : ProfileSentences.InShort(last),
        proof.CheckedAt is not null,
        proof.IsExpired);

    private Row Of(PublicListing.Method technique)
    {
        var training = technique.Training!;
        return new Row(
            NameOf(technique.Slug) + (training.Hours is { } hours ? $", {hours} hours" : ""),
            $"{training.Provider}, {training.Year}",
            OwnWord,
            NotChecked,
            NoEnd,
            IsProof: false,
            IsExpired: false);
    }

    private string NameOf(string slug) => Vocabulary.Technique(slug)?.Name ?? slug;
}
