using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>The mails about an account: each says what happened, what to press, and what to do if it was somebody else.</summary>
public sealed class AccountMails(IMailer mailer, SiteSettings site)
{
    private const string NotYou = "If it was not you, set a new password at once. That signs out everybody who is signed in.";

    /// <summary>To somebody who has just registered, perhaps on the way to somewhere.</summary>
    public Task ConfirmAsync(Account account, string token, string? returnUrl, CancellationToken cancel) => SendAsync(
        account.Email!,
        "Confirm your e-mail address",
        cancel,
        Text($"Somebody, we hope you, has made an account at PractitionerFinder with this address. Confirm it, and the account is ready. The link works for a day."),
        Action("Confirm this address", AccountUrls.WithToken(AccountUrls.Confirm, account.Id, token, returnUrl)),
        Text("If it was not you, do nothing. Nobody can use the account until the address is confirmed, and confirming it takes the password too."));

    /// <summary>To somebody whose address was used to register although it has an account.</summary>
    public Task KnownAsync(Account account, CancellationToken cancel) => SendAsync(
        account.Email!,
        "You have an account already",
        cancel,
        Text("Somebody, perhaps you, has tried to make an account at PractitionerFinder with this address. It has one already, so nothing was changed. Sign in with it, or set a new password if you have forgotten yours."),
        Action("Sign in", AccountUrls.SignIn),
        Action("Set a new password", AccountUrls.Forgotten),
        Text("If it was not you, there is nothing to do. Nobody was told that the address has an account."));

    public Task ResetAsync(Account account, string token, CancellationToken cancel) => SendAsync(
        account.Email!,
        "Set a new password",
        cancel,
        Text("Somebody, we hope you, has asked for a new password at PractitionerFinder. The link works once, for a day."),
        Action("Set a new password", AccountUrls.WithToken(AccountUrls.Reset, account.Id, token)),
        Text("If it was not you, do nothing: your password stays as it is."));

    /// <summary>To the new address.</summary>
    public Task ConfirmNewAddressAsync(string to, string link, CancellationToken cancel) => SendAsync(
        to,
        "Confirm your new e-mail address",
        cancel,
        Text("Somebody, we hope you, wants to use this address for an account at PractitionerFinder. Until you confirm it, the account keeps its old one. The link works for a day."),
        Action("Use this address", link),
        Text("If it was not you, do nothing."));

    /// <summary>To the old address, when another is asked for.</summary>
    public Task NewAddressAskedForAsync(Account account, CancellationToken cancel) => SendAsync(
        account.Email!,
        "A new e-mail address was asked for",
        cancel,
        Text("Somebody who is signed in with your account at PractitionerFinder, and knows its password, has asked to use another e-mail address for it. It changes when the link that we have sent there is followed."),
        Text(NotYou),
        Action("Set a new password", AccountUrls.Forgotten));

    /// <summary>To both addresses, when it has changed.</summary>
    public async Task AddressChangedAsync(string old, string current, CancellationToken cancel)
    {
        await SendAsync(
            old,
            "Your e-mail address has changed",
            cancel,
            Text("Your account at PractitionerFinder now has another e-mail address. This one no longer signs in, and this is the last mail to it."),
            Text("If it was not you, write to us and say so."),
            Action("How to reach us", About.AboutUrls.Contact));
        await SendAsync(
            current,
            "Your e-mail address has changed",
            cancel,
            Text("Your account at PractitionerFinder now has this e-mail address. Sign in with it from now on."));
    }

    /// <summary>To the owner, when something that guards the account has changed.</summary>
    /// <param name="what">A sentence, such as: Your password was changed.</param>
    public Task GuardChangedAsync(Account account, string what, CancellationToken cancel) => SendAsync(
        account.Email!,
        "A change to how you sign in",
        cancel,
        Text($"{what} If it was you, there is nothing to do."),
        Text(NotYou),
        Action("Set a new password", AccountUrls.Forgotten));

    private static MailBlock.Text Text(string words) => new(words);

    private MailBlock.Action Action(string words, string path) => new(words, site.Absolute(path));

    private Task SendAsync(string to, string subject, CancellationToken cancel, params MailBlock[] blocks) =>
        mailer.SendAsync(new Mail(to, subject, blocks), cancel);
}
