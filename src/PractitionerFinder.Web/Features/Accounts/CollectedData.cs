using System.Text.Json;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Claims;

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
        IReadOnlyList<ConsentData> AgreedTo,
        IReadOnlyList<ClaimData> Claims,
        IReadOnlyList<AlertData> Alerts,
        IReadOnlyList<EnquiryData> Enquiries);

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

    /// <summary>A claim of the account on a listing.</summary>
    public sealed record ClaimData(
        long Listing,
        string Name,
        ClaimState State,
        DateTime BegunAt,
        DateTime? SentAt,
        DateTime? EmailShownAt,
        DateTime? WebsiteShownAt,
        string? Website,
        string Words,
        DateTime? DecidedAt,
        string Reason,
        IReadOnlyList<ClaimDocumentData> Documents);

    public sealed record ClaimDocumentData(DateTime At, string Name, string ContentType, string File);

    /// <summary>An alert to the account's address.</summary>
    public sealed record AlertData(string Search, DateTime At, DateTime? StartedAt);

    /// <summary>An enquiry that was sent from the account's address.</summary>
    public sealed record EnquiryData(
        long Listing,
        string Name,
        EnquiryState State,
        DateTime At,
        DateTime KeptUntil,
        EnquiryReason Reason,
        string? Technique,
        string? Place,
        EnquiryTimes Times,
        string? Words,
        string? Answer,
        IReadOnlyList<MessageData> Messages);

    public sealed record MessageData(DateTime At, string By, string Words);

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
        IReadOnlyList<DeedData> History,
        IReadOnlyList<ReminderData> Reminders,
        IReadOnlyList<WeekData> Statistics,
        IReadOnlyList<AppearanceData> Appearances,
        IReadOnlyList<SearchPlaceData> SearchedFrom,
        EnquiryChoicesData? TakesEnquiries);

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

    public sealed record ReminderData(ReminderStep Step, string To, DateTime At, DateTime? UsedAt);

    /// <param name="From">The Monday on which the week begins.</param>
    /// <param name="PageOpened">How often the page was served.</param>
    /// <param name="AskedHowToReach">How often somebody pressed for how to reach the practitioner.</param>
    public sealed record WeekData(DateOnly From, int PageOpened, int AskedHowToReach);

    public sealed record AppearanceData(DateOnly From, int Shown);

    public sealed record SearchPlaceData(DateOnly From, string Place);

    public sealed record EnquiryChoicesData(bool IsOpen, bool TakesWords);

    public sealed record InviteData(InvitedAs As, string By, DateTime At, DateTime Until);
}
