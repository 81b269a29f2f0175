using System.Text.Json;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>
/// Everything that is kept about an account and the listings that it owns, as it is written into the file. Other people are "somebody else"
/// in it, and staff are staff: what is kept about them is theirs.
/// </summary>
/// <param name="MadeAt">When it was put together, UTC.</param>
/// <param name="Account">The account.</param>
/// <param name="Listings">The listings that it owns.</param>
/// <param name="KeepsForOthers">Its part in listings that others own.</param>
/// <param name="Deeds">What it did, and what was done about it, in listings that others own.</param>
public sealed record CollectedData(
    DateTime MadeAt,
    CollectedData.AccountData Account,
    IReadOnlyList<CollectedData.ListingData> Listings,
    IReadOnlyList<CollectedData.PartData> KeepsForOthers,
    IReadOnlyList<CollectedData.DeedData> Deeds)
{
    public sealed record AccountData(
        long Number,
        string Name,
        string Email,
        bool EmailIsConfirmed,
        DateTime MadeAt,
        bool IsForDemonstration,
        DateTime? ToBeErasedFrom,
        IReadOnlyList<string> Roles,
        SignInData SignIn,
        IReadOnlyList<ConsentData> AgreedTo);

    /// <summary>How somebody signs in: what there is, and none of the secrets.</summary>
    public sealed record SignInData(
        bool HasPassword,
        bool HasSecondStep,
        int WrongTriesInARow,
        DateTimeOffset? RestsUntil,
        IReadOnlyList<PasskeyData> Passkeys,
        IReadOnlyList<string> OtherSites,
        IReadOnlyList<string> OtherFacts);

    public sealed record PasskeyData(string? Name, DateTimeOffset AddedAt, bool IsBackedUp);

    public sealed record ConsentData(ConsentText Text, DateOnly Version, DateTime At);

    public sealed record PartData(long Listing, string Name, MemberRole Role, DateTime Since);

    public sealed record DeedData(DateTime At, long Listing, ListingDeed Deed, string By, string? About, int? Revision, string? Code);

    public sealed record ListingData(
        long Number,
        string Name,
        string Address,
        ListingState State,
        DateTime? PausedUntil,
        int? PublicRevision,
        DateTime? ToBeErasedFrom,
        IReadOnlyList<RevisionData> Revisions,
        IReadOnlyList<DraftData> Drafts,
        IReadOnlyList<ConfirmationData> Confirmations,
        IReadOnlyList<CheckData> ProofChecks,
        IReadOnlyList<PhotoData> Photos,
        IReadOnlyList<DocumentData> Documents,
        IReadOnlyList<PersonData> KeptBy,
        IReadOnlyList<InviteData> Invitations,
        IReadOnlyList<DeedData> History);

    public sealed record RevisionData(
        int Number,
        RevisionState State,
        string Author,
        DateTime BegunAt,
        DateTime? SentAt,
        string? DecidedBy,
        DateTime? DecidedAt,
        string? Reason,
        IReadOnlyList<FieldReason> Reasons,
        JsonElement Content);

    public sealed record DraftData(string Section, string SavedBy, DateTime SavedAt, JsonElement Form);

    public sealed record ConfirmationData(ListingFact Fact, DateTime At, DateTime DueAt, string By, ConfirmedHow How);

    public sealed record CheckData(string Credential, string Register, string? RegisterNumber, DateTime SeenAt, DateTime? HoldsUntil);

    /// <param name="Files">Where it lies in the file: the whole picture, and as it is cut for a profile and for results.</param>
    public sealed record PhotoData(DateTime At, string GivenBy, int Width, int Height, PhotoFrame Frame, IReadOnlyList<string> Files);

    public sealed record DocumentData(DateTime At, string GivenBy, string Credential, string Name, string ContentType, string File);

    public sealed record PersonData(string Who, MemberRole Role, DateTime Since);

    public sealed record InviteData(InvitedAs As, string By, DateTime At, DateTime Until);
}
