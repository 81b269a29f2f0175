using System.Globalization;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>Where practitioners keep their listings.</summary>
public static class PortalUrls
{
    public const string Home = "/portal";

    public static string Listing(long id) => string.Create(CultureInfo.InvariantCulture, $"/portal/listings/{id}");

    public static string Section(long id, string section) => $"{Listing(id)}/{section}";

    /// <summary>A field of a section: the fault or reason that stands there is what the reader comes for.</summary>
    public static string Field(long id, string section, string field) => $"{Section(id, section)}?faults=1#{FieldId(field)}";

    public static string Preview(long id) => $"{Listing(id)}/preview";

    public static string History(long id) => $"{Listing(id)}/history";

    /// <summary>Why a listing is found by a search, or not.</summary>
    public static string Found(long id) => $"{Listing(id)}/found";

    /// <summary>How often a listing was shown and looked at.</summary>
    public static string Statistics(long id) => $"{Listing(id)}/statistics";

    public static string Compare(long id, int from, int to) =>
        string.Create(CultureInfo.InvariantCulture, $"{History(id)}/{from}/{to}");

    public static string People(long id) => $"{Listing(id)}/people";

    /// <summary>Where an owner deletes a listing, and keeps it after all.</summary>
    public static string Delete(long id) => $"{Listing(id)}/delete";

    /// <summary>Where the link of an invitation leads.</summary>
    public const string Invites = Home + "/invites";

    /// <summary>The token stands in the query, because the path of a request is part of every line that is logged while it is answered.</summary>
    public static string Invite(string token) => $"{Invites}?token={Uri.EscapeDataString(token)}";

    public static string Document(long id, string key) => $"{Listing(id)}/documents/{key}";

    public static string Photos(long id) => $"{Listing(id)}/photos";

    public static string Photo(long id, string key) => $"{Photos(id)}/{key}";

    /// <summary>The id of a field on its page: its path with hyphens.</summary>
    public static string FieldId(string path) => "f-" + path.Replace('/', '-');
}
