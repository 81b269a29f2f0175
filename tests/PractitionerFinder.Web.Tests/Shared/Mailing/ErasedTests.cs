using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Web.Shared.Mailing;

namespace PractitionerFinder.Web.Tests.Shared.Mailing;

/// <summary>Which mails go with somebody who is erased.</summary>
public sealed class ErasedTests
{
    private const string Amira = "amira@practice.example";
    private const string Ben = "ben@people.example";

    private static readonly Erased Gone = new([Amira], ["Amira Holt", "Jo"], ["/portal/listings/1"]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Amira, "Hello", true)]
    [InlineData("AMIRA@practice.example", "Hello", true)]
    [InlineData(Ben, "Write to amira@practice.example.", true)]
    [InlineData(Ben, "https://finder.example/portal/listings/1/people", true)]
    [InlineData(Ben, "https://finder.example/portal/listings/17", false)]
    [InlineData(Ben, "Amira Holt has left.", false)]
    [InlineData(Ben, "Hello", false)]
    public async Task A_mail_on_its_way_goes_if_it_is_to_them_or_about_what_is_erased(string to, string words, bool goes)
    {
        await using var office = new PostOffice();
        await office.SendAsync(to, words);

        await office.Outbox.ForgetAsync(Gone, Cancel);

        Assert.Equal(goes ? 0 : 1, office.Count(Outbox.Place.Waiting));
    }

    [Theory]
    [InlineData("Amira Holt has left.", true)]
    [InlineData("It was Jo.", true)]
    [InlineData("Join us.", false)]
    public async Task One_that_only_lies_here_goes_for_a_name_too(string words, bool goes)
    {
        await using var office = new PostOffice(new Dictionary<string, string?>());
        await office.SendAsync(Ben, words);
        await office.HandOverAsync();

        await office.Outbox.ForgetAsync(Gone, Cancel);

        Assert.Equal(goes ? 0 : 1, office.Count(Outbox.Place.Kept));
    }

    [Fact]
    public async Task Where_no_server_is_no_mail_is_kept_for_longer_than_somebody_has_to_take_back_that_they_leave()
    {
        await using var office = new PostOffice(new Dictionary<string, string?>());
        await office.SendAsync(Amira);
        await office.HandOverAsync();
        office.Time.Advance(TimeSpan.FromDays(Erasure.UndoDays));
        await office.HandOverAsync();
        Assert.Equal(1, office.Count(Outbox.Place.Kept));

        office.Time.Advance(TimeSpan.FromSeconds(1));
        await office.HandOverAsync();

        Assert.Equal(0, office.Count(Outbox.Place.Kept));
    }
}
