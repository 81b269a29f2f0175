namespace PractitionerFinder.Web.Shared;

/// <summary>Where somebody is sent on to, when the address comes from outside.</summary>
public static class LocalAddress
{
    /// <summary>The address when it is a path of this site, and the other one when it is anything else.</summary>
    public static string Or(string? address, string otherwise) =>
        address is ['/', ..] && !(address.Length > 1 && address[1] is '/' or '\\') && !address.Any(char.IsControl) ? address : otherwise;
}
