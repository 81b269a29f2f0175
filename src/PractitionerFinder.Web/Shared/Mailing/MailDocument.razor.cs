using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Shared.Mailing;

/// <summary>
/// A mail as a page in the site's look. It reaches for nothing outside itself, and every style stands where it is used: a program for mail
/// may take away what stands in the head, which holds only the colours of the dark.
/// </summary>
public sealed partial class MailDocument
{
    private const string Font = "font-family:'Atkinson Hyperlegible Next',system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
    private const string Display = "font-family:Newsreader,'Iowan Old Style',Georgia,serif";

    private static readonly FinderTheme.Colours Light = FinderTheme.Light;
    private static readonly FinderTheme.Colours Dark = FinderTheme.Dark;

    private static readonly string Body = $"margin:0;padding:0;background:{Light.Paper};-webkit-text-size-adjust:100%";
    private static readonly string Column = $"max-width:36rem;margin:0 auto;padding:32px 20px;background:{Light.Paper};{Font};font-size:17px;line-height:1.6";
    private static readonly string Name = $"margin:0 0 32px;color:{Light.Ink};font-size:17px;line-height:1.4";
    private static readonly string Title = $"margin:0 0 24px;padding:20px 0 0;border-top:1.5px solid {Light.Ink};color:{Light.Ink};{Display};font-size:30px;font-weight:500;line-height:1.2";

    // A line break of the writer's is kept, and a word that is too long for the screen is broken.
    private static readonly string Paragraph = $"margin:0 0 16px;color:{Light.Ink};white-space:pre-line;overflow-wrap:anywhere";
    private static readonly string Pressed = "margin:28px 0 12px";

    private static readonly string ButtonLook =
        $"display:inline-block;padding:12px 24px;border-radius:8px;background:{Light.Primary};color:{Light.OnPrimary};font-size:17px;font-weight:600;line-height:24px;text-decoration:none";

    private static readonly string Small = $"margin:0 0 16px;color:{Light.Ink2};font-size:15px;line-height:1.5;overflow-wrap:anywhere";
    private static readonly string Link = $"color:{Light.Primary};text-decoration:underline";
    private static readonly string LongLink = $"{Link};word-break:break-all";
    private static readonly string QuoteHead = $"margin:24px 0 4px;color:{Light.Ink};font-weight:600";

    private static readonly string QuoteLook =
        $"margin:0 0 24px;padding:12px 16px;border-left:4px solid {Light.LineStrong};background:{Light.Sunken};color:{Light.Ink};white-space:pre-line;overflow-wrap:anywhere";

    private static readonly string Foot = $"margin:40px 0 0;padding:20px 0 0;border-top:1px solid {Light.Line}";

    private static readonly string DarkStyles =
        $$"""
        :root{color-scheme:light dark}
        @media (prefers-color-scheme:dark){
        .paper{background:{{Dark.Paper}}!important}
        .ink{color:{{Dark.Ink}}!important;border-color:{{Dark.LineStrong}}!important}
        .quiet{color:{{Dark.Ink2}}!important}
        .link{color:{{Dark.Primary}}!important}
        .button{background:{{Dark.Primary}}!important;color:{{Dark.OnPrimary}}!important}
        .quote{background:{{Dark.Sunken}}!important;color:{{Dark.Ink}}!important;border-color:{{Dark.LineStrong}}!important}
        .foot{border-color:{{Dark.Line}}!important}
        }
        """;

    [Parameter, EditorRequired]
    public required Mail Mail { get; set; }

    [Parameter, EditorRequired]
    public required SiteSettings Site { get; set; }

    /// <summary>One filled button: what the mail is for. Everything else to press is a link.</summary>
    private MailBlock.Action? Button => Mail.Blocks.OfType<MailBlock.Action>().FirstOrDefault();
}
