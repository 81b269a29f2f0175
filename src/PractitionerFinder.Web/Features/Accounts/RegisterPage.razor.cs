using Microsoft.AspNetCore.Components;
using PractitionerFinder.Web.Shared.Forms;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>Makes an account.</summary>
public sealed partial class RegisterPage
{
    private readonly FormErrors errors = new();
    private string? sentTo;

    [SupplyParameterFromForm]
    public string? Name { get; set; }

    [SupplyParameterFromForm]
    public string? Email { get; set; }

    [SupplyParameterFromForm]
    public string? Password { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private RegisterAccount Register { get; set; } = default!;

    private async Task RegisterAsync()
    {
        var name = AccountFields.ReadName(Name, errors);
        var email = AccountFields.ReadEmail(Email, errors);
        if (string.IsNullOrEmpty(Password))
        {
            errors.Add(nameof(Password), "Choose a password.");
        }

        if (errors.Any)
        {
            return;
        }

        if (await Register.RunAsync(name, email, Password!, Http.RequestAborted) is { } wrong)
        {
            errors.Add(nameof(Password), wrong);
            return;
        }

        sentTo = email;
    }
}
