using System.Globalization;
using PractitionerFinder.Core.Finder;

namespace PractitionerFinder.Core.Listings.Editing;

/// <summary>A field that differs.</summary>
/// <param name="Field">Which.</param>
/// <param name="Before">What it said, in words; null where there was nothing.</param>
/// <param name="After">What it says, in words; null where there is nothing now.</param>
/// <param name="MovedMetres">How far a pin was moved, where that is the difference. No words ever hold coordinates.</param>
public sealed record FieldChange(FieldPath Field, string? Before, string? After, int? MovedMetres = null);

/// <summary>What differs between two contents, field by field, in the order of the form.</summary>
public static class ContentDiff
{
    /// <summary>Every field that differs.</summary>
    public static IReadOnlyList<FieldChange> Between(ListingContent before, ListingContent after)
    {
        var changes = new Changes();
        changes.Add("name", before.Name, after.Name);
        changes.Add("pronouns", before.Pronouns, after.Pronouns);
        changes.Add("gender", before.Gender?.Word(), after.Gender?.Word());
        changes.Add("headline", before.Headline, after.Headline);
        changes.Add("about", before.About, after.About);
        changes.Add("languages", Joined(before.Languages), Joined(after.Languages));
        Techniques(before, after, changes);
        changes.Add("areas", Joined(before.Areas), Joined(after.Areas));
        Each("credentials", before.Credentials, after.Credentials, c => c.Key, CredentialFields, changes);
        Each("places", before.Locations, after.Locations, l => l.Key, PlaceFields, changes);
        Each("visits", before.VisitAreas, after.VisitAreas, v => v.Key, VisitFields, changes);
        changes.Add("online", before.Online is null ? null : "yes", after.Online is null ? null : "yes");
        if (before.Online is not null && after.Online is not null)
        {
            changes.Add("online/hours", Hours(before.Online.Hours), Hours(after.Online.Hours));
        }

        changes.Add("accepting", before.Accepting.Word(), after.Accepting.Word());
        changes.Add("fees", Fees(before), Fees(after));
        changes.Add("contact/phone", before.Contact.Phone, after.Contact.Phone);
        changes.Add("contact/email", before.Contact.Email, after.Contact.Email);
        changes.Add("contact/email-public", YesNo(before.Contact.EmailIsPublic), YesNo(after.Contact.EmailIsPublic));
        changes.Add("contact/website", before.Contact.Website, after.Contact.Website);
        changes.Add("photo", PhotoWords(before.Photo), PhotoWords(after.Photo));
        if (before.Photo?.Key != after.Photo?.Key && PhotoWords(before.Photo) == PhotoWords(after.Photo))
        {
            changes.AddAnyway("photo", $"another picture: {PhotoWords(before.Photo)}", PhotoWords(after.Photo));
        }

        return changes.All;
    }

    private static void Techniques(ListingContent before, ListingContent after, Changes changes)
    {
        Each("techniques", before.Techniques, after.Techniques, t => t.Slug, (t, _) => [("", t.Training is { } training ? Training(training) : "offered")], changes);
        var kept = before.Techniques.Select(t => t.Slug).Where(s => after.Techniques.Any(t => t.Slug == s)).ToList();
        var now = after.Techniques.Select(t => t.Slug).Where(kept.Contains).ToList();
        changes.Add("techniques", Joined(kept), Joined(now));
    }

    private static void Each<T>(
        string path, IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> key, Func<T, T?, IEnumerable<(string Part, string? Words)>> fields, Changes changes)
        where T : class
    {
        foreach (var old in before)
        {
            var now = after.FirstOrDefault(n => key(n) == key(old));
            if (now is null)
            {
                changes.Add($"{path}/{key(old)}", Whole(fields(old, null)), null);
                continue;
            }

            foreach (var ((part, was), (_, isNow)) in fields(old, now).Zip(fields(now, old)))
            {
                changes.Add(part.Length == 0 ? $"{path}/{key(old)}" : $"{path}/{key(old)}/{part}", was, isNow);
            }

            if (old is PracticeLocation from && now is PracticeLocation to && from.Point.MetresTo(to.Point) is > 0 and var metres)
            {
                changes.Moved($"{path}/{key(old)}/point", metres);
            }
        }

        foreach (var added in after.Where(n => before.All(o => key(o) != key(n))))
        {
            changes.Add($"{path}/{key(added)}", null, Whole(fields(added, null)));
        }
    }

