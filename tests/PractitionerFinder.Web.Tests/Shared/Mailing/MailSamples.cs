using System.Reflection;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Data.Providers.Sqlite;
using PractitionerFinder.TestKit.Data;
using PractitionerFinder.Web.Features.Accounts;
using PractitionerFinder.Web.Features.Alerts;
using PractitionerFinder.Web.Features.Claims;
using PractitionerFinder.Web.Features.Enquiries;
using PractitionerFinder.Web.Features.Moderation;
using PractitionerFinder.Web.Features.Portal;
using PractitionerFinder.Web.Features.Reminders;
using PractitionerFinder.Web.Shared.Finding;
using PractitionerFinder.Web.Shared.Rights;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Tests.Shared.Mailing;

/// <summary>
/// One of every kind of mail. A kind is a public method of a class whose name ends with <c>Mails</c>; a new one gets a line here, and a test
/// says so when it has none.
/// </summary>
public static class MailSamples
{
    private const string Amira = "amira@practice.example";
    private const string Token = "CfDJ8K3x-TOKEN_of-an/ordinary+length==CfDJ8K3x-TOKEN_of-an/ordinary+length==CfDJ8K3x-TOKEN_of-an/ordinary+length==";

    /// <summary>Every kind that there is, such as <c>AccountMails.ResetAsync</c>.</summary>
    public static IEnumerable<string> Kinds =>
        from type in typeof(Program).Assembly.GetTypes()
        where type.Name.EndsWith("Mails", StringComparison.Ordinal)
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where !method.IsSpecialName && method.ReturnType != typeof(string) && !(type == typeof(InviteMails) && method.Name == nameof(InviteMails.Write))
        select $"{type.Name}.{method.Name}";

