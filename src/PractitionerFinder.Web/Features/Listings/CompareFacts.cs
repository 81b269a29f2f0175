using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Profile;

namespace PractitionerFinder.Web.Features.Listings;

/// <summary>The facts of some people side by side: those that tell them apart, and those that are the same for all.</summary>
/// <param name="Differing">Each with what it is for each person, in their order.</param>
/// <param name="Same">Each with what it is for all.</param>
public sealed record CompareFacts(IReadOnlyList<(string Fact, IReadOnlyList<IReadOnlyList<string>> Values)> Differing, IReadOnlyList<(string Fact, IReadOnlyList<string> Value)> Same)
{
    private static readonly IReadOnlyList<string> Nothing = ["Not said"];

    /// <param name="people">Two or more.</param>
    /// <param name="vocabulary">Names of techniques and areas.</param>
    /// <param name="now">When they are looked at, UTC.</param>
    public static CompareFacts Of(IReadOnlyList<PublicListing> people, Vocabulary vocabulary, DateTime now)
    {
        var facts = Facts(vocabulary, now).Select(f => (f.Fact, Values: (IReadOnlyList<IReadOnlyList<string>>)[.. people.Select(p => f.Of(p) is { Count: > 0 } value ? value : Nothing)])).ToList();
        return new CompareFacts(
            [.. facts.Where(f => !IsSame(f.Values))],
            [.. facts.Where(f => IsSame(f.Values)).Select(f => (f.Fact, f.Values[0]))]);
    }

    private static string NameOf(Vocabulary vocabulary, PublicListing.Method technique) => vocabulary.Technique(technique.Slug)?.Name ?? technique.Slug;

    private static bool IsSame(IReadOnlyList<IReadOnlyList<string>> values) => values.All(v => v.SequenceEqual(values[0]));

    private static IEnumerable<(string Fact, Func<PublicListing, IReadOnlyList<string>> Of)> Facts(Vocabulary vocabulary, DateTime now) =>
    [
        ("New people", p => p.IsPaused ? ["Away at present"] : [p.Accepting.InWords()]),
        ("Where they meet", p =>
        [
            .. p.Locations.Select(l => ProfileSentences.Describe(l) + (l.IsApproximate ? " (area shown, not the address)" : "")),
            .. p.VisitAreas.Select(v => $"Visits from {v.Locality}"),
            .. p.Online is null ? Array.Empty<string>() : [Setting.Online.InWords()],
        ]),
        ("Proof seen", p => p.Techniques.Any(t => t.IsProven) ? [.. p.Techniques.Where(t => t.IsProven).Select(t => NameOf(vocabulary, t))] : ["For none"]),
        ("In their own words", p => p.Techniques.Any(t => !t.IsProven) ? [.. p.Techniques.Where(t => !t.IsProven).Select(t => NameOf(vocabulary, t))] : ["None"]),
        ("Parts of the body", p => [.. p.Areas.Select(a => vocabulary.Area(a)?.Name ?? a)]),
        ("Fees", p => [.. p.Fees.Select(ProfileSentences.Describe), .. ProfileSentences.Late(p, now, ListingFact.Fees)]),
        ("Languages", p => [.. p.Languages.Select(LanguageNames.Of)]),
        ("The way in", p => [.. ProfileSentences.Access(p)]),
        ("Evenings and weekends", p => [.. Hours(p)]),
        ("Registers and awards", p => [.. p.Credentials.Where(c => !c.IsExpired).Select(c => c.Register + (c.CheckedAt is null ? " (not checked by us)" : ""))]),
        ("Contact and address confirmed", p => p.ConfirmedAt is { } at ? [TimeAgo.Describe(at, now), .. ProfileSentences.Late(p, now, ListingFact.Contact, ListingFact.Address)] : []),
    ];

    private static IEnumerable<string> Hours(PublicListing person)
    {
        var weeks = person.Locations.Select(l => l.Hours).Concat(person.VisitAreas.Select(v => v.Hours)).Append(person.Online?.Hours).OfType<WeeklyHours>().ToList();
        if (weeks.Count == 0)
        {
            yield return "By arrangement";
            yield break;
        }

        yield return weeks.Exists(w => w.HasEvenings) ? "Weekday evenings" : "No weekday evenings";
        yield return weeks.Exists(w => w.HasWeekends) ? "Weekends" : "No weekends";
    }
}
