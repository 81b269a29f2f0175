using Microsoft.AspNetCore.Components;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>Asks for another e-mail address: the new one has to be followed from, and the old one is told.</summary>
public sealed partial class EmailPage
{
    private string? sentTo;

    [SupplyParameterFromForm]
    public string? Email { get; set; }

    [SupplyParameterFromForm]
    public string? Password { get; set; }

    [Inject]
    private ChangeEmail Change { get; set; } = default!;

    private async Task AskAsync()
    {
        var email = AccountFields.ReadEmail(Email, Errors);
        if (string.Equals(email, Me.Email, StringComparison.OrdinalIgnoreCase))
        {
            Errors.Add(nameof(Email), "That is the address you have. Enter another.");
        }

        await CheckPasswordAsync(nameof(Password), Password);
        if (Errors.Any)
        {
            return;
        }

        await Change.AskAsync(Me, email, Http.RequestAborted);
        sentTo = email;
    }
}
