using Microsoft.AspNetCore.Components;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>Says what deleting an account does, and does it for somebody who knows its password.</summary>
public sealed partial class DeletePage
{
    private DeleteAccount.Plan plan = new([], [], IsLastAdministrator: false);

    [SupplyParameterFromForm]
    public string? Password { get; set; }

    [Inject]
    private DeleteAccount Delete { get; set; } = default!;

    protected override async Task OnInitializedAsync() => plan = await Delete.LookAsync(Me.Id, Http.RequestAborted);

    private async Task DeleteAsync()
    {
        await CheckPasswordAsync(nameof(Password), Password);
        if (Errors.Any)
        {
            return;
        }

        if (!await Delete.RunAsync(Me.Id, Http.RequestAborted))
        {
            // The other administrator left while this page was open.
            plan = plan with { IsLastAdministrator = true };
            return;
        }

        await SignIn.SignOutAsync();
        Http.Response.Redirect(AccountUrls.Done(AccountUrls.SignIn, "leaving"));
    }
}
