using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Tests.Seeding;

/// <summary>The shares that docs/demo-data.md states.</summary>
public sealed class DemoSharesTests(DemoPopulation demo)
{
    private static readonly DateTime Now = DemoPopulation.Now;

    [Fact]
    public void Settings()
    {
        Share(70, c => c.Locations.Any(l => l.Setting == LocationSetting.Clinic));
        Share(30, c => c.Locations.Any(l => l.Setting == LocationSetting.TheirHome));
        Share(25, c => c.VisitAreas.Count > 0);
        Share(20, c => c.Online is not null);
        Share(1.6, c => c.Online is not null && c.Locations.Count + c.VisitAreas.Count == 0, 1);
        Share(3, c => c.VisitAreas.Any(v => v.Outline is not null), 1);
        Share(20, c => c.Locations.Count > 1);
    }

    [Fact]
    public void Nearly_all_homes_are_private()
    {
        var homes = demo.Contents.SelectMany(c => c.Locations).Where(l => l.Setting == LocationSetting.TheirHome).ToList();

        Assert.InRange(homes.Count(h => h.Privacy == AddressPrivacy.AreaOnly), 0.93 * homes.Count, 0.99 * homes.Count);
    }

    [Fact]
    public void Some_clinics_are_shared_by_three_to_six()
    {
        var together = demo.Contents.SelectMany(c => c.Locations.Where(l => l.Setting == LocationSetting.Clinic).Select(l => l.Point).Distinct())
            .GroupBy(p => p).Select(g => g.Count()).ToList();

        Assert.InRange(together.Count(n => n >= 3), 40, 160);

        // The one who was entered twice counts twice.
        Assert.InRange(together.Max(), 3, 7);
    }

    [Fact]
    public void People()
    {
        Share(55, c => c.Gender == Gender.Woman);
        Share(29, c => c.Gender == Gender.Man);
        Share(3, c => c.Gender == Gender.NonBinary, 1);
        Share(13, c => c.Gender is null);
        Share(33, c => c.Pronouns is not null);
        Share(45, c => c.Languages.Any(l => l != "en"), 4);
        Assert.All(demo.Contents, c => Assert.All(c.Languages, l => Assert.Matches("^[a-z]{2}$", l)));
    }

    [Fact]
    public void Practice()
    {
        Share(74, c => c.Accepting == Accepting.Yes);
        Share(15, c => c.Accepting == Accepting.Waiting);
        Share(11, c => c.Accepting == Accepting.No);
        Share(43, c => c.Techniques.Any(t => t.Slug == "myofascial-release"), 4);
        Share(37, c => c.Techniques.Any(t => t.Slug == "deep-tissue-massage"), 4);
        Share(37, c => c.Techniques.Any(t => t.Slug == "trigger-point-therapy"), 4);
        Share(2, c => c.Techniques.Any(t => t.Slug == "contractual-tendon-release"), 1);
        Share(5.5, c => c.Techniques.Any(t => t.Slug == "ortho-bionomy"), 2);
        Share(5.5, c => c.Techniques.Any(t => t.Slug == "active-release-technique"), 2);
        Share(84, c => c.Areas.Count > 0);
        Share(91, c => c.Fees.Count > 0);
        Share(62, c => c.Contact.Website is not null);
        Share(47, c => c.Contact.EmailIsPublic);
        Assert.All(demo.Contents, c => Assert.InRange(c.Techniques.Count, 1, 6));
        Assert.Equal(
            demo.Vocabulary.Techniques.Select(t => t.Slug).Order(),
            demo.Contents.SelectMany(c => c.Techniques).Select(t => t.Slug).Distinct().Order());
    }

    [Fact]
    public void Places_and_hours()
    {
        var places = demo.Contents.SelectMany(c => c.Locations).ToList();
        foreach (var (steps, share) in new[] { (StepFree.Yes, 42), (StepFree.Partly, 18), (StepFree.No, 18), (StepFree.Unknown, 22) })
        {
            Assert.InRange(100.0 * places.Count(l => l.StepFree == steps) / places.Count, share - 4, share + 4);
        }

        Assert.InRange(100.0 * places.Count(l => l.Hours is null) / places.Count, 9, 16);
        Assert.InRange(100.0 * places.Count(l => l.Hours is { HasEvenings: true }) / places.Count, 25, 40);
        Assert.InRange(100.0 * places.Count(l => l.Hours is { HasWeekends: true }) / places.Count, 25, 40);
        Assert.Contains(places, l => l.Hours is { Closed.Count: > 0 });
        Assert.All(places.Select(l => l.Hours).OfType<WeeklyHours>(), hours =>
        {
            Assert.All(hours.Periods, p => Assert.True(p.From < p.Until));
            Assert.All(hours.Periods.GroupBy(p => p.Day), day => Assert.True(day.Count() == 1 || day.First().Until < day.Last().From));
        });
    }

