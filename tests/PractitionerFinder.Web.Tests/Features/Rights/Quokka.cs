using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Core.Alerts;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Claims;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Core.Statistics;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Rights;
using PractitionerFinder.Web.Tests.Features.Portal;

namespace PractitionerFinder.Web.Tests.Features.Rights;

/// <summary>
/// Somebody whose every word holds one that no other text has, with a row in every table that has to do with an account or a listing, and pictures
/// and documents of bytes that come nowhere else.
/// </summary>
internal sealed class Quokka
{
    public const string Word = "quokkadelta";

    private const int LongText = 3_000;

    private static readonly DateOnly Monday = CountedWeek.Of(PeopleSite.Noon);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public long Account { get; private set; }

    public long Listing { get; private set; }

    /// <summary>Bytes of pictures and documents.</summary>
    public IReadOnlyList<byte[]> Files { get; } = [.. Enumerable.Range(0, 5).Select(i => Bytes(seed: 7_000 + i))];

    /// <summary>How many places a word was put into.</summary>
    public int Words { get; private set; }

    public static async Task<Quokka> MoveInAsync(PeopleSite site)
    {
        var quokka = new Quokka();
        await quokka.FillAsync(site);
        return quokka;
    }

    private string Say(string what)
    {
        Words++;
        return $"{Word} {what}";
    }

    private async Task FillAsync(PeopleSite site)
    {
        Account = await site.GivenPersonAsync(Word);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            var me = (await accounts.FindByEmailAsync(PeopleSite.Email(Word)))!;
            me.Name = Say("name");
            await accounts.UpdateAsync(me);
            await accounts.ResetAuthenticatorKeyAsync(me);
            await accounts.GenerateNewTwoFactorRecoveryCodesAsync(me, 10);
            await accounts.AddClaimAsync(me, new("hobby", Say("claim")));
            await accounts.AddLoginAsync(me, new UserLoginInfo("elsewhere", Say("key"), Say("login")));
            await accounts.AddOrUpdatePasskeyAsync(me, new UserPasskeyInfo([1, 2, 3], [4], PeopleSite.Noon, 0, null, true, true, true, [5], [6]) { Name = Say("passkey") });
            await accounts.AddToRoleAsync(me, Roles.Moderator);
        }

        await site.Services.GetRequiredService<KeepConsents>().AgreeAsync(Account, Cancel);
        var before = await site.GivenAsync([.. Enumerable.Range(0, 30).Select(i => Neighbour(i))]);
        Listing = (await site.GivenAsync(Everywhere()))[0].Id;
        await site.JoinAsync(Listing, Account, MemberRole.Owner);
        await site.WriteAsync(db =>
        {
            var person = AccountIds.AsPerson(Account);
            db.Add(new ListingDraft(Listing, "about", $$"""{"name":"{{Say("draft")}}"}""", Account, PeopleSite.Noon));
            db.Add(new ListingDraft(Listing, "photo", $$"""{"alt":"{{Say("alt draft")}}"}""", Account, PeopleSite.Noon));
            db.Add(new ListingInvite(Listing, $"{Word}@invited.example", InvitedAs.Editor, new byte[32], Account, PeopleSite.Noon));
            db.Add(new ListingEvent(Listing, ListingDeed.Began, Account, PeopleSite.Noon));
            db.Add(new StoredPhoto(Listing, Files[0], 40, 30, PhotoFrame.Of(40, 30), Files[1], Files[2], person, PeopleSite.Noon));
            db.Add(new ProofDocument(Listing, "proof-1", Say("card.pdf"), "application/pdf", Files[3], person, PeopleSite.Noon));
            db.Add(new OutgoingMail(new Mail(PeopleSite.Email(Word), Say("subject"), [new MailBlock.Text(Say("mail"))]), PeopleSite.Noon));
            db.Add(new Reminder(Listing, Account, ReminderStep.First, PeopleSite.Noon, new byte[32], PeopleSite.Noon));
            db.Add(new ListingWeek(Listing, Monday, 7, 2));
            db.Add(new ListingAppearance(Listing, Monday, 1, 30));
            db.Add(new ListingPlace(Listing, Monday, "Leeds"));
            db.Add(new EnquiryChoices(Listing, isOpen: true, takesWords: true));
            db.Add(new SearchAlert(PeopleSite.Email(Word), $"near={Say("alert")}", PeopleSite.Noon));
        });
        await ClaimAsync(site, Listing);
        await AskAsync(site, before[0].Id);

