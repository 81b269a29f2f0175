using Microsoft.AspNetCore.Components;
using MimeKit;
using PractitionerFinder.Web.Shared.Mailing;

namespace PractitionerFinder.Web.Features.Mailbox;

/// <summary>The newest mails.</summary>
public sealed partial class MailboxPage
{
    private const int MostShown = 50;

    private readonly List<(Outbox.Letter Letter, string To, string Subject)> letters = [];

    [Inject]
    private Outbox Outbox { get; set; } = default!;

    [Inject]
    private MailSettings Settings { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        foreach (var letter in MailboxFeature.Letters(Outbox).Take(MostShown))
        {
            try
            {
                using var message = await MimeMessage.LoadAsync(letter.File);
                letters.Add((letter, message.To.ToString(), message.Subject ?? ""));
            }
            catch (FileNotFoundException)
            {
                // It has just been handed over or moved.
            }
        }
    }
}
