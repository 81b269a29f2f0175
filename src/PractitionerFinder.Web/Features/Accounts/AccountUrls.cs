namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>Addresses of accounts.</summary>
public static class AccountUrls
{
    public const string Overview = "/account";
    public const string Register = "/account/register";
    public const string Confirm = "/account/confirm";
    public const string Resend = "/account/resend";
    public const string SignIn = "/account/sign-in";
    public const string SecondStep = "/account/second-step";
    public const string SignOut = "/account/sign-out";
    public const string SignOutEverywhere = "/account/sign-out-everywhere";
    public const string Forgotten = "/account/forgotten";
    public const string Reset = "/account/reset";
    public const string Name = "/account/name";
    public const string Password = "/account/password";
    public const string Email = "/account/email";
    public const string ConfirmEmail = "/account/email/confirm";
    public const string Authenticator = "/account/authenticator";
    public const string RecoveryCodes = "/account/recovery-codes";
    public const string Passkeys = "/account/passkeys";
    public const string PasskeyCreation = "/account/passkeys/creation";
    public const string PasskeyRequest = "/account/passkeys/request";

    public const string Export = "/account/export";
    public const string ExportFile = "/account/export/everything.zip";
    public const string Delete = "/account/delete";
    public const string Undo = "/account/undo";

    /// <summary>The parameter that holds where somebody wanted to go.</summary>
    public const string ReturnUrl = "returnUrl";

    public static string SignInTo(string returnUrl) => $"{SignIn}?{ReturnUrl}={Uri.EscapeDataString(returnUrl)}";

    public static string RegisterTo(string returnUrl) => $"{Register}?{ReturnUrl}={Uri.EscapeDataString(returnUrl)}";

    public static string SecondStepTo(string returnUrl, bool isRemembered) =>
        $"{SecondStep}?{ReturnUrl}={Uri.EscapeDataString(returnUrl)}{(isRemembered ? "&remember=true" : "")}";

    /// <summary>The link of a mail that takes back that an account is to be erased.</summary>
    public static string UndoDeletion(string token) => $"{Undo}?token={Uri.EscapeDataString(token)}";

    /// <summary>The page before, with a word for what was done.</summary>
    public static string Done(string path, string word) => $"{path}?done={word}";

    /// <summary>A link for one account that carries a token.</summary>
    public static string WithToken(string path, long account, string token, string? returnUrl = null) =>
        $"{path}?account={account}&token={Uri.EscapeDataString(token)}{(returnUrl is null ? "" : $"&{ReturnUrl}={Uri.EscapeDataString(returnUrl)}")}";
}
