using FsCheck.Fluent;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Core.Tests.Geography;

namespace PractitionerFinder.Core.Tests.Listings.Editing;

public sealed class SmallFactsTests
{
    private static readonly string[] Small = ["places/p2/hours", "visits/v2/hours", "online/hours", "accepting", "fees"];

    public static TheoryData<string> Paths() => [.. Contents.Changes.Keys];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Hours_fees_and_new_clients_need_no_review_and_all_else_does(string path)
    {
        var changed = Contents.Changes[path](Contents.Full);
        var change = Assert.Single(ContentDiff.Between(Contents.Full, changed));

        Assert.Equal(Small.Contains(path), SmallFacts.Allows(change));
        Assert.Equal(Small.Contains(path), SmallFacts.OnlyDiffer(Contents.Full, changed));
        var (small, needsReview) = SmallFacts.Split(Contents.Full, changed);
        Assert.Equal(!Small.Contains(path), needsReview);
        Assert.Equal(Small.Contains(path) ? [path] : [], ContentDiff.Between(Contents.Full, small).Select(c => c.Field.Text));
    }

    [Fact]
    public void Carrying_them_over_changes_no_reviewed_field() => Earth.Holds(
        Pairs, c => ContentDiff.Between(c.Other, SmallFacts.Carry(c.One, c.Other)).All(SmallFacts.Allows), tests: 1_000);

    [Fact]
    public void What_is_left_after_they_are_public_is_for_staff_alone() => Earth.Holds(
        Pairs,
        c =>
        {
            var (small, needsReview) = SmallFacts.Split(c.One, c.Other);
            var rest = ContentDiff.Between(small, c.Other);
            return ContentDiff.Between(c.One, small).All(SmallFacts.Allows)
                && !rest.Any(SmallFacts.Allows)
                && needsReview == (rest.Count > 0)
                && SmallFacts.OnlyDiffer(c.One, small);
        },
        tests: 1_000);

    [Fact]
    public void Carried_twice_is_carried_once() => Earth.Holds(
        Pairs,
        c =>
        {
            var once = SmallFacts.Carry(c.One, c.Other);
            return ListingJson.Write(SmallFacts.Carry(c.One, once)) == ListingJson.Write(once);
        },
        tests: 500);

    [Fact]
    public void The_table_says_why_of_each() =>
        Assert.All(SmallFacts.Table, row => Assert.True(row.Fact.Length > 0 && row.Why.EndsWith('.')));

    private static FsCheck.Gen<(ListingContent One, ListingContent Other)> Pairs =>
        from one in Contents.Any from other in Contents.Any select (one, other);
}
