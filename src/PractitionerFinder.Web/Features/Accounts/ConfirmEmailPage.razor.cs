using Microsoft.AspNetCore.Components;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>Where the link to a new address leads. Opening it changes nothing; the press does.</summary>
public sealed partial class ConfirmEmailPage
{
    private bool isOver;

    [SupplyParameterFromQuery(Name = "account")]
    public long AccountId { get; set; }

    [SupplyParameterFromQuery(Name = "token")]
    public string? Token { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    public string? To { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ChangeEmail Change { get; set; } = default!;

    [Inject]
    private AccountSignIn SignIn { get; set; } = default!;

    private async Task ConfirmAsync()
    {
        if (await Change.ConfirmAsync(AccountId, Token ?? "", To ?? "", Http.RequestAborted) is not { } account)
        {
            isOver = true;
            return;
        }

        // The mail may be read on another device, where nobody or somebody else is signed in.
        var isHere = Http.User.AccountId() == account.Id;
        if (isHere)
        {
            await SignIn.RefreshSignInAsync(account);
        }

        Http.Response.Redirect(AccountUrls.Done(isHere ? AccountUrls.Overview : AccountUrls.SignIn, "email"));
    }
}