    private static IEnumerable<(string, string?)> CredentialFields(Credential credential, Credential? _) =>
    [
        ("register", credential.Register),
        ("number", credential.Number),
        ("expires", credential.ExpiresOn is { } day ? Day(day) : null),
        ("techniques", Joined(credential.Techniques)),
    ];

    private static IEnumerable<(string, string?)> PlaceFields(PracticeLocation place, PracticeLocation? _) =>
    [
        ("setting", place.Setting == LocationSetting.TheirHome ? "their home" : "a clinic"),
        ("name", place.Name),
        ("address", AddressLine(place.Address)),
        ("privacy", place.Privacy == AddressPrivacy.AreaOnly ? "the area only" : "the address"),
        ("phone", place.Phone),
        ("step-free", place.StepFree switch { StepFree.Yes => "step-free", StepFree.Partly => "step-free in part", StepFree.No => "steps", _ => null }),
        ("parking", place.Parking),
        ("transport", place.Transport),
        ("hours", Hours(place.Hours)),
    ];

    private static IEnumerable<(string, string?)> VisitFields(VisitArea area, VisitArea? other) =>
    [
        ("address", AddressLine(area.Base)),
        ("area", AreaWords(area, other)),
        ("hours", Hours(area.Hours)),
    ];

    private static string AreaWords(VisitArea area, VisitArea? other) =>
        area.RadiusMetres is { } metres ? $"within {new Radius(Math.Round(metres / 1000m, 1), DistanceUnit.Kilometres).InWords()}"
        : other?.Outline is not null && !ListingJson.AreSame(area.Outline, other.Outline) ? $"a drawn area with {area.Outline?.Count} corners, its outline changed"
        : $"a drawn area with {area.Outline?.Count} corners";

    private static string AddressLine(Address address) =>
        string.Join(", ", [.. address.Lines, address.Locality, .. address.Postcode is { } code ? [code] : Array.Empty<string>(), address.Country]);

    private static string Training(Training training) =>
        $"{training.Provider}, {training.Year}" + (training.Hours is { } hours ? $", {hours} hours" : "");

    private static string? Hours(WeeklyHours? hours) => hours is null ? null : string.Join(
        "; ",
        [
            .. hours.Periods.GroupBy(p => p.Day).Select(d => $"{d.Key} {string.Join(" and ", d.Select(p => $"{Time(p.From)} to {Time(p.Until)}"))}"),
            .. hours.Closed.Select(r => $"away {Day(r.From)} to {Day(r.Until)}"),
            hours.TimeZone,
        ]);

    private static string? Fees(ListingContent content) => content.Fees.Count == 0 ? null : string.Join(
        "; ",
        content.Fees.Select(f => string.Create(
            CultureInfo.InvariantCulture,
            $"{f.Minutes} minutes, {f.AmountMinor / (decimal)Currency.MinorUnits(f.Currency)} {f.Currency}{(f.For is null ? "" : $" ({f.For})")}")));

    private static string? PhotoWords(Photo? photo) => photo?.Alt;

    private static string YesNo(bool value) => value ? "those who ask" : "nobody";

    private static string? Joined(IReadOnlyList<string> words) => words.Count == 0 ? null : string.Join(", ", words);

    private static string Whole(IEnumerable<(string Part, string? Words)> fields) => string.Join("; ", fields.Select(f => f.Words).OfType<string>());

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private sealed class Changes
    {
        private readonly List<FieldChange> all = [];

        public IReadOnlyList<FieldChange> All => all;

        public void Add(string path, string? before, string? after)
        {
            if (before != after)
            {
                AddAnyway(path, before, after);
            }
        }

        public void AddAnyway(string path, string? before, string? after) => all.Add(new FieldChange(new FieldPath(path), before, after));

        public void Moved(string path, int metres) => all.Add(new FieldChange(new FieldPath(path), null, null, metres));
    }
}
