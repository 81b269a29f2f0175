using Microsoft.AspNetCore.Identity;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Core.Alerts;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Claims;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Core.Statistics;
using PractitionerFinder.Data.Accounts;

namespace PractitionerFinder.Web.Shared.Rights;

/// <summary>
/// Every table that has to do with an account or a listing, and what of it somebody gets who asks for everything. A table that is not here fails
/// a test, as does one that is told to be in the file and is not.
/// </summary>
public static class LinkedTables
{
    private const string Secrets = "What is compared when you sign in: the hash of your password, keys of apps for codes and of passkeys, tokens. Whoever had them could try to sign in as you.";
    private const string Rows = "Copies of what is public, in the form that searches need. They are made from the public revision, which is in the file.";
    private const string Links = "What the links of mails are known again by. No link can be made from it.";
    private const string Theirs = "What other people wrote to you in enquiries, and what you told our staff of it, is theirs. You can read it on your listing's page for as long as it is kept.";
    private const string Blocked = "Addresses that you blocked are kept as hashes, from which nobody can read them.";
    private const string Mails = "Mails under way to you. You have them, or will have them in a minute.";

    /// <param name="Path">Where it stands in the file, such as <c>listings.revisions</c>; null when it does not.</param>
    /// <param name="Why">Why it does not, in words for whoever asks; null when nothing is told of it.</param>
    public sealed record Table(string? Path, string? Why = null);

    public static IReadOnlyDictionary<Type, Table> All { get; } = new Dictionary<Type, Table>
    {
        [typeof(Account)] = new("account"),
        [typeof(IdentityUserRole<long>)] = new("account.roles"),
        [typeof(IdentityUserPasskey<long>)] = new("account.signIn.passkeys"),
        [typeof(IdentityPasskeyData)] = new("account.signIn.passkeys"),
        [typeof(IdentityUserLogin<long>)] = new("account.signIn.otherSites"),
        [typeof(IdentityUserClaim<long>)] = new("account.signIn.otherFacts"),
        [typeof(IdentityUserToken<long>)] = new(null, Secrets),
        [typeof(Consent)] = new("account.agreedTo"),
        [typeof(Listing)] = new("listings"),
        [typeof(Revision)] = new("listings.revisions"),
        [typeof(ListingDraft)] = new("listings.drafts"),
        [typeof(Confirmation)] = new("listings.confirmations"),
        [typeof(ProofCheck)] = new("listings.proofChecks"),
        [typeof(StoredPhoto)] = new("listings.photos"),
        [typeof(ProofDocument)] = new("listings.documents"),
        [typeof(ListingMember)] = new("listings.keptBy"),
        [typeof(ListingInvite)] = new("listings.invitations"),
        [typeof(ListingEvent)] = new("listings.history"),
        [typeof(ListingDeletion)] = new("listings.toBeErasedFrom"),
        [typeof(ListingLocation)] = new(null, Rows),
        [typeof(ListingVisitArea)] = new(null, Rows),
        [typeof(VisitCoverCell)] = new(null, Rows),
        [typeof(ListingTechnique)] = new(null, Rows),
        [typeof(ListingCredential)] = new(null, Rows),
        [typeof(ListingArea)] = new(null, Rows),
        [typeof(ListingLanguage)] = new(null, Rows),
        [typeof(ListingChange)] = new(null, "Numbers of listings that changed, and when: how parts of the site tell each other. They hold no facts."),
        [typeof(OutgoingMail)] = new(null, Mails),
        [typeof(Reminder)] = new("listings.reminders"),
        [typeof(ListingClaim)] = new("account.claims"),
        [typeof(ClaimDocument)] = new("account.claims.documents"),
        [typeof(SearchAlert)] = new("account.alerts"),
        [typeof(SearchAlertLink)] = new(null, Links),
        [typeof(ListingWeek)] = new("listings.statistics"),
        [typeof(ListingAppearance)] = new("listings.appearances"),
        [typeof(ListingPlace)] = new("listings.searchedFrom"),
        [typeof(Enquiry)] = new("account.enquiries", Theirs),
        [typeof(EnquiryMessage)] = new("account.enquiries.messages", Theirs),
        [typeof(EnquiryLink)] = new(null, Links),
        [typeof(EnquiryBlock)] = new(null, Blocked),
        [typeof(EnquiryReport)] = new(null, Theirs),
        [typeof(EnquiryChoices)] = new("listings.takesEnquiries"),
    };

    /// <summary>What is not in the file, each reason once.</summary>
    public static IEnumerable<string> WhyNot => All.Values.Select(t => t.Why).OfType<string>().Distinct();
}
