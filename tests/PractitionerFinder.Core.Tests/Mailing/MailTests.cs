using PractitionerFinder.Core.Mail;
using Letter = PractitionerFinder.Core.Mail.Mail;

namespace PractitionerFinder.Core.Tests.Mailing;

public sealed class MailTests
{
    private const string Reader = "amira@practice.example";

    [Theory]
    [InlineData("")]
    [InlineData("amira")]
    [InlineData("amira@")]
    [InlineData("@practice.example")]
    [InlineData("amira@practice.example, other@practice.example")]
    [InlineData("Amira <amira@practice.example>")]
    [InlineData("amira@practice.example ")]
    [InlineData("amira@practice.example\r\nBcc: other@practice.example")]
    [InlineData("\"a\r\nBcc: other\"@practice.example")]
    public void An_address_that_no_mail_can_be_sent_to_is_refused_and_not_repeated(string to)
    {
        var error = Assert.Throws<ArgumentException>(() => new Letter(to, "Hello", [new MailBlock.Text("Hello")]));

        Assert.DoesNotContain("practice.example", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_longer_than_servers_take_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Letter(new string('a', 250) + "@b.example", "Hello", [new MailBlock.Text("Hello")]));

    [Theory]
    [InlineData("Hello\r\nBcc: other@practice.example")]
    [InlineData("Hello\nthere")]
    [InlineData("Hello\0")]
    [InlineData(" ")]
    public void A_subject_is_one_line_of_text(string subject) =>
        Assert.Throws<ArgumentException>(() => new Letter(Reader, subject, [new MailBlock.Text("Hello")]));

    [Fact]
    public void A_mail_says_something() => Assert.Throws<ArgumentException>(() => new Letter(Reader, "Hello", []));

    [Theory]
    [InlineData("/account/confirm")]
    [InlineData("javascript:alert(1)")]
    [InlineData("mailto:somebody@practice.example")]
    [InlineData("https://finder.example/a b")]
    [InlineData("https://finder.example/\r\n")]
    public void A_link_leads_to_an_absolute_address_of_the_web(string url) =>
        Assert.Throws<ArgumentException>(() => new MailBlock.Action("Confirm", url));
}
