using System.Globalization;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Core.Listings.Editing;

/// <summary>The fields of a content in words for those who compare two of them, a line for each part. Never with coordinates.</summary>
/// <param name="vocabulary">Names of techniques and areas; without it their slugs.</param>
internal sealed class DiffWords(Vocabulary? vocabulary)
{
    public string Technique(string slug) => vocabulary?.Technique(slug)?.Name ?? slug;

    public string? Areas(IReadOnlyList<string> areas) => Listed(areas.Select(a => vocabulary?.Area(a)?.Name ?? a));

    public IEnumerable<(string Part, string? Words)> Credential(Credential credential) =>
    [
        ("register", credential.Register),
        ("number", credential.Number),
        ("expires", credential.ExpiresOn is { } day ? Day(day) : null),
        ("techniques", Listed(credential.Techniques.Select(Technique))),
    ];

    public static IEnumerable<(string Part, string? Words)> Place(PracticeLocation place) =>
    [
        ("setting", place.Setting == LocationSetting.TheirHome ? "The practitioner’s home" : "A clinic"),
        ("name", place.Name),
        ("address", AddressLines(place.Address)),
        ("privacy", place.Privacy == AddressPrivacy.AreaOnly ? "The public sees the area alone" : "The public sees the address"),
        ("phone", place.Phone),
        ("step-free", place.StepFree switch { StepFree.Yes => "Step-free", StepFree.Partly => "Step-free in part", StepFree.No => "There are steps", _ => null }),
        ("parking", place.Parking),
        ("transport", place.Transport),
        ("hours", Hours(place.Hours)),
    ];

    public static IEnumerable<(string Part, string? Words)> Visits(VisitArea area) =>
    [
        ("address", AddressLines(area.Base)),
        ("area", Area(area)),
        ("hours", Hours(area.Hours)),
    ];

    public static string Area(VisitArea area) => area.RadiusMetres is { } metres
        ? $"Within {FormWriter.RadiusOf(metres, Radius.UnitOf(area.Base.Country)).InWords()}"
        : string.Create(CultureInfo.InvariantCulture, $"A drawn area with {area.Outline?.Count ?? 0} corners");

    public static string? Gender(Gender? gender) => gender?.Word();

    public static string Accepting(Accepting accepting) => accepting switch
    {
        Listings.Accepting.Yes => "Taking new clients",
        Listings.Accepting.Waiting => "A waiting list",
        _ => "Not taking new clients",
    };

    public static string? Languages(IReadOnlyList<string> languages) => Listed(languages.Select(LanguageNames.Of));

    public static string Training(Training? training) => training is null
        ? "No training given"
        : string.Create(CultureInfo.InvariantCulture, $"Learnt with {training.Provider}, {training.Year}") + (training.Hours is { } hours ? string.Create(CultureInfo.InvariantCulture, $", {hours} hours") : "");

    public static string? Online(OnlineSessions? online) => online is null ? null : "Sessions over video or telephone\n" + Hours(online.Hours);

    public static string Hours(WeeklyHours? hours) => hours is null ? "By arrangement" : string.Join(
        '\n',
        [
            .. hours.Periods.GroupBy(p => p.Day).Select(d => $"{d.Key} {string.Join(" and ", d.Select(p => $"{Time(p.From)} to {Time(p.Until)}"))}"),
            .. hours.Closed.Select(r => r.From == r.Until ? $"Away {Day(r.From)}" : $"Away {Day(r.From)} to {Day(r.Until)}"),
            $"In the time of {hours.TimeZone}",
        ]);

    public static string? Fees(IReadOnlyList<Fee> fees) => fees.Count == 0 ? null : string.Join(
        '\n',
        fees.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Minutes} minutes, {Money.Describe(f.AmountMinor, f.Currency)}{(f.For is null ? "" : $" ({f.For})")}")));

    public static string Told(bool isPublic) => isPublic ? "Those who ask for it" : "Nobody";

    /// <summary>What the picture shows, and that it is another one where what it shows does not tell.</summary>
    public static string? Photo(Photo? before, Photo? now) =>
        before is null || now is null || before.Key == now.Key ? now?.Alt : $"Another picture: {now.Alt}";

    public static string? Listed(IEnumerable<string> words) => string.Join(", ", words) is { Length: > 0 } list ? list : null;

    private static string AddressLines(Address address) =>
        string.Join('\n', [.. address.Lines, address.Locality, .. address.Postcode is { } code ? [code] : Array.Empty<string>(), address.Country]);

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
