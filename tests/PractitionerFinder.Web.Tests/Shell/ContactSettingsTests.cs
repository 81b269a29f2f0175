using Microsoft.Extensions.Configuration;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Tests.Shell;

public sealed class ContactSettingsTests
{
    [Theory]
    [InlineData("help@finder.example")]
    [InlineData(" help@finder.example ")]
    public void An_address_for_mail_is_taken_without_what_stands_around_it(string email) =>
        Assert.Equal("help@finder.example", Read("Email", email).Email);

    [Theory]
    [InlineData("help")]
    [InlineData("Help desk <help@finder.example>")]
    [InlineData("help@finder.example, other@finder.example")]
    [InlineData("mailto:help@finder.example ?")]
    public void What_is_no_address_for_mail_is_refused_with_an_example(string email) => Assert.Equal(
        $"Site:Contact:Email is '{email}'; it should be an e-mail address such as help@finder.example.",
        Assert.Throws<InvalidOperationException>(() => Read("Email", email)).Message);

    [Theory]
    [InlineData("0113 496 0000")]
    [InlineData("+44 (0)113 496 0000")]
    [InlineData("+44")]
    [InlineData("+44 113 496 0000 0000 00")]
    public void A_number_that_cannot_be_called_from_anywhere_is_refused_with_an_example(string telephone) => Assert.Equal(
        $"Site:Contact:Telephone is '{telephone}'; it should be a number in international form such as +44 113 496 0000.",
        Assert.Throws<InvalidOperationException>(() => Read("Telephone", telephone)).Message);

    [Fact]
    public void A_name_alone_reaches_nobody()
    {
        Assert.False(Read("Operator", "The Example Trust").CanBeReached);
        Assert.True(Read("Address", "1 Example Street, Sampleton").CanBeReached);
    }

    private static ContactSettings Read(string name, string value) => ContactSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection([new($"Site:Contact:{name}", value)]).Build());
}
