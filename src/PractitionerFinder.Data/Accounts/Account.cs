using Microsoft.AspNetCore.Identity;
using PractitionerFinder.Core.Accounts;

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

    /// <summary>The instant from which it is erased, UTC; null while nobody asked for that.</summary>
    public DateTime? ErasedFrom { get; private set; }

    /// <summary>SHA-256 of the token by which its mail takes that back.</summary>
    public byte[]? UndoHash { get; private set; }

    /// <summary>Asks for it to be erased. Every sign-in ends, and so does every link that was sent before.</summary>
    public void Leave(DateTime at, byte[] undoHash)
    {
        ErasedFrom = Erasure.From(at);
        UndoHash = undoHash;
        SecurityStamp = Guid.NewGuid().ToString();
    }

    /// <summary>Takes that back.</summary>
    public void Stay() => (ErasedFrom, UndoHash) = (null, null);
}