    public static IReadOnlyDictionary<string, Func<IMailer, SiteSettings, CancellationToken, Task>> All { get; } =
        new Dictionary<string, Func<IMailer, SiteSettings, CancellationToken, Task>>
        {
            ["AccountMails.ConfirmAsync"] = (to, site, cancel) => new AccountMails(to, site).ConfirmAsync(Account(), Token, null, cancel),
            ["AccountMails.KnownAsync"] = (to, site, cancel) => new AccountMails(to, site).KnownAsync(Account(), cancel),
            ["AccountMails.ResetAsync"] = (to, site, cancel) => new AccountMails(to, site).ResetAsync(Account(), Token, cancel),
            ["AccountMails.ConfirmNewAddressAsync"] = (to, site, cancel) => new AccountMails(to, site).ConfirmNewAddressAsync(Amira, "/account/email?token=" + Uri.EscapeDataString(Token), cancel),
            ["AccountMails.NewAddressAskedForAsync"] = (to, site, cancel) => new AccountMails(to, site).NewAddressAskedForAsync(Account(), cancel),
            ["AccountMails.AddressChangedAsync"] = (to, site, cancel) => new AccountMails(to, site).AddressChangedAsync("old@practice.example", Amira, cancel),
            ["AccountMails.GuardChangedAsync"] = (to, site, cancel) => new AccountMails(to, site).GuardChangedAsync(Account(), "Your password was changed.", cancel),
            ["InviteMails.Invited"] = (to, site, cancel) => to.SendAsync(
                new InviteMails(site).Invited(new ListingInvite(1, Amira, InvitedAs.Editor, new byte[ListingInvite.HashBytes], 1, PostOffice.Noon.UtcDateTime), Token, People), cancel),
            ["InviteMails.Joined"] = (to, site, cancel) => BothAsync(to, site, mails => mails.Joined(People, MemberRole.Owner), cancel),
            ["InviteMails.NowOwner"] = (to, site, cancel) => BothAsync(to, site, mails => mails.NowOwner(People), cancel),
            ["InviteMails.NowEditor"] = (to, site, cancel) => BothAsync(to, site, mails => mails.NowEditor(People), cancel),
            ["InviteMails.Removed"] = (to, site, cancel) => BothAsync(to, site, mails => mails.Removed(People), cancel),
            ["InviteMails.HandedOver"] = (to, site, cancel) => BothAsync(to, site, mails => mails.HandedOver(People), cancel),
            ["DeletionMails.AccountGoes"] = (to, site, cancel) => to.SendAsync(new DeletionMails(site).AccountGoes(Leaving(), Token, 2), cancel),
            ["DeletionMails.AccountStays"] = (to, site, cancel) => to.SendAsync(new DeletionMails(site).AccountStays(Account()), cancel),
            ["DeletionMails.ListingGoes"] = (to, site, cancel) => to.SendAsync(new DeletionMails(site).ListingGoes(Amira, "Ben Okafor", "“Holt Clinic”", 1, PostOffice.Noon.UtcDateTime, mayTakeBack: true), cancel),
            ["DeletionMails.ListingStays"] = (to, site, cancel) => to.SendAsync(new DeletionMails(site).ListingStays(Amira, "Ben Okafor", "“Holt Clinic”", 1), cancel),
            ["ListingMails.Approved"] = (to, site, cancel) => to.SendAsync(new ListingMails(site, TestVocabulary.Instance).Approved(Amira, 1, Decided(RevisionState.Approved), "holt-clinic"), cancel),
            ["ListingMails.SentBack"] = (to, site, cancel) => to.SendAsync(new ListingMails(site, TestVocabulary.Instance).SentBack(Amira, 1, Decided(RevisionState.ChangesRequested)), cancel),
            ["ListingMails.Refused"] = (to, site, cancel) => to.SendAsync(new ListingMails(site, TestVocabulary.Instance).Refused(Amira, 1, Decided(RevisionState.Rejected)), cancel),
            ["AlertMails.Confirm"] = (to, site, cancel) => to.SendAsync(Alerts(site).Confirm(Amira, Search, Token), cancel),
            ["AlertMails.Tell"] = (to, site, cancel) => to.SendAsync(Alerts(site).Tell(Amira, Search, [.. Enumerable.Range(1, 12).Select(Newcomer)], Token), cancel),
            ["ClaimMails.Code"] = (to, site, cancel) => to.SendAsync(new ClaimMails(site).Code(Amira, "01234567", "Ben Okafor", "Holt Clinic"), cancel),
            ["ClaimMails.Claimed"] = (to, site, cancel) => to.SendAsync(new ClaimMails(site).Claimed(Amira, "Ben Okafor", "Holt Clinic", 1, PostOffice.Noon.UtcDateTime), cancel),
            ["ClaimMails.Withdrawn"] = (to, site, cancel) => to.SendAsync(new ClaimMails(site).Withdrawn(Amira, "Ben Okafor", "Holt Clinic", 1), cancel),
            ["ClaimDecisionMails.Approved"] = (to, site, cancel) => to.SendAsync(new ClaimDecisionMails(site).Approved(Amira, "Holt Clinic", 1, "Welcome."), cancel),
            ["ClaimDecisionMails.Refused"] = (to, site, cancel) => to.SendAsync(new ClaimDecisionMails(site).Refused(Amira, "Holt Clinic", "holt-clinic", "The letter is of another practice."), cancel),
            ["ClaimDecisionMails.Overtaken"] = (to, site, cancel) => to.SendAsync(new ClaimDecisionMails(site).Overtaken(Amira, "Holt Clinic", "holt-clinic"), cancel),
            ["ClaimDecisionMails.ApprovedToOwner"] = async (to, site, cancel) =>
            {
                await to.SendAsync(new ClaimDecisionMails(site).ApprovedToOwner(Amira, "Ben Okafor", "Holt Clinic", 1, "He showed the register's card.", isAlone: false), cancel);
                await to.SendAsync(new ClaimDecisionMails(site).ApprovedToOwner(Amira, "Ben Okafor", "Holt Clinic", 1, "He showed the register's card.", isAlone: true), cancel);
            },
            ["ClaimDecisionMails.RefusedToOwner"] = (to, site, cancel) => to.SendAsync(new ClaimDecisionMails(site).RefusedToOwner(Amira, "Ben Okafor", "Holt Clinic", 1), cancel),
            ["ClaimDecisionMails.ApprovedToPage"] = (to, site, cancel) => to.SendAsync(new ClaimDecisionMails(site).ApprovedToPage(Amira, "Ben Okafor", "Holt Clinic", "holt-clinic"), cancel),
            ["EnquiryMails.Confirm"] = (to, site, cancel) => EnquiryAsync(to, (db, enquiry) => new EnquiryMails(site).Confirm(db, enquiry, Clinic, Noon), cancel),
            ["EnquiryMails.ConfirmSeveral"] = (to, site, cancel) =>
                EnquiryAsync(to, (db, enquiry) => new EnquiryMails(site).ConfirmSeveral(db, [(enquiry, Clinic), (Enquiry(), "Ashe Therapy")], Noon), cancel),
            ["EnquiryMails.AlreadyAsked"] = (to, site, cancel) => EnquiryAsync(to, (db, enquiry) => new EnquiryMails(site).AlreadyAsked(db, enquiry, Clinic, Noon), cancel),
            ["EnquiryMails.Accepted"] = (to, site, cancel) => EnquiryAsync(to, (db, enquiry) => new EnquiryMails(site).Accepted(db, enquiry, Clinic, Noon), cancel),
            ["EnquiryMails.Declined"] = (to, site, cancel) => EnquiryAsync(to, (db, enquiry) => new EnquiryMails(site).Declined(db, enquiry, Clinic, Noon), cancel),
            ["EnquiryMails.Expired"] = (to, site, cancel) => EnquiryAsync(to, (db, enquiry) => new EnquiryMails(site).Expired(db, enquiry, Clinic, Noon), cancel),
            ["EnquiryMails.MessageToSender"] = (to, site, cancel) => EnquiryAsync(to, (db, enquiry) => new EnquiryMails(site).MessageToSender(db, enquiry, Clinic, "1", Noon), cancel),
            ["EnquiryMails.Sent"] = (to, site, cancel) => EnquiryAsync(to, (db, enquiry) => new EnquiryMails(site).Sent(db, enquiry, Clinic, [(1, Amira)], Noon), cancel),
            ["EnquiryMails.MessageToListing"] = (to, site, cancel) => EnquiryAsync(to, (db, enquiry) => new EnquiryMails(site).MessageToListing(db, enquiry, Clinic, [(1, Amira)], "1", Noon), cancel),
            ["EnquiryMails.Erased"] = (to, site, cancel) => EnquiryAsync(to, (db, enquiry) => new EnquiryMails(site).Erased(db, enquiry, Clinic, [(1, Amira)], Noon), cancel),
            ["ReminderMails.Write"] = async (to, site, cancel) =>
            {
                foreach (var step in Enum.GetValues<ReminderStep>())
                {
                    var listing = new ListingBuilder().Named("Holt Clinic").Build(TestVocabulary.Instance);
                    var reminder = new Reminder(1, 1, step, listing.HidingFact!.DueAt, new byte[Reminder.HashBytes], listing.HiddenFrom!.Value.AddDays(-(int)step));
                    await to.SendAsync(new ReminderMails(site).Write(Amira, listing, reminder, Token), cancel);
                }
            },
        };

