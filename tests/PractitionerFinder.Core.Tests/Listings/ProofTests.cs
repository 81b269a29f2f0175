using PractitionerFinder.Core.Listings;
using PractitionerFinder.TestKit.Data;

namespace PractitionerFinder.Core.Tests.Listings;

public sealed class ProofTests
{
    private static readonly DateTime Until = Make.At.AddDays(100);

    [Fact]
    public void A_mark_shows_only_between_its_check_and_the_end_of_its_proof()
    {
        var listing = Make.Published();
        Assert.Equal([TestVocabulary.Free], listing.Public().Techniques.Select(t => t.Slug));

        Check(listing);

        Assert.Equal([TestVocabulary.Mark, TestVocabulary.Free], listing.Public(Until.AddTicks(-1)).Techniques.Select(t => t.Slug));
        Assert.Equal([TestVocabulary.Free], listing.Public(Until).Techniques.Select(t => t.Slug));
    }

    [Fact]
    public void The_public_is_told_the_last_day_of_proof_and_which_techniques_it_is_of()
    {
        var listing = Make.Published();
        Assert.All(listing.Public().Techniques, t => Assert.Equal((false, null), (t.IsProven, t.ProvenUntil)));

        listing.Check("mark", "staff", Make.At, new DateTime(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc), TestVocabulary.Instance);

        Assert.Equal(new DateOnly(2026, 3, 31), listing.Public().Techniques[0].ProvenUntil);
        Assert.Equal([TestVocabulary.Mark], Assert.Single(listing.Public().Credentials).Techniques);
        Assert.Null(listing.Public().Techniques[1].ProvenUntil);

        listing.Check("mark", "staff", Make.At, validUntil: null, TestVocabulary.Instance);
        Assert.Equal((true, null), (listing.Public().Techniques[0].IsProven, listing.Public().Techniques[0].ProvenUntil));
    }

    [Fact]
    public void A_credential_names_no_technique_that_may_not_be_shown() =>
        Assert.Empty(Assert.Single(Make.Published().Public().Credentials).Techniques);

    [Fact]
    public void Proof_without_an_end_holds()
    {
        var listing = Make.Published();
        listing.Check("mark", "staff", Make.At, validUntil: null, TestVocabulary.Instance);

        Assert.True(listing.HasProof(TestVocabulary.Mark, Make.At.AddYears(100)));
    }

    [Fact]
    public void Proof_never_outlives_its_credential()
    {
        var last = DateOnly.FromDateTime(Make.At).AddDays(10);
        var listing = Make.Published();
        listing.Change(Make.Content with { Credentials = [Make.MarkOfRegister with { ExpiresOn = last }] });

        listing.Check("mark", "staff", Make.At, validUntil: null, TestVocabulary.Instance);

        var end = last.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        Assert.True(listing.HasProof(TestVocabulary.Mark, end.AddTicks(-1)));
        Assert.False(listing.HasProof(TestVocabulary.Mark, end));
    }

    [Fact]
    public void Proof_is_of_the_techniques_that_the_credential_names_and_no_other()
    {
        var listing = Make.Published();
        Check(listing);

        Assert.True(listing.HasProof(TestVocabulary.Mark, Make.At));
        Assert.False(listing.HasProof(TestVocabulary.Free, Make.At));
    }

    [Theory]
    [InlineData("number")]
    [InlineData("register")]
    [InlineData("key")]
    [InlineData("gone")]
    public void A_check_counts_no_more_when_what_was_looked_at_changed(string what)
    {
        var listing = Make.Published();
        Check(listing);
        Credential[] changed = what switch
        {
            "number" => [Make.MarkOfRegister with { Number = "M-2" }],
            "register" => [Make.MarkOfRegister with { Register = "Another register" }],
            "key" => [Make.MarkOfRegister with { Key = "other" }],
            _ => [],
        };

        listing.Change(Make.Content with { Credentials = changed });

        Assert.False(listing.HasProof(TestVocabulary.Mark, Make.At));
        Assert.DoesNotContain(listing.Public().Techniques, t => t.Slug == TestVocabulary.Mark);
        Assert.All(listing.Public().Credentials, c => Assert.Null(c.CheckedAt));
    }

    [Fact]
    public void A_check_counts_again_when_the_number_that_was_looked_at_is_back()
    {
        var listing = Make.Published();
        Check(listing);
        listing.Change(Make.Content with { Credentials = [Make.MarkOfRegister with { Number = "M-2" }] });

        listing.Change(Make.Content with { About = "" });

        Assert.True(listing.HasProof(TestVocabulary.Mark, Make.At));
    }

    [Fact]
    public void Checked_again_the_newer_check_stands_alone()
    {
        var listing = Make.Published();
        Check(listing);

        listing.Check("mark", "another", Make.At.AddDays(1), Make.At.AddDays(2), TestVocabulary.Instance);

        Assert.Equal("another", Assert.Single(listing.Checks).CheckedBy);
        Assert.False(listing.HasProof(TestVocabulary.Mark, Make.At.AddDays(2)));
    }

    [Fact]
    public void Only_what_the_public_revision_says_can_be_checked()
    {
        Assert.Throws<InvalidOperationException>(() => Check(Make.Submitted()));
        Assert.Throws<InvalidOperationException>(() => Make.Published().Check("none", "staff", Make.At, null, TestVocabulary.Instance));
    }

    [Fact]
    public void An_expired_credential_shows_as_expired_and_without_its_check()
    {
        var last = DateOnly.FromDateTime(Make.At).AddDays(10);
        var listing = Make.Published(Make.Content with { Credentials = [Make.MarkOfRegister with { ExpiresOn = last, Register = "Guild of kneaders" }] });
        Check(listing);

        var onItsLastDay = Assert.Single(listing.Public(last.ToDateTime(new TimeOnly(23, 59), DateTimeKind.Utc)).Credentials);
        var after = Assert.Single(listing.Public(last.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)).Credentials);

        Assert.Equal((false, (DateTime?)Make.At), (onItsLastDay.IsExpired, onItsLastDay.CheckedAt));
        Assert.Equal((true, null), (after.IsExpired, after.CheckedAt));
    }

    [Fact]
    public void A_sentence_with_a_title_shows_only_with_proof_of_it()
    {
        var unproven = Make.Published();
        Assert.Equal(["Trained long ago.", "Open all week."], unproven.Public().About);

        var proven = Make.Published(Make.Content with { Credentials = [Make.MarkOfRegister with { Techniques = [TestVocabulary.Titled] }], Techniques = [new OfferedTechnique(TestVocabulary.Titled)] });
        Check(proven);
        Assert.Equal(["Trained long ago.", "A Certified Roller since 2019. Open all week."], proven.Public().About);
        Assert.Equal(["Trained long ago.", "Open all week."], proven.Public(Until).About);
    }

    private static void Check(Listing listing) => listing.Check("mark", "staff", Make.At, Until, TestVocabulary.Instance);
}
