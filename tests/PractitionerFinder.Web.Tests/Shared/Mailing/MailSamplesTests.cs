using AngleSharp.Html.Parser;
using PractitionerFinder.Core.Mail;

namespace PractitionerFinder.Web.Tests.Shared.Mailing;

public sealed class MailSamplesTests
{
    // What a list of mails on a telephone shows of one.
    private const int LongestSubject = 60;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Kinds => [.. MailSamples.All.Keys];

    [Fact]
    public void Every_kind_of_mail_has_a_sample() => Assert.Equal(MailSamples.Kinds.Order(), MailSamples.All.Keys.Order());

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_mail_arrives_in_both_parts_and_says_in_each_what_was_written(string kind)
    {
        await using var office = new PostOffice();
        var noted = new Noted(office.Mailer);

        await MailSamples.All[kind](noted, office.Site, Cancel);
        await office.HandOverAsync();

        Assert.NotEmpty(noted.Mails);
        foreach (var written in noted.Mails)
        {
            using var mail = await office.Inbox.NextAsync(Cancel);
            var page = await new HtmlParser().ParseDocumentAsync(mail.HtmlBody!, Cancel);
            Assert.Equal((written.To, written.Subject), (mail.To.ToString(), mail.Subject));
            Assert.InRange(written.Subject.Length, 1, LongestSubject);
            foreach (var block in written.Blocks)
            {
                Assert.All(WordsOf(block), words =>
                {
                    Assert.Contains(words, mail.TextBody, StringComparison.Ordinal);
                    Assert.Contains(words, page.Body!.TextContent + string.Join(' ', page.QuerySelectorAll("a").Select(a => a.GetAttribute("href"))), StringComparison.Ordinal);
                });
            }

            Assert.All(page.QuerySelectorAll("a"), a => Assert.StartsWith("https://finder.example/", a.GetAttribute("href"), StringComparison.Ordinal));
        }
    }

    private static string[] WordsOf(MailBlock block) => block switch
    {
        MailBlock.Text text => [text.Words],
        MailBlock.Action action => [action.Words, action.Url],
        MailBlock.Quote quote => [quote.About, quote.Words],
        _ => throw new InvalidOperationException($"A mail holds {block.GetType()}."),
    };

    private sealed class Noted(IMailer mailer) : IMailer
    {
        public List<Mail> Mails { get; } = [];

        public Task SendAsync(Mail mail, CancellationToken cancel)
        {
            Mails.Add(mail);
            return mailer.SendAsync(mail, cancel);
        }
    }
}
