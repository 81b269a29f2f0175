using Microsoft.AspNetCore.Identity;

namespace PractitionerFinder.Data.Accounts;

/// <summary>Somebody who can sign in. The e-mail address is the user name.</summary>
public sealed class Account : IdentityUser<long>
{
    public const int NameMaxLength = 100;

    /// <summary>RFC 5321 allows a path of 256 characters, two of them brackets.</summary>
    public const int EmailMaxLength = 254;

    private Account()
    {
    }

    public Account(string name, string email, DateTime createdAt)
    {
        Name = name;
        CreatedAt = createdAt;
        Email = email;
        UserName = email;
        SecurityStamp = Guid.NewGuid().ToString();
    }

    /// <summary>What colleagues and staff see. It is never public.</summary>
    public string Name { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>Made for trying the site out: its password is known to everybody, so it signs in nowhere but in Development.</summary>
    public bool IsDemo { get; init; }
}
