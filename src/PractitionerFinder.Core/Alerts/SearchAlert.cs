using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Alerts;

/// <summary>
/// Somebody asked to be told by mail of people who are new in a search. It keeps the search and the address, nothing else of whoever asked,
/// and nothing of what was shown. Times are UTC.
/// </summary>
public sealed class SearchAlert
{
    /// <summary>Longest search, in characters of its address.</summary>
    public const int QueryMaxLength = 2000;

    /// <summary>Longest address for mail, in characters.</summary>
    public const int EmailMaxLength = EmailAddress.MaxLength;

    /// <summary>An alert that nobody confirms is erased after so many days.</summary>
    public const int DaysToConfirm = 7;

    /// <summary>Least days between two looks, and so between two mails.</summary>
    public const int DaysBetween = 7;

    /// <summary>Most alerts of one address that wait to be confirmed: nobody's mail is filled by a stranger.</summary>
    public const int MostWaiting = 3;

    /// <summary>Most alerts of one address.</summary>
    public const int Most = 20;

    private SearchAlert()
    {
    }

    /// <summary>Begins one that waits to be confirmed.</summary>
    /// <param name="email">Whom to tell.</param>
    /// <param name="query"><see cref="QueryOf"/> of the search.</param>
    /// <param name="at">When it was asked for, UTC.</param>
    public SearchAlert(string email, string query, DateTime at)
    {
        Email = email;
        Query = query;
        At = at;
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Whom to tell.</summary>
    public string Email { get; private set; } = "";

    /// <summary>The search, as a query string.</summary>
    public string Query { get; private set; } = "";

    /// <summary>When it was asked for.</summary>
    public DateTime At { get; private set; }

    /// <summary>When the address was confirmed; null while it waits.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>Who appeared in the search up to this instant is known; null while it waits.</summary>
    public DateTime? LookedAt { get; private set; }

    /// <summary>When it looks next; null while it waits.</summary>
    public DateTime? NextAt { get; private set; }

    /// <summary>Whether it can still be confirmed or is confirmed.</summary>
    public bool IsOpen(DateTime now) => ConfirmedAt is not null || now < At.AddDays(DaysToConfirm);

    /// <summary>Starts it: who is there now is not new.</summary>
    public void Confirm(DateTime at)
    {
        if (ConfirmedAt is null)
        {
            ConfirmedAt = LookedAt = at;
            NextAt = at.AddDays(DaysBetween);
        }
    }

    /// <summary>
    /// The part of a search that is kept: place, distance and techniques, of which any will do. Coordinates are rounded to two decimals, about a
    /// kilometre.
    /// </summary>
    public static SearchCriteria Keep(SearchCriteria asked) => new()
    {
        Near = asked.Coordinates is null ? asked.Near : null,
        Coordinates = asked.Coordinates is { } point ? new GeoPoint(Math.Round(point.Latitude, 2), Math.Round(point.Longitude, 2)) : null,
        Country = asked.Country,
        Origin = asked.Origin,
        AskedWithin = asked.Within,
        Techniques = asked.Techniques,
        Now = asked.Now,
        ShowDemo = false,
    };

    /// <summary>The search that is kept, as a query string.</summary>
    public static string QueryOf(SearchCriteria kept) => Keep(kept).CanonicalQuery(withPaging: false);
}

/// <summary>What a link in a mail about an alert is opened with. Every mail has its own; the database holds the hash.</summary>
public sealed class SearchAlertLink
{
    /// <summary>Length of <see cref="TokenHash"/>: SHA-256.</summary>
    public const int HashBytes = 32;

    private SearchAlertLink()
    {
    }

    /// <summary>Makes one.</summary>
    public SearchAlertLink(long alertId, byte[] tokenHash)
    {
        AlertId = alertId;
        TokenHash = tokenHash;
    }

    /// <summary>The alert.</summary>
    public long AlertId { get; private set; }

    /// <summary>SHA-256 of the token.</summary>
    public byte[] TokenHash { get; private set; } = [];
}
