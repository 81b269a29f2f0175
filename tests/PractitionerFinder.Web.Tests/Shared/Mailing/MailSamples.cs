using System.Reflection;
using PractitionerFinder.Core.Mail;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Features.Accounts;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Tests.Shared.Mailing;

/// <summary>
/// One of every kind of mail. A kind is a public method of a class whose name ends with <c>Mails</c>; a new one gets a line here, and a test
/// says so when it has none.
/// </summary>
public static class MailSamples
{
    private const string Amira = "amira@practice.example";
    private const string Token = "CfDJ8K3x-TOKEN_of-an/ordinary+length==CfDJ8K3x-TOKEN_of-an/ordinary+length==CfDJ8K3x-TOKEN_of-an/ordinary+length==";

    /// <summary>Every kind that there is, such as <c>AccountMails.ResetAsync</c>.</summary>
    public static IEnumerable<string> Kinds =>
        from type in typeof(Program).Assembly.GetTypes()
        where type.Name.EndsWith("Mails", StringComparison.Ordinal)
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where !method.IsSpecialName
        select $"{type.Name}.{method.Name}";

    public static IReadOnlyDictionary<string, Func<IMailer, SiteSettings, CancellationToken, Task>> All { get; } =
        new Dictionary<string, Func<IMailer, SiteSettings, CancellationToken, Task>>
        {
            ["AccountMails.ConfirmAsync"] = (to, site, cancel) => new AccountMails(to, site).ConfirmAsync(Account(), Token, cancel),
            ["AccountMails.KnownAsync"] = (to, site, cancel) => new AccountMails(to, site).KnownAsync(Account(), cancel),
            ["AccountMails.ResetAsync"] = (to, site, cancel) => new AccountMails(to, site).ResetAsync(Account(), Token, cancel),
            ["AccountMails.ConfirmNewAddressAsync"] = (to, site, cancel) => new AccountMails(to, site).ConfirmNewAddressAsync(Amira, "/account/email?token=" + Uri.EscapeDataString(Token), cancel),
            ["AccountMails.NewAddressAskedForAsync"] = (to, site, cancel) => new AccountMails(to, site).NewAddressAskedForAsync(Account(), cancel),
            ["AccountMails.AddressChangedAsync"] = (to, site, cancel) => new AccountMails(to, site).AddressChangedAsync("old@practice.example", Amira, cancel),
            ["AccountMails.GuardChangedAsync"] = (to, site, cancel) => new AccountMails(to, site).GuardChangedAsync(Account(), "Your password was changed.", cancel),
        };

    private static Account Account() => new("Amira Holt", Amira, PostOffice.Noon.UtcDateTime);
}
