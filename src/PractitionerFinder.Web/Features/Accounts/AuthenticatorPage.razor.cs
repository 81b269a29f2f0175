using Microsoft.AspNetCore.Components;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>A code after the password (TOTP, RFC 6238), and the codes for who has lost their app.</summary>
public sealed partial class AuthenticatorPage
{
    private const string Issuer = "PractitionerFinder";
    private const int RecoveryCodes = 10;
    private const string Finish = "finish";

    private string? key;
    private List<string>? codes;
    private int left;

    [SupplyParameterFromForm(FormName = Finish)]
    public string? Code { get; set; }

    [SupplyParameterFromForm(FormName = "codes")]
    public string? CodesPassword { get; set; }

    [SupplyParameterFromForm(FormName = "off")]
    public string? OffPassword { get; set; }

    // The form of the key, as apps read it.
    private string Link => $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(Me.Email!)}?secret={key}&issuer={Issuer}&digits=6";

    private string CodesLeft => left switch
    {
        0 => "No recovery code is left.",
        1 => "One recovery code is left.",
        _ => $"{left} recovery codes are left.",
    };

    protected override async Task OnInitializedAsync()
    {
        left = await Accounts.CountRecoveryCodesAsync(Me);

        // The form that is sent has to be on the page that takes it.
        if (!Me.TwoFactorEnabled && HttpMethods.IsPost(Http.Request.Method) && Http.Request.Form["_handler"] == Finish)
        {
            key = await Accounts.GetAuthenticatorKeyAsync(Me);
        }
    }

    private async Task BeginAsync()
    {
        if (Me.TwoFactorEnabled)
        {
            return;
        }

        // A new key each time: one that was on a screen and not used may have been seen.
        await Accounts.ResetAuthenticatorKeyAsync(Me);
        await SignIn.RefreshSignInAsync(Me);
        key = await Accounts.GetAuthenticatorKeyAsync(Me);
    }

    private async Task FinishSetUpAsync()
    {
        var code = string.Concat((Code ?? "").Where(char.IsAsciiDigit));
        if (Me.TwoFactorEnabled)
        {
            return;
        }

        if (!await Accounts.VerifyTwoFactorTokenAsync(Me, Accounts.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            Errors.Add(nameof(Code), "That code does not fit. Enter the one that the app shows now; the clock of the device has to be right.");
            return;
        }

        await Accounts.SetTwoFactorEnabledAsync(Me, true);
        await ShowNewCodesAsync();
        await Mails.GuardChangedAsync(Me, "A second step was set up: signing in now asks for a code too.", Http.RequestAborted);
    }

    private async Task RenewCodesAsync()
    {
        await CheckPasswordAsync(nameof(CodesPassword), CodesPassword);
        if (Errors.Any || !Me.TwoFactorEnabled)
        {
            return;
        }

        await ShowNewCodesAsync();
        await Mails.GuardChangedAsync(Me, "New recovery codes were made; the old ones no longer work.", Http.RequestAborted);
    }

    private async Task TurnOffAsync()
    {
        await CheckPasswordAsync(nameof(OffPassword), OffPassword);
        if (Errors.Any)
        {
            return;
        }

        await Accounts.SetTwoFactorEnabledAsync(Me, false);
        await Accounts.ResetAuthenticatorKeyAsync(Me);
        await Mails.GuardChangedAsync(Me, "The second step was turned off: the password is enough to sign in.", Http.RequestAborted);
        await FinishAsync("second-step-off");
    }

    private async Task ShowNewCodesAsync()
    {
        codes = [.. (await Accounts.GenerateNewTwoFactorRecoveryCodesAsync(Me, RecoveryCodes))!];
        await SignIn.RefreshSignInAsync(Me);
    }

    /// <summary>In fours, as it is typed.</summary>
    private static string Spaced(string key) => string.Join(' ', key.Chunk(4).Select(four => new string(four)));
}
