using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Accounts;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>Who may sign in, how, and for how long.</summary>
public static class AccountsFeature
{
    /// <summary>Tells a page's script that somebody is signed in here, and not who. It opens nothing.</summary>
    public const string HintCookie = "signed-in";

    /// <summary>Wrong passwords in a row, after which an account rests.</summary>
    public const int MostFailures = 10;

    // How long it takes at most until signing out everywhere is felt by another browser.
    internal static readonly TimeSpan StampInterval = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    public static IServiceCollection AddAccounts(this IServiceCollection services, SiteSettings site)
    {
        services.AddHttpContextAccessor();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, StillSignedIn>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddDataProtection().SetApplicationName("PractitionerFinder").PersistKeysToDbContext<FinderDbContext>();

        // It keeps nothing, and seeding is no request: one for all, before Identity adds its own.
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddIdentityCore<Account>(Configure)
            .AddRoles<IdentityRole<long>>()
            .AddEntityFrameworkStores<FinderDbContext>()
            .AddSignInManager<AccountSignIn>()
            .AddClaimsPrincipalFactory<AccountClaims>()
            .AddPasswordValidator<PasswordRules>()
            .AddDefaultTokenProviders();
        services.AddScoped<AccountMails>().AddScoped<RegisterAccount>().AddScoped<CheckPassword>().AddScoped<CheckPasskey>().AddScoped<ChangeEmail>().AddScoped<AppointAdministrator>();
        services.AddSingleton<DeleteAccount>().AddSingleton<UndoDeletion>().AddSingleton<CollectData>().AddSingleton<ExportFile>();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = StampInterval);
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.ServerDomain = site.PublicUrl.Host;

            // Found without a name, and opened by a finger, a face or a PIN: then it is both steps in one.
            options.ResidentKeyRequirement = "required";
            options.UserVerificationRequirement = "required";
        });
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
        {
            cookies.ApplicationCookie!.Configure(options => Configure(options, site));
            cookies.TwoFactorUserIdCookie!.Configure(options => Name(options, "second-step", site));
        });
        var staying = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(asked => !asked.User.IsLeaving()).Build();
        services.AddAuthorizationBuilder()
            .SetDefaultPolicy(staying)
            .SetFallbackPolicy(staying)
            .AddPolicy(Policies.Staff, policy => policy.Combine(staying).RequireRole(Roles.Moderator, Roles.Administrator))
            .AddPolicy(Policies.Administrator, policy => policy.Combine(staying).RequireRole(Roles.Administrator))
            .AddPolicy(Policies.EvenLeaving, policy => policy.RequireAuthenticatedUser());
        return services;
    }

    public static void MapAccounts(this IEndpointRouteBuilder endpoints)
    {
        PasskeyOptions.Map(endpoints);
        ExportFile.Map(endpoints);
    }

    private static void Configure(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;

        // The name is an e-mail address, and RFC 5322 allows far more in one than Identity's own list.
        options.User.AllowedUserNameCharacters = "";
        options.SignIn.RequireConfirmedEmail = true;
        options.Lockout.MaxFailedAccessAttempts = MostFailures;
        options.Lockout.DefaultLockoutTimeSpan = Rest;

        // Length and a list of what is guessed first (NIST SP 800-63B, 5.1.1.2), and no rule of letters and signs.
        options.Password.RequiredLength = PasswordRules.MinLength;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Password.RequiredUniqueChars = 1;
    }

    private static void Configure(CookieAuthenticationOptions options, SiteSettings site)
    {
        Name(options, "account", site);
        options.ExpireTimeSpan = Remembered;
        options.LoginPath = AccountUrls.SignIn;
        options.ReturnUrlParameter = AccountUrls.ReturnUrl;
        options.Events.OnRedirectToAccessDenied = denied =>
        {
            if (denied.HttpContext.User.IsLeaving())
            {
                denied.Response.Redirect(AccountUrls.Undo);
                return Task.CompletedTask;
            }

            // What somebody may not see is not there for them: the answer tells nothing of it.
            denied.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
        options.Events.OnSignedIn = signed =>
        {
            signed.Response.Cookies.Append(HintCookie, "1", Hint(signed.Request, signed.Properties.IsPersistent ? Remembered : null));
            return Task.CompletedTask;
        };
        options.Events.OnSigningOut = leaving =>
        {
            leaving.Response.Cookies.Delete(HintCookie, Hint(leaving.Request, null));
            return Task.CompletedTask;
        };
    }

    /// <summary>With https the browser itself holds the cookie to this host alone (RFC 6265bis, 4.1.3.2).</summary>
    private static void Name(CookieAuthenticationOptions options, string name, SiteSettings site)
    {
        var isSecure = site.PublicUrl.Scheme == Uri.UriSchemeHttps;
        options.Cookie.Name = isSecure ? "__Host-" + name : name;
        options.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.Path = "/";
    }

    private static CookieOptions Hint(HttpRequest request, TimeSpan? kept) => new()
    {
        IsEssential = true,
        MaxAge = kept,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = request.IsHttps,
    };
}
