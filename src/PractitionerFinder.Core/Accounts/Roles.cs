namespace PractitionerFinder.Core.Accounts;

/// <summary>What an account may be beside a practitioner's, which every account is.</summary>
public static class Roles
{
    /// <summary>Decides what becomes public.</summary>
    public const string Moderator = "Moderator";

    /// <summary>Does that too, and decides who is staff.</summary>
    public const string Administrator = "Administrator";
}
