using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Shared.Forms;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>Where the link of a forgotten password leads.</summary>
public sealed partial class ResetPage
{
    private readonly FormErrors errors = new();
    private bool isOver;

    [SupplyParameterFromQuery(Name = "account")]
    public long AccountId { get; set; }

    [SupplyParameterFromQuery(Name = "token")]
    public string? Token { get; set; }

    [SupplyParameterFromForm]
    public string? Password { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private UserManager<Account> Accounts { get; set; } = default!;

    [Inject]
    private AccountMails Mails { get; set; } = default!;

    private async Task SetAsync()
    {
        var account = await Accounts.FindByIdAsync(AccountId.ToString(CultureInfo.InvariantCulture));
        if (account is null
            || !await Accounts.VerifyUserTokenAsync(account, Accounts.Options.Tokens.PasswordResetTokenProvider, UserManager<Account>.ResetPasswordTokenPurpose, Token ?? ""))
        {
            isOver = true;
            return;
        }

        if (await Accounts.WhatIsWrongAsync(account, Password ?? "") is { } wrong)
        {
            errors.Add(nameof(Password), wrong);
            return;
        }

        // Who reads the mail has the address; and a rest after somebody's wrong tries is over for them.
        account.EmailConfirmed = true;
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        if (!(await Accounts.ResetPasswordAsync(account, Token!, Password!)).Succeeded)
        {
            isOver = true;
            return;
        }

        await Mails.GuardChangedAsync(account, "Your password was changed.", Http.RequestAborted);
        Http.Response.Redirect(AccountUrls.Done(AccountUrls.SignIn, "reset"));
    }
}
