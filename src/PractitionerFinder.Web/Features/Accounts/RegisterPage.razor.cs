using Microsoft.AspNetCore.Components;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Forms;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>Makes an account.</summary>
public sealed partial class RegisterPage
{
    private const int LongestWay = 200;

    private readonly FormErrors errors = new();
    private string? sentTo;

    [SupplyParameterFromQuery(Name = AccountUrls.ReturnUrl)]
    public string? ReturnUrl { get; set; }

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

    // It goes into a mail, and comes from outside.
    private string? OnTheWay => LocalAddress.Or(ReturnUrl, "") is { Length: > 0 and <= LongestWay } address ? address : null;

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

        if (await Register.RunAsync(name, email, Password!, OnTheWay, Http.RequestAborted) is { } wrong)
        {
            errors.Add(nameof(Password), wrong);
            return;
        }

        sentTo = email;
    }
}