    [Fact]
    public void Towns()
    {
        var countries = demo.Contents.SelectMany(c => c.Locations.Take(1)).CountBy(l => l.Address.Country).ToDictionary();

        Assert.Equal(["AU", "CA", "DE", "GB", "IE", "NL", "NZ", "US"], countries.Keys.Order());
        Assert.InRange(Of("LS"), 105, 165);
        Assert.InRange(demo.Contents.Count(c => c.Locations.Any(l => l.Address.County == "Greater London")), 180, 270);
        Assert.InRange(demo.Contents.Select(c => c.Locations is [var first, ..] ? first.Address.Locality : "").Distinct().Count(), 550, 800);

        int Of(string outward) => demo.Contents.Count(c => c.Locations.Any(l =>
            l.Address.Country == "GB" && l.Address.Postcode!.StartsWith(outward, StringComparison.Ordinal)));
    }

    [Fact]
    public void Proof_is_held_missing_and_run_out()
    {
        var live = demo.Listings.Where(l => l.PublicRevision is not null).ToList();
        foreach (var mark in (string[])["ortho-bionomy", "active-release-technique"])
        {
            Assert.Contains(live, l => l.HasProof(mark, Now));
            Assert.Contains(live, l => l.Techniques.Any(t => t.Slug == mark && t.ProvenUntil is null));
            Assert.Contains(live, l => l.Techniques.Any(t => t.Slug == mark && t.ProvenUntil < Now));
        }

        var verified = 100.0 * live.Count(l => l.Techniques.Any(t => t.IsProven(Now))) / live.Count;
        Assert.InRange(verified, 38, 52);
        Assert.Contains(live, l => l.Checks.Any(c => c.ValidUntil > Now && c.ValidUntil < Now.AddDays(30)));
    }

    [Fact]
    public void States()
    {
        Rows(89, l => l.IsFindable(Now));
        Rows(5, l => l.State == ListingState.Unpublished, 1.5);
        Rows(2.6, l => l.IsPaused(Now), 1);
        Rows(1.7, l => l.State == ListingState.Published && l.IsHidden(Now), 1);
        Rows(0.7, l => l.State == ListingState.Suspended, 0.5);
        Rows(1.2, l => l.State == ListingState.Archived, 0.6);
        Rows(3.5, l => l.PublicRevision == 1 && l.Revisions is [_, { State: RevisionState.Submitted }], 1.2);
        Rows(8, l => l.PublicRevision == 2, 1.5);
        Assert.All(Enum.GetValues<RevisionState>().Where(s => s != RevisionState.Withdrawn), state => Assert.Contains(demo.Listings, l => l.Revisions[0].State == state));
        Assert.Contains(demo.Listings, l => l.PausedUntil == DateTime.MaxValue);
        Assert.Contains(demo.Listings, l => l.PausedUntil > Now && l.PausedUntil < DateTime.MaxValue);
    }

    [Fact]
    public void Facts_of_every_kind_are_overdue_somewhere()
    {
        Assert.All(Freshness.Facts, fact => Assert.Contains(
            demo.Listings, l => l.IsFindable(Now) && l.Confirmations.Any(c => c.Fact == fact && c.DueAt <= Now)));
        Rows(24, l => l.PublicRevision is not null && l.IsOverdue(Now), 3);
    }

    [Fact]
    public void Nothing_happened_in_the_future_or_out_of_order()
    {
        Assert.All(demo.Listings.SelectMany(l => l.Revisions), r =>
        {
            Assert.True(r.CreatedAt <= (r.SubmittedAt ?? Now) && (r.SubmittedAt ?? r.CreatedAt) <= (r.DecidedAt ?? Now));
            Assert.True(r.DecidedAt is null || r.DecidedAt <= Now);
        });
        Assert.All(demo.Listings.SelectMany(l => l.Confirmations), c => Assert.True(c.At <= Now));
        Assert.All(demo.Listings.SelectMany(l => l.Checks), c => Assert.True(c.CheckedAt <= Now && c.CheckedAt < c.ValidUntil));
    }

    private void Share(double percent, Func<ListingContent, bool> holds, double tolerance = 3)
    {
        var share = 100.0 * demo.Contents.Count(holds) / demo.Listings.Count;
        Assert.InRange(share, percent - tolerance, percent + tolerance);
    }

    private void Rows(double percent, Func<Listing, bool> holds, double tolerance = 3)
    {
        var share = 100.0 * demo.Listings.Count(holds) / demo.Listings.Count;
        Assert.InRange(share, percent - tolerance, percent + tolerance);
    }
}
