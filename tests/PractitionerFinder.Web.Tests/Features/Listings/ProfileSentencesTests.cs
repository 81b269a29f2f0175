using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared.Profile;

namespace PractitionerFinder.Web.Tests.Features.Listings;

public sealed class ProfileSentencesTests
{
    private static readonly DateOnly Monday = new(2026, 6, 15);

    [Theory]
    [InlineData(0, "Closed now, opens at 09:00")]
    [InlineData(1, "Closed now, opens Tuesday 09:00")]
    [InlineData(6, "Closed now, opens Sunday 09:00")]
    [InlineData(7, "Closed now, opens Monday 22 June 09:00")]
    public void When_it_opens_is_never_in_doubt(int days, string expected) =>
        Assert.Equal(expected, ProfileSentences.Describe(new OpenNow.Closed(Monday, Monday.AddDays(days), new TimeOnly(9, 0))));

    [Fact]
    public void Where_nothing_is_known_of_the_next_opening_nothing_is_said() =>
        Assert.Equal("Closed now", ProfileSentences.Describe(new OpenNow.Closed(Monday, null, default)));

    [Fact]
    public void Open_says_until_when() =>
        Assert.Equal("Open now until 18:30", ProfileSentences.Describe(new OpenNow.Open(new TimeOnly(18, 30))));

    [Theory]
    [InlineData("Europe/London", "London time")]
    [InlineData("America/Argentina/Buenos_Aires", "Buenos Aires time")]
    public void Time_is_named_by_its_city(string zone, string expected) =>
        Assert.Equal(expected, ProfileSentences.TimeOf(new WeeklyHours(zone, [], [])));
}
