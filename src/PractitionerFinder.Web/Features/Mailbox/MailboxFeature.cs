using Microsoft.AspNetCore.Http.HttpResults;
using MimeKit;
using PractitionerFinder.Web.Shared.Mailing;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Mailbox;

/// <summary>
/// What the site has sent, for those who build it. It opens every account, so it is mapped in Development alone; its pages have no route of
/// their own that something else could map.
/// </summary>
public static class MailboxFeature
{
    public static void MapMailbox(this IEndpointRouteBuilder endpoints)
    {
        var mailbox = endpoints.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        mailbox.MapGet(MailboxUrls.List, () => new RazorComponentResult<MailboxPage>());
        mailbox.MapGet(MailboxUrls.LetterRoute, async Task<IResult> (string id, Outbox outbox, CancellationToken cancel) =>
            await ReadAsync(outbox, id, cancel) is { } read
                ? new RazorComponentResult<LetterPage>(new Dictionary<string, object?> { [nameof(LetterPage.Letter)] = read.Letter, [nameof(LetterPage.Message)] = read.Message })
                : TypedResults.NotFound());
        mailbox.MapGet(MailboxUrls.HtmlRoute, async Task<IResult> (string id, Outbox outbox, CancellationToken cancel) =>
            await ReadAsync(outbox, id, cancel) is { } read ? TypedResults.Content(read.Message.HtmlBody, "text/html; charset=utf-8") : TypedResults.NotFound())
            .WithSecurityHeadersPolicy(SecurityHeaders.FramedMail);
    }

    /// <summary>Every mail of the outbox, the newest first.</summary>
    internal static IEnumerable<Outbox.Letter> Letters(Outbox outbox) => Enum.GetValues<Outbox.Place>().SelectMany(outbox.In).OrderByDescending(l => l.Id, StringComparer.Ordinal);

    private static async Task<(Outbox.Letter Letter, MimeMessage Message)?> ReadAsync(Outbox outbox, string id, CancellationToken cancel) =>
        Letters(outbox).FirstOrDefault(l => l.Id == id) is { } letter ? (letter, await MimeMessage.LoadAsync(letter.File, cancel)) : null;
}
