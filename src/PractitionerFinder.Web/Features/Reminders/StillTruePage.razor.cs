using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Reminders;

/// <summary>
/// Where the link of a reminder leads: the facts that are due and a press for each, without signing in. Who has the link may confirm, and
/// nothing else; so a press needs no other token.
/// </summary>
public sealed partial class StillTruePage
{
    private ReadReminder.Result? open;
    private string? notice;

    [SupplyParameterFromQuery(Name = "token")]
    private string? Token { get; set; }

    [SupplyParameterFromQuery(Name = "did")]
    private string? Did { get; set; }

    [SupplyParameterFromForm(FormName = "confirm", Name = "fact")]
    private string? Fact { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ReadReminder Read { get; set; } = default!;

    [Inject]
    private ConfirmByLink Confirm { get; set; } = default!;

    private string Title => open is null ? "This link does not work" : open.Asked.Count > 0 ? "Is this still true?" : "Everything is confirmed";

    private string? HidingWords => !open!.Asked.Any(f => Freshness.Hides(f.Name)) || open.HiddenFrom is not { } from ? null
        : open.IsHidden ? $"Your page has been hidden since {Day(from)}. It returns at once when contact and address are confirmed."
        : from <= open.Now.AddDays(Freshness.DaysUntilHidden) ? $"Your page will be hidden on {Day(from)} unless contact and address are confirmed before." : null;

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-store";
        await LookAsync();
        notice = open is not null && Did is not null ? DoneWords(Did) : null;
    }

    private async Task ConfirmAsync()
    {
        var facts = Freshness.Read(Fact);
        if (open is not null && facts.Count > 0 && await Confirm.RunAsync(Token!, facts, Http.RequestAborted) != ConfirmByLink.Outcome.Refused)
        {
            // What was done is told on a page of its own, so that going back or loading again does not do it again.
            Http.Response.Redirect(ReminderUrls.Done(Token!, facts));
            return;
        }

        await LookAsync();
    }

    private async Task LookAsync()
    {
        open = await Read.RunAsync(Token, Http.RequestAborted);
        Http.Response.StatusCode = open is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK;
    }

    /// <summary>Only what is so is told, whatever the address says.</summary>
    private string? DoneWords(string did)
    {
        var facts = Freshness.Read(did);
        return facts.Count == 0 || facts.Except(open!.Confirmed.Select(f => f.Name)).Any() ? null
            : open.IsHidden ? "Thank you, that is confirmed. Your page stays hidden until contact and address both are."
            : open.Asked.Count == 0 ? "Thank you. Your page says that you confirmed it." : "Thank you, that is confirmed.";
    }

    private string Due(ReadReminder.Fact fact)
    {
        var confirmed = $"Confirmed {TimeAgo.Describe(fact.ConfirmedAt, open!.Now)}";
        var days = (fact.DueAt.Date - open.Now.Date).Days;
        return fact.DueAt > open.Now ? $"{confirmed}, due in {TimeAgo.Span(Math.Max(1, days))}" : days == 0 ? $"{confirmed}, due today" : $"{confirmed}, overdue by {TimeAgo.Span(-days)}";
    }

    private static string Day(DateTime at) => DateOnly.FromDateTime(at).InWords();
}
