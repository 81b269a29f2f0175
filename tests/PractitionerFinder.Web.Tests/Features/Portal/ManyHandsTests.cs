using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Web.Features.Portal;

namespace PractitionerFinder.Web.Tests.Features.Portal;

/// <summary>Several people at one listing at the same time, and one person with many listings.</summary>
public sealed class ManyHandsTests : IAsyncDisposable
{
    private readonly PeopleSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Of_two_owners_who_remove_each_other_at_once_one_remains()
    {
        var (amira, ben) = (await site.GivenPersonAsync("amira"), await site.GivenPersonAsync("ben"));
        var keep = site.Services.GetRequiredService<KeepPeople>();
        for (var round = 0; round < 10; round++)
        {
            var listing = await site.GivenListingAsync(amira, ben);

            var outcomes = await Task.WhenAll(
                Task.Run(() => keep.RemoveAsync(listing, amira, ben, Cancel)), Task.Run(() => keep.RemoveAsync(listing, ben, amira, Cancel)));

            Assert.Equal([PeopleOutcome.Done, PeopleOutcome.NotAllowed], outcomes.Order());
            Assert.Equal([MemberRole.Owner], (await site.MembersAsync(listing)).Values);
        }
    }

    [Fact]
    public async Task Of_two_owners_who_leave_at_once_one_remains()
    {
        var (amira, ben) = (await site.GivenPersonAsync("amira"), await site.GivenPersonAsync("ben"));
        var keep = site.Services.GetRequiredService<KeepPeople>();
        for (var round = 0; round < 10; round++)
        {
            var listing = await site.GivenListingAsync(amira, ben);

            var outcomes = await Task.WhenAll(
                Task.Run(() => keep.RemoveAsync(listing, amira, amira, Cancel)),
                Task.Run(() => keep.GiveRoleAsync(listing, ben, ben, MemberRole.Editor, Cancel)));

            Assert.Equal([PeopleOutcome.Done, PeopleOutcome.LastOwner], outcomes.Order());
            Assert.Single((await site.MembersAsync(listing)).Values, MemberRole.Owner);
        }
    }

    [Fact]
    public async Task Whoever_is_removed_while_they_write_is_told_and_nothing_of_theirs_is_kept()
    {
        var (amira, ben) = (await site.GivenPersonAsync("amira"), await site.GivenPersonAsync("ben"));
        var listing = await site.GivenListingAsync(amira);
        await site.JoinAsync(listing, ben, MemberRole.Editor);
        var book = await site.Services.GetRequiredService<ReadWorkbook>().RunAsync(listing, ben, Cancel);
        using var session = new DraftSession(
            book!, AboutForm.Section, ben, site.Services.GetRequiredService<SaveDraft>(), site.Services.GetRequiredService<FormReader>(), site.Time, work => work());
        await site.Services.GetRequiredService<KeepPeople>().RemoveAsync(listing, amira, ben, Cancel);

        await session.FlushAsync();

        Assert.Contains("you no longer keep this listing", session.Trouble, StringComparison.Ordinal);
        await using var db = await site.ContextAsync();
        Assert.Empty(db.Drafts);
    }

    [Fact]
    public async Task Sixty_listings_are_looked_through_by_name()
    {
        var clinic = await site.GivenPersonAsync("clinic");
        var listings = await site.GivenAsync([.. Enumerable.Range(1, 60).Select(i => new ListingBuilder().Named(i == 42 ? "Noor Haddad" : $"Colleague {i:00}"))]);
        await site.WriteAsync(db => db.Members.AddRange(listings.Select(l => new ListingMember(l.Id, clinic, MemberRole.Owner, PeopleSite.Noon))));
        var visitor = await site.SignInAsync("clinic");

        var all = await visitor.OpenAsync("/portal");
        var found = await visitor.OpenAsync("/portal?name=haddad");
        var none = await visitor.OpenAsync("/portal?name=nobody");

        Assert.Equal(60, all.QuerySelectorAll(".tasks > li").Length);
        Assert.Contains("60 listings", all.Words(), StringComparison.Ordinal);
        Assert.Equal(["Noor Haddad"], found.QuerySelectorAll(".tasks h2").Select(h => h.TextContent.Trim()));
        Assert.Contains("1 of 60 listings has “haddad” in the name.", found.Words(), StringComparison.Ordinal);
        Assert.Contains("None of 60 listings have “nobody” in the name.", none.Words(), StringComparison.Ordinal);
        Assert.Equal("search", all.QuerySelector("#name")?.Closest("form")?.GetAttribute("role"));
    }

    [Fact]
    public async Task A_clinic_begins_listing_after_listing()
    {
        var clinic = await site.GivenPersonAsync("clinic");
        var visitor = await site.SignInAsync("clinic");
        var begun = new List<string>();

        for (var i = 0; i < 3; i++)
        {
            var (address, _) = await visitor.PressAsync("/portal", "begin");
            begun.Add(address);
            var id = long.Parse(address.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
            await site.WriteAsync(db => db.Drafts.Add(new ListingDraft(id, AboutForm.Section, $$"""{"name":"Colleague {{i}}"}""", clinic, PeopleSite.Noon)));
        }

        Assert.Equal(3, begun.Distinct().Count());
        Assert.Equal(3, (await visitor.OpenAsync("/portal")).QuerySelectorAll(".tasks > li").Length);
    }
}
