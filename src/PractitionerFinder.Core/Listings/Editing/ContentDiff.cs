using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Core.Listings.Editing;

/// <summary>A field that differs.</summary>
/// <param name="Field">Which.</param>
/// <param name="Before">What it said, in words, a line for each part; null where there was nothing.</param>
/// <param name="After">What it says, in words; null where there is nothing now.</param>
/// <param name="MovedMetres">How far a pin was moved, where that is the difference. No words ever hold coordinates.</param>
public sealed record FieldChange(FieldPath Field, string? Before, string? After, int? MovedMetres = null)
{
    /// <summary>What differs, word by word.</summary>
    public IReadOnlyList<WordChange> Words => WordDiff.Between(Before ?? "", After ?? "");
}

/// <summary>
/// What differs between two contents, field by field, in the order of the form. What the gazetteer makes of a point (its
/// cell, its county, the cover of an area) is no field: nobody typed it, and a new gazetteer may make something else of it.
/// </summary>
public static class ContentDiff
{
    /// <summary>Every field that differs.</summary>
    /// <param name="before">The older content.</param>
    /// <param name="after">The newer content.</param>
    /// <param name="vocabulary">Names of techniques and areas; without it the words hold their slugs.</param>
    public static IReadOnlyList<FieldChange> Between(ListingContent before, ListingContent after, Vocabulary? vocabulary = null)
    {
        var words = new DiffWords(vocabulary);
        var changes = new Changes();
        changes.Add("name", before.Name, after.Name);
        changes.Add("pronouns", before.Pronouns, after.Pronouns);
        changes.Add("gender", DiffWords.Gender(before.Gender), DiffWords.Gender(after.Gender));
        changes.Add("headline", before.Headline, after.Headline);
        changes.Add("about", before.About, after.About);
        changes.Add("languages", DiffWords.Languages(before.Languages), DiffWords.Languages(after.Languages));
        Each("techniques", before.Techniques, after.Techniques, t => t.Slug, t => words.Technique(t.Slug), t => [("", DiffWords.Training(t.Training))], changes);
        changes.Add("areas", words.Areas(before.Areas), words.Areas(after.Areas));
        Each("credentials", before.Credentials, after.Credentials, c => c.Key, c => c.Register, words.Credential, changes);
        Each("places", before.Locations, after.Locations, l => l.Key, FieldPath.NameOf, DiffWords.Place, changes, (from, to) =>
            changes.Moved($"places/{to.Key}/point", from.Point != to.Point, from.Point.MetresTo(to.Point)));
        Each("visits", before.VisitAreas, after.VisitAreas, v => v.Key, FieldPath.NameOf, DiffWords.Visits, changes, (from, to) =>
        {
            changes.Moved($"visits/{to.Key}/point", from.BaseCell != to.BaseCell, from.BaseCell.Centre.MetresTo(to.BaseCell.Centre));
            if (from.Outline is not null && to.Outline is not null && !from.Outline.SequenceEqual(to.Outline))
            {
                changes.AddAnyway($"visits/{to.Key}/area", DiffWords.Area(from), DiffWords.Area(to) + ", drawn anew");
            }
        });
        Online(before.Online, after.Online, changes);
        changes.Add("accepting", DiffWords.Accepting(before.Accepting), DiffWords.Accepting(after.Accepting));
        changes.Add("fees", DiffWords.Fees(before.Fees), DiffWords.Fees(after.Fees));
        changes.Add("contact/phone", before.Contact.Phone, after.Contact.Phone);
        changes.Add("contact/email", before.Contact.Email, after.Contact.Email);
        changes.Add("contact/email-public", DiffWords.Told(before.Contact.EmailIsPublic), DiffWords.Told(after.Contact.EmailIsPublic));
        changes.Add("contact/website", before.Contact.Website, after.Contact.Website);
        changes.Add("photo", before.Photo?.Alt, DiffWords.Photo(before.Photo, after.Photo));
        return changes.All;
    }

    private static void Online(OnlineSessions? before, OnlineSessions? after, Changes changes)
    {
        if (before is not null && after is not null)
        {
            changes.Add("online/hours", DiffWords.Hours(before.Hours), DiffWords.Hours(after.Hours));
        }
        else
        {
            changes.Add("online", DiffWords.Online(before), DiffWords.Online(after));
        }
    }

    /// <summary>Entries that stayed field by field, those that went and came as wholes, and the order of those that stayed.</summary>
    private static void Each<T>(
        string path,
        IReadOnlyList<T> before,
        IReadOnlyList<T> after,
        Func<T, string> key,
        Func<T, string> name,
        Func<T, IEnumerable<(string Part, string? Words)>> fields,
        Changes changes,
        Action<T, T>? more = null)
        where T : class
    {
        var now = after.ToDictionary(key);
        foreach (var old in before)
        {
            if (!now.TryGetValue(key(old), out var same))
            {
                changes.Add($"{path}/{key(old)}", Whole(name(old), fields(old)), null);
                continue;
            }

            foreach (var ((part, was), (_, isNow)) in fields(old).Zip(fields(same)))
            {
                changes.Add(part.Length == 0 ? $"{path}/{key(old)}" : $"{path}/{key(old)}/{part}", was, isNow);
            }

            more?.Invoke(old, same);
        }

        var were = before.Select(key).ToHashSet();
        foreach (var added in after.Where(n => !were.Contains(key(n))))
        {
            changes.Add($"{path}/{key(added)}", null, Whole(name(added), fields(added)));
        }

        var (stayed, stay) = (before.Where(o => now.ContainsKey(key(o))).ToList(), after.Where(n => were.Contains(key(n))).ToList());
        if (!stayed.Select(key).SequenceEqual(stay.Select(key)))
        {
            changes.AddAnyway(path, DiffWords.Listed(stayed.Select(name)), DiffWords.Listed(stay.Select(name)));
        }
    }

    private static string Whole(string name, IEnumerable<(string Part, string? Words)> fields) =>
        string.Join('\n', fields.Select(f => f.Words).OfType<string>().Prepend(name).Distinct());

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

        public void Moved(string path, bool hasMoved, int metres)
        {
            if (hasMoved)
            {
                all.Add(new FieldChange(new FieldPath(path), null, null, Math.Max(1, metres)));
            }
        }
    }
}
