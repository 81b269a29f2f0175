namespace PractitionerFinder.Core.Learn;

/// <summary>From where an area of the body is seen.</summary>
[Flags]
public enum BodyViews
{
    /// <summary>From nowhere: an area says where.</summary>
    None = 0,

    /// <summary>The front.</summary>
    Front = 1,

    /// <summary>The back.</summary>
    Back = 2,

    /// <summary>Both.</summary>
    Both = Front | Back,
}
