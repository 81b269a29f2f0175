using Microsoft.AspNetCore.Components;
using PractitionerFinder.Web.Shared.Parts;

namespace PractitionerFinder.Web.Tests.Shared.Parts;

public sealed class HtmlWriterTests
{
    [Fact]
    public void What_stands_in_a_hole_is_text_and_never_html()
    {
        const string hostile = "\"><script>alert('x')</script> & Zoë – 山田";

        var made = Written(html => html.Write($"""<a title="{hostile}">{hostile}</a>"""));

        using var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(made);
        var link = Assert.Single(page.Body!.Children);
        Assert.Equal(hostile, link.TextContent);
        Assert.Equal(hostile, link.GetAttribute("title"));
        Assert.Contains("Zoë – 山田", made, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_and_html_made_already_stand_as_they_are_and_nothing_is_nothing() =>
        Assert.Equal("<b>-1200</b><i>!</i>", Written(html => html.Write($"<b>{-1200}</b>{new MarkupString("<i>!</i>")}{(string?)null}")));

    [Fact]
    public void However_long_a_text_is_all_of_it_is_written()
    {
        var text = string.Concat(Enumerable.Repeat("a<b😀", 20_000));

        using var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Written(html => html.Write($"<p>{text}</p>")));

        Assert.Equal(text, page.Body!.TextContent);
    }

    private static string Written(Action<HtmlWriter> write)
    {
        using var html = new HtmlWriter();
        write(html);
        return html.ToMarkup().Value;
    }
}