        // Writing again and growing moves what was there before about in its file.
        await ReviseAsync(site, Listing, c => c with { About = Long("again"), Headline = Say("new headline") });
        foreach (var neighbour in before.Take(10))
        {
            await ReviseAsync(site, neighbour.Id, c => c with { About = new string('n', LongText) });
        }

        await site.GivenAsync([.. Enumerable.Range(30, 30).Select(i => Neighbour(i))]);
        await site.Services.GetRequiredService<IMailer>().SendAsync(new Mail(PeopleSite.Email(Word), "Hello", [new MailBlock.Text(Say("letter"))]), Cancel);
        await site.Services.GetRequiredService<IMailer>().SendAsync(new Mail("ben@people.example", "Hello", [new MailBlock.Text($"{Word} name has left.")]), Cancel);
    }

    private async Task ClaimAsync(PeopleSite site, long listing)
    {
        var claim = new ListingClaim(listing, Account, PeopleSite.Noon);
        claim.GiveDocuments(Say("claim words"), PeopleSite.Noon);
        await site.WriteAsync(db => db.Add(claim));
        await site.WriteAsync(db => db.Add(new ClaimDocument(claim.Id, Say("letter.pdf"), "application/pdf", Files[4], PeopleSite.Noon)));
    }

    private async Task AskAsync(PeopleSite site, long listing)
    {
        var enquiry = new Enquiry(
            listing, new EnquiryAnswers(Say("asks"), PeopleSite.Email(Word), EnquiryReason.Fees, null, Say("where"), EnquiryTimes.None, Say("first words")), [1], [2], PeopleSite.Noon);
        enquiry.Send([3], PeopleSite.Noon);
        enquiry.Accept(PeopleSite.Noon);
        await site.WriteAsync(db => db.Add(enquiry));
        await site.WriteAsync(db => db.Add(enquiry.Say(bySender: true, Say("message"), "once", PeopleSite.Noon)));
    }

    private static async Task ReviseAsync(PeopleSite site, long listing, Func<ListingContent, ListingContent> change)
    {
        await using var db = await site.ContextAsync();
        var found = await PractitionerFinder.Data.Listings.WholeListings.WithEverything(db.Listings).SingleAsync(l => l.Id == listing, Cancel);
        var revision = found.Propose(change(found.PublicContent!), "1", PeopleSite.Noon);
        found.Approve(revision.Number, "1", PeopleSite.Noon, site.Services.GetRequiredService<Vocabulary>());
        await db.SaveChangesAsync(Cancel);
    }

    private ListingBuilder Everywhere() => new ListingBuilder().At($"{Word}-leeds").Named(Say("clinic")).In(53.8, -1.55, locality: Say("town"))
        .There(p => p with
        {
            Name = Say("place"),
            Phone = "+44 113 496 0999",
            Parking = Say("parking"),
            Transport = Say("transport"),
            Address = p.Address with { Lines = [Say("street"), Say("floor")], County = Say("county") },
        })
        .Visiting().ProvenIn("myofascial-release").WorkingOn("neck")
        .Saying(c => c with
        {
            Headline = Say("headline"),
            About = Long("about"),
            Pronouns = Say("pronouns"),
            Techniques = [.. c.Techniques.Select(t => t with { Training = new Training(Say("school"), 2019) })],
            Credentials = [.. c.Credentials.Select(k => k with { Register = Say("register"), Number = Say("number") })],
            Fees = [new Fee(60, 5500, "GBP", Say("first visit"))],
            Contact = new ContactChoices { Phone = "+44 113 496 0998", Email = $"{Word}@clinic.example", Website = $"https://{Word}.example" },
            Photo = new Photo("key", Say("alt")),
        });

    private static ListingBuilder Neighbour(int number) => new ListingBuilder().Named($"Neighbour {number}").Saying(c => c with { About = new string('a', (number * 37) % 900) });

    private string Long(string what) => string.Join(' ', Enumerable.Range(0, LongText / 40).Select(i => Say($"{what} {i}")));

    private static byte[] Bytes(int seed)
    {
        const int length = 50_000;
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