    private const string Clinic = "Holt Clinic";

    private static DateTime Noon => PostOffice.Noon.UtcDateTime;

    private static SearchCriteria Search => new() { Near = "Leeds", Origin = new SearchOrigin { Point = new GeoPoint(53.8, -1.55), Name = "Leeds", Country = "GB", Kind = "city" }, Techniques = [TestVocabulary.Free], Now = Noon };

    private static AlertMails Alerts(SiteSettings site) => new(new SearchSentences(TestVocabulary.Instance), site);

    private static FindNewcomers.Newcomer Newcomer(int number) => new($"person-{number}", $"Person {number}", Noon);

    private static Enquiry Enquiry()
    {
        var enquiry = new Enquiry(1, new EnquiryAnswers("Rosa", "rosa@patient.example", EnquiryReason.Fees, null, null, EnquiryTimes.Weekends, null), [1], [2], Noon);
        enquiry.Send([3], Noon);
        return enquiry;
    }

    /// <summary>The mails that an act on an enquiry writes; nothing is saved.</summary>
    private static async Task EnquiryAsync(IMailer to, Action<FinderDbContext, Enquiry> write, CancellationToken cancel)
    {
        await using var db = new SqliteFinderContext(new DbContextOptionsBuilder<SqliteFinderContext>().UseSqlite().Options, TimeProvider.System);
        write(db, Enquiry());
        foreach (var mail in db.OutgoingMails.Local)
        {
            await to.SendAsync(mail.Read()!, cancel);
        }
    }

    private static Revision Decided(RevisionState how)
    {
        var listing = new ListingBuilder().Named("Holt Clinic").Build(TestVocabulary.Instance);
        var revision = listing.Propose(listing.PublicContent! with { Headline = "Slow hands" }, "1", PostOffice.Noon.UtcDateTime);
        if (how == RevisionState.Approved)
        {
            listing.Approve(revision.Number, "2", PostOffice.Noon.UtcDateTime, TestVocabulary.Instance);
        }
        else
        {
            listing.TurnDown(revision.Number, how == RevisionState.Rejected, "2", PostOffice.Noon.UtcDateTime, "Nearly there.", [new FieldReason("headline", "Say what you do.")]);
        }

        return revision;
    }

    private static InviteMails.About People => new("Ben Ashe", "Amira Holt", "the listing of Holt Clinic");

    private static async Task BothAsync(IMailer to, SiteSettings site, Func<InviteMails, InviteMails.Words> words, CancellationToken cancel)
    {
        var mails = new InviteMails(site);
        var (toThem, toOwners) = words(mails);
        await to.SendAsync(mails.Write(Amira, toThem, 1), cancel);
        await to.SendAsync(mails.Write(Amira, toOwners, 1), cancel);
    }

    private static Account Leaving()
    {
        var account = Account();
        account.Leave(PostOffice.Noon.UtcDateTime, []);
        return account;
    }

    private static Account Account() => new("Amira Holt", Amira, PostOffice.Noon.UtcDateTime);
}
