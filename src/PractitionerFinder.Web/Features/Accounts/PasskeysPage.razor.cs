using System.Buffers.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using PractitionerFinder.Data.Accounts;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>The passkeys of an account: to add, to name and to remove.</summary>
public sealed partial class PasskeysPage
{
    private const int MostPasskeys = 20;

    private IList<UserPasskeyInfo> passkeys = [];

    /// <summary>What was done just before, by its word in the address.</summary>
    [SupplyParameterFromQuery]
    public string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "add")]
    public string? NewName { get; set; }

    [SupplyParameterFromForm(FormName = "add")]
    public string? Credential { get; set; }

    private string? DoneWords => Done switch
    {
        "added" => "The passkey is added. You can sign in with it.",
        "named" => "The name is saved.",
        "removed" => "The passkey no longer opens your account. Remove it from your device too.",
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        passkeys = [.. (await Accounts.GetPasskeysAsync(Me)).OrderBy(p => p.CreatedAt)];
    }

    private static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    private async Task AddAsync()
    {
        var name = (NewName ?? "").Trim();
        if (name.Length > Account.NameMaxLength)
        {
            Errors.Add(nameof(NewName), $"Shorten the name to {Account.NameMaxLength} characters.");
        }
        else if (passkeys.Count >= MostPasskeys)
        {
            Errors.Add(nameof(NewName), $"An account has at most {MostPasskeys} passkeys. Remove one first.");
        }
        else if (await ReadAsync() is not { } passkey)
        {
            Errors.Add(nameof(NewName), "The passkey could not be added. Press the button again, and follow what your device asks.");
        }
        else
        {
            passkey.Name = name.Length > 0 ? name : $"Passkey {passkeys.Count + 1}";
            await Accounts.AddOrUpdatePasskeyAsync(Me, passkey);
            await Mails.GuardChangedAsync(Me, "A passkey was added: whoever holds it can sign in.", Http.RequestAborted);
            Leave("added");
        }
    }

    /// <summary>The passkey that the browser has made, for this account; null when it is none that was asked for.</summary>
    private async Task<UserPasskeyInfo?> ReadAsync()
    {
        if (Credential is not { Length: > 0 and <= CheckPasskey.CredentialMaxLength })
        {
            return null;
        }

        try
        {
            var result = await SignIn.PerformPasskeyAttestationAsync(Credential);
            return result.Succeeded && result.UserEntity.Id == await Accounts.GetUserIdAsync(Me) ? result.Passkey : null;
        }
        catch (InvalidOperationException)
        {
            // Nothing was asked of this browser, or too long ago.
            return null;
        }
    }

    private async Task RenameAsync(UserPasskeyInfo passkey)
    {
        var field = $"Name-{IdOf(passkey)}";
        var name = Http.Request.Form[field].ToString().Trim();
        if (name.Length is 0 or > Account.NameMaxLength)
        {
            Errors.Add(field, name.Length == 0 ? "Enter a name for the passkey." : $"Shorten the name to {Account.NameMaxLength} characters.");
            return;
        }

        passkey.Name = name;
        await Accounts.AddOrUpdatePasskeyAsync(Me, passkey);
        Leave("named");
    }

    private async Task RemoveAsync(UserPasskeyInfo passkey)
    {
        await Accounts.RemovePasskeyAsync(Me, passkey.CredentialId);
        await Mails.GuardChangedAsync(Me, "A passkey was removed.", Http.RequestAborted);
        Leave("removed");
    }

    private void Leave(string done) => Http.Response.Redirect(AccountUrls.Done(AccountUrls.Passkeys, done));
}
