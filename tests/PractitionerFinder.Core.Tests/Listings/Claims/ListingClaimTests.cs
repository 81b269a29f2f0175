using FsCheck;
using FsCheck.Fluent;
using PractitionerFinder.Core.Listings.Claims;

namespace PractitionerFinder.Core.Tests.Listings.Claims;

public sealed class ListingClaimTests
{
    private static readonly DateTime Noon = new(2026, 6, 15, 12, 0, 0, DateTimeKind.Utc);

    // Those that end a claim come less often, so that more happens before.
    private static readonly Act[] Acts =
    [
        .. Enum.GetValues<Act>(),
        .. Enumerable.Repeat(Enum.GetValues<Act>().Except([Act.Approve, Act.ApproveWithWords, Act.Refuse, Act.Withdraw, Act.Overtake]), 3).SelectMany(a => a),
    ];

    private enum Act
    {
        ExpectCode,
        TryWrong,
        TryRight,
        ProveSite,
        GiveDocuments,
        Send,
        SendToOwners,
        Object,
        Approve,
        ApproveWithWords,
        Refuse,
        Withdraw,
        Overtake,
        WaitMinutes,
        WaitDays,
    }

    /// <summary>Whatever is done in whatever order: what a claim must never be, it never is.</summary>
    [Fact]
    public void No_order_of_acts_breaks_a_rule() => Prop.ForAll(
        Gen.Elements(Acts).ArrayOf(30).ToArbitrary(),
        acts =>
        {
            var claim = new ListingClaim(1, 2, Noon);
            var now = Noon;
            foreach (var act in acts)
            {
                now += act switch { Act.WaitMinutes => TimeSpan.FromMinutes(20), Act.WaitDays => TimeSpan.FromDays(8), _ => TimeSpan.FromSeconds(1) };
                var (before, version) = (Standing(claim), claim.Version);
                var mayApprove = claim.MayApprove(now);
                try
                {
                    Do(claim, act, now);
                }
                catch (InvalidOperationException)
                {
                    Assert.Equal(before, Standing(claim));
                    continue;
                }

                // What is decided stays as it was decided.
                Assert.False(before.State is not (ClaimState.Open or ClaimState.Waiting) && Standing(claim) != before);

                // Every change is seen by whoever looked before.
                Assert.True(Standing(claim) == before || claim.Version > version);

                // Nobody waits for staff without a proof, and nobody becomes an owner but by waiting for them.
                Assert.False(claim.State == ClaimState.Waiting && claim.Proofs == ClaimProofs.None);
                Assert.False(claim.State == ClaimState.Approved && before.State != ClaimState.Approved && !(before.State == ClaimState.Waiting && mayApprove));

                // Against an objection staff decide with words, and without one the owners have their days.
                Assert.False(claim is { State: ClaimState.Approved, ObjectedAt: not null, Reason: "" });
                Assert.False(claim is { State: ClaimState.Approved, OwnersToldAt: not null, ObjectedAt: null } && claim.DecidedAt < claim.OwnersToldAt!.Value.AddDays(ListingClaim.ObjectionDays));
                Assert.False(claim is { State: ClaimState.Refused, Reason: "" });

                // No more codes are tried than may be, and none is left once it is decided.
                Assert.InRange(claim.CodeTries, 0, ListingClaim.MostTries);
                Assert.True(claim.IsOpen || claim is { CodeHash: null, SiteToken: "", Words: "", Objection: "" });
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_code_is_used_once()
    {
        var claim = Expecting();

        Assert.Equal(CodeAnswer.Right, claim.TryCode(_ => true, Noon.AddMinutes(29)));
        Assert.Equal(CodeAnswer.NotExpected, claim.TryCode(_ => true, Noon.AddMinutes(29)));
        Assert.Equal(Noon.AddMinutes(29), claim.EmailProvedAt);
    }

    [Fact]
    public void A_code_is_good_for_half_an_hour_and_not_a_moment_longer()
    {
        Assert.Equal(CodeAnswer.Right, Expecting().TryCode(_ => true, Noon.AddMinutes(30).AddTicks(-1)));
        Assert.Equal(CodeAnswer.Expired, Expecting().TryCode(_ => true, Noon.AddMinutes(30)));
    }

    [Fact]
    public void After_five_wrong_codes_the_right_one_is_of_no_use_and_another_is()
    {
        var claim = Expecting();

        Assert.Equal(
            [CodeAnswer.Wrong, CodeAnswer.Wrong, CodeAnswer.Wrong, CodeAnswer.Wrong, CodeAnswer.TooManyTries],
            Enumerable.Range(0, 5).Select(_ => claim.TryCode(_ => false, Noon)));
        Assert.Equal(CodeAnswer.TooManyTries, claim.TryCode(_ => true, Noon));
        claim.ExpectCode([2], Noon);
        Assert.Equal(CodeAnswer.Right, claim.TryCode(hash => hash is [2], Noon));
    }

    [Fact]
    public void Owners_have_fourteen_days_to_object_unless_one_does()
    {
        var silent = Waiting(hasOwners: true);
        var objected = Waiting(hasOwners: true);
        objected.TakeObjection(7, "It is mine", Noon.AddDays(1));

        Assert.False(silent.MayApprove(Noon.AddDays(14).AddTicks(-1)));
        Assert.True(silent.MayObject(Noon.AddDays(14).AddTicks(-1)));
        Assert.True(silent.MayApprove(Noon.AddDays(14)));
        Assert.False(silent.MayObject(Noon.AddDays(14)));
        Assert.True(objected.MayApprove(Noon.AddDays(1)));
        Assert.Throws<InvalidOperationException>(() => objected.Approve(9, "", Noon.AddDays(1)));
        Assert.True(Waiting(hasOwners: false).MayApprove(Noon));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public void A_website_is_looked_at_twice_a_minute_at_most(int seconds, bool expected)
    {
        var claim = new ListingClaim(1, 2, Noon);
        if (seconds > 0)
        {
            claim.Look(Noon);
        }

        Assert.Equal(expected, claim.MayLook(Noon.AddSeconds(seconds)));
    }

    private static ListingClaim Expecting()
    {
        var claim = new ListingClaim(1, 2, Noon);
        claim.ExpectCode([1], Noon);
        return claim;
    }

    private static ListingClaim Waiting(bool hasOwners)
    {
        var claim = new ListingClaim(1, 2, Noon);
        claim.ProveEmail(Noon);
        claim.Send(hasOwners, Noon);
        return claim;
    }

    private static void Do(ListingClaim claim, Act act, DateTime now)
    {
        switch (act)
        {
            case Act.ExpectCode:
                claim.ExpectCode([1], now);
                break;
            case Act.TryWrong:
                claim.TryCode(_ => false, now);
                break;
            case Act.TryRight:
                claim.TryCode(_ => true, now);
                break;
            case Act.ProveSite:
                claim.ProveSite("holt.example", now);
                break;
            case Act.GiveDocuments:
                claim.GiveDocuments("Words", now);
                break;
            case Act.Send or Act.SendToOwners:
                claim.Send(act == Act.SendToOwners, now);
                break;
            case Act.Object:
                claim.TakeObjection(7, "It is mine", now);
                break;
            case Act.Approve or Act.ApproveWithWords:
                claim.Approve(9, act == Act.Approve ? "" : "We saw it", now);
                break;
            case Act.Refuse:
                claim.Refuse(9, "We saw nothing", now);
                break;
            case Act.Withdraw:
                claim.Withdraw(now);
                break;
            case Act.Overtake:
                claim.Overtake(now);
                break;
        }
    }

    private static (ClaimState State, ClaimProofs Proofs, int Tries, DateTime? Sent, DateTime? Objected, DateTime? Decided, DateTime? Code, string Words) Standing(ListingClaim claim) =>
        (claim.State, claim.Proofs, claim.CodeTries, claim.SentAt, claim.ObjectedAt, claim.DecidedAt, claim.CodeSentAt, claim.Words);
}
