using Microsoft.AspNetCore.Components;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>Another password for who knows the one there is.</summary>
public sealed partial class PasswordPage
{
    [SupplyParameterFromForm]
    public string? Current { get; set; }

    [SupplyParameterFromForm]
    public string? Password { get; set; }

    private async Task ChangeAsync()
    {
        await CheckPasswordAsync(nameof(Current), Current);
        if (await Accounts.WhatIsWrongAsync(Me, Password ?? "") is { } wrong)
        {
            Errors.Add(nameof(Password), wrong);
        }

        if (Errors.Any)
        {
            return;
        }

        await Accounts.ChangePasswordAsync(Me, Current!, Password!);
        await Mails.GuardChangedAsync(Me, "Your password was changed.", Http.RequestAborted);
        await FinishAsync("password");
    }
}
