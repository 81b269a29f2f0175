using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;

namespace PractitionerFinder.Web.Features.Portal.Sections;

/// <summary>Whether new people are taken on, and the week of every place.</summary>
public sealed partial class HoursSection
{
    private static readonly IReadOnlyList<(string, string, string?)> Acceptings =
        [("yes", "Yes", null), ("waiting", "There is a waiting list", null), ("no", "Not now", "Your page says so, and still shows who you are.")];

    private IReadOnlyList<(string Key, string Title, string Country)> Weeks =>
    [
        .. Form.Places.Places.Select(p => ($"places/{p.Key}", $"Hours at {NameOf(p)}", p.Country)),
        .. Form.Visits.Areas.Select(v => ($"visits/{v.Key}", "Hours of home visits", CountryOf(v))),
        .. Form.Visits.Online ? [("online", "Hours of online sessions", Form.Places.Places.FirstOrDefault()?.Country ?? "")] : Array.Empty<(string, string, string)>(),
    ];

    private static string NameOf(PlaceForm place) =>
        place.Setting == Setting.TheirHome.Word() ? "your home"
        : place.Name.Trim().Length > 0 ? place.Name
        : place.Locality.Trim().Length > 0 ? $"your place in {place.Locality}" : "your place";

    private string CountryOf(VisitForm area) =>
        Form.Places.Places.FirstOrDefault(p => p.Key == area.From)?.Country ?? area.Country;

    private HoursOf WeekOf(string key)
    {
        var week = Form.Hours.Of.FirstOrDefault(h => h.Key == key);
        if (week is null)
        {
            Form.Hours.Of.Add(week = new HoursOf { Key = key });
        }

        return week;
    }
}
