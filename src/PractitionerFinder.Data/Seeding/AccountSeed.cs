using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data.Accounts;

namespace PractitionerFinder.Data.Seeding;

/// <summary>The roles, without which nobody is staff; and, to try the site out, three people who may sign in.</summary>
public static class AccountSeed
{
    /// <summary>Known to everybody: an account that has it signs in nowhere but in Development.</summary>
    public const string DemoPassword = "try-it-out-at-home";

    public const string Practitioner = "practitioner@demo.example";
    public const string Moderator = "moderator@demo.example";
    public const string Administrator = "administrator@demo.example";

    private static readonly (string Email, string Name, string? Role)[] DemoPeople =
    [
        (Practitioner, "Demo practitioner", null),
        (Moderator, "Demo moderator", Roles.Moderator),
        (Administrator, "Demo administrator", Roles.Administrator),
    ];

    /// <summary>Adds the roles that are not there.</summary>
    public static async Task FillRolesAsync(FinderDbContext db, CancellationToken cancel)
    {
        var there = await db.Roles.Select(r => r.Name).ToListAsync(cancel);
        db.Roles.AddRange(new[] { Roles.Moderator, Roles.Administrator }.Except(there)
            .Select(name => new IdentityRole<long>(name!) { NormalizedName = name!.ToUpperInvariant(), ConcurrencyStamp = Guid.NewGuid().ToString() }));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Adds those of the three who are not there; after the roles.</summary>
    public static async Task FillDemoPeopleAsync(FinderDbContext db, IPasswordHasher<Account> hasher, DateTime now, CancellationToken cancel)
    {
        var there = await db.Users.Where(a => a.IsDemo).Select(a => a.Email).ToListAsync(cancel);
        foreach (var (email, name, role) in DemoPeople.Where(p => !there.Contains(p.Email)))
        {
            var account = new Account(name, email, now)
            {
                IsDemo = true,
                EmailConfirmed = true,
                LockoutEnabled = true,
                NormalizedEmail = email.ToUpperInvariant(),
                NormalizedUserName = email.ToUpperInvariant(),
            };
            account.PasswordHash = hasher.HashPassword(account, DemoPassword);
            db.Users.Add(account);
            await db.SaveChangesAsync(cancel);
            if (role is not null)
            {
                var id = await db.Roles.Where(r => r.Name == role).Select(r => r.Id).SingleAsync(cancel);
                db.UserRoles.Add(new IdentityUserRole<long> { UserId = account.Id, RoleId = id });
                await db.SaveChangesAsync(cancel);
            }
        }
    }

    /// <summary>Lets the demonstration's practitioner keep one of the fictional listings, so that there is something to change.</summary>
    public static async Task FillDemoListingAsync(FinderDbContext db, DateTime now, CancellationToken cancel)
    {
        var account = await db.Users.Where(a => a.IsDemo && a.Email == Practitioner).Select(a => a.Id).SingleAsync(cancel);
        if (await db.Members.AnyAsync(m => m.AccountId == account, cancel))
        {
            return;
        }

        var listing = await db.Listings
            .Where(l => l.IsDemo && l.State == ListingState.Published && l.PausedUntil == null && l.HiddenFrom > now.AddDays(Freshness.DaysUntilHidden) && l.Locations.Any())
            .OrderBy(l => l.Id).Select(l => (long?)l.Id).FirstOrDefaultAsync(cancel);
        if (listing is { } id)
        {
            db.Members.Add(new ListingMember(id, account, MemberRole.Owner, now));
            await db.SaveChangesAsync(cancel);
        }
    }
}
