using AngleSharp.Html.Parser;
using MimeKit;
using PractitionerFinder.Core.Mail;

namespace PractitionerFinder.Web.Tests.Shared.Mailing;

/// <summary>Mails as they arrive.</summary>
public sealed class MailRendererTests
{
    private const string Amira = "amira@practice.example";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_parts_say_the_same_from_top_to_bottom()
    {
        using var mail = await ArrivedAsync(new Mail(
            Amira,
            "Two things in your listing need a change",
            [
                new MailBlock.Text("A moderator has read your listing."),
                new MailBlock.Quote("Headline", "It promises a cure.\nSay what you do instead."),
                new MailBlock.Action("Change the listing", "https://finder.example/portal/listings/1?a=b&c=d"),
                new MailBlock.Action("How we check", "https://finder.example/about/checks"),
            ]));

        var parts = Assert.IsType<MultipartAlternative>(mail.Body);
        Assert.Equal(["text/plain", "text/html"], parts.Select(p => p.ContentType.MimeType));
        Assert.StartsWith(
            """
            A moderator has read your listing.

            Headline:
            > It promises a cure.
            > Say what you do instead.

            Change the listing:
            https://finder.example/portal/listings/1?a=b&c=d

            How we check:
            https://finder.example/about/checks

            -- 
            """.ReplaceLineEndings("\n"),
            mail.TextBody!.ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
        var page = await new HtmlParser().ParseDocumentAsync(mail.HtmlBody!, Cancel);
        Assert.Equal("Two things in your listing need a change", page.QuerySelector("h1")?.TextContent);
        Assert.Equal("It promises a cure.\nSay what you do instead.", page.QuerySelector("blockquote")?.TextContent);
        Assert.Equal(
            ["Change the listing", "https://finder.example/portal/listings/1?a=b&c=d", "How we check", "How to reach them"],
            page.QuerySelectorAll("a").Select(a => a.TextContent));
        Assert.Single(page.QuerySelectorAll(".button"));
    }

    [Fact]
    public async Task It_says_why_it_came_from_whom_and_where_answers_go()
    {
        using var mail = await ArrivedAsync(new Mail(Amira, "Hello", [new MailBlock.Text("Hello")]));

        Assert.Equal("\"PractitionerFinder\" <no-reply@finder.example>", mail.From.ToString());
        Assert.Equal("help@finder.example", mail.ReplyTo.ToString());
        Assert.Equal(PostOffice.Noon, mail.Date);
        Assert.EndsWith("@finder.example", mail.MessageId, StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
        Assert.All([mail.TextBody!, await TextOfHtmlAsync(mail)], part =>
        {
            Assert.Contains($"because {Amira} was given as an address at PractitionerFinder, https://finder.example/.", part, StringComparison.Ordinal);
            Assert.Contains("The Example Trust runs this copy of PractitionerFinder.", part, StringComparison.Ordinal);
        });
        Assert.Contains("https://finder.example/contact", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_signs_and_lines_of_every_kind_arrive_as_they_were_written()
    {
        var words = $"Søren’s naïve café 🌿 <b>& “more”</b>\n.\n..two points\nFrom here on\n{new string('x', 3000)}\nend";
        const string subject = "Søren 🌿 has answered, and a subject that is far longer than one line of a header may be, with more words behind it 🌿 ø";
        await using var office = new PostOffice();
        await office.SendAsync(new Mail("søren".Replace('ø', 'o') + "@practice.example", subject, [new MailBlock.Text(words)]));

        await office.HandOverAsync();

        using var mail = await office.Inbox.NextAsync(Cancel);
        Assert.Equal(subject, mail.Subject);
        Assert.StartsWith(words + "\n", mail.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains(words, await TextOfHtmlAsync(mail), StringComparison.Ordinal);
        Assert.InRange(office.Inbox.LongestLine, 1, 80);
    }

    [Fact]
    public async Task It_reaches_for_nothing_outside_itself_and_is_made_for_the_dark_too()
    {
        using var mail = await ArrivedAsync(new Mail(Amira, "Hello", [new MailBlock.Action("Go", "https://finder.example/go")]));

        var page = await new HtmlParser().ParseDocumentAsync(mail.HtmlBody!, Cancel);
        Assert.Empty(page.QuerySelectorAll("img, link, script, iframe, table, [src]"));
        Assert.DoesNotContain("url(", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("light dark", page.QuerySelector("meta[name=color-scheme]")?.GetAttribute("content"));
        Assert.Contains("prefers-color-scheme:dark", page.QuerySelector("style")?.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("body p, body h1, body a"), e => Assert.True(e.HasAttribute("style"), e.OuterHtml));
    }

    private static async Task<MimeMessage> ArrivedAsync(Mail mail)
    {
        await using var office = new PostOffice();
        await office.SendAsync(mail);
        await office.HandOverAsync();
        return await office.Inbox.NextAsync(Cancel);
    }

    private static async Task<string> TextOfHtmlAsync(MimeMessage mail) => (await new HtmlParser().ParseDocumentAsync(mail.HtmlBody!, Cancel)).Body!.TextContent;
}
