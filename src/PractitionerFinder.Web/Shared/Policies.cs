namespace PractitionerFinder.Web.Shared;

/// <summary>Who may do what, by name. Without a policy a page is for everybody who is signed in.</summary>
public static class Policies
{
    /// <summary>Moderators and administrators.</summary>
    public const string Staff = "staff";

    /// <summary>Administrators alone.</summary>
    public const string Administrator = "administrator";

    /// <summary>Everybody who is signed in, also with an account that is to be erased, which may do nothing else.</summary>
    public const string EvenLeaving = "even-leaving";
}
