using System.Text.RegularExpressions;
using PractitionerFinder.Core.Geography.Places.Index;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Core.Finder;

/// <summary>What a text on a technique or problem was understood as.</summary>
/// <param name="Techniques">Slugs, each once, in the order of the text.</param>
/// <param name="Area">Slug of the part of the body; null when none was named.</param>
/// <param name="Words">What was not understood, for a search in the words of listings; null when everything was.</param>
public sealed record Topics(IReadOnlyList<string> Techniques, string? Area, string? Words);

/// <summary>A technique or part of the body that may be meant by what was typed.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Label">Its name.</param>
/// <param name="IsArea">Whether it is a part of the body.</param>
/// <param name="Matched">The other word for it that was found; null when it was its name.</param>
public sealed record TopicSuggestion(string Slug, string Label, bool IsArea, string? Matched);

/// <summary>
/// Reads the one field in which people say what they look for: techniques by any name, alias or plain word, a part of the body,
/// and words that neither of them explains. It knows only the words of the vocabulary.
/// </summary>
public sealed partial class TopicReader
{
    /// <summary>Fewer letters begin too many names to suggest one.</summary>
    public const int ShortestSuggestion = 2;

    // Fewer letters are another word as often as the same one misspelt.
    private const int ShortestCorrected = 6;
    private const int ShortestPrefix = 4;

    /// <summary>Words that say nothing more once something else was understood.</summary>
    private static readonly HashSet<string> Fillers =
    [
        "a", "ache", "aches", "aching", "and", "around", "at", "bad", "chronic", "discomfort", "for", "from", "help", "hurting", "hurts", "i", "in",
        "is", "massage", "me", "my", "near", "of", "on", "or", "pain", "painful", "pains", "problem", "problems", "relief", "session", "sessions", "some",
        "sore", "soreness", "stiff", "stiffness", "therapies", "therapist", "therapists", "therapy", "the", "tight", "tightness", "to", "treatment",
        "treatments", "trouble", "with",
    ];

    // The back of the neck, of my neck and of neck are one.
    private static readonly HashSet<string> Articles = ["a", "an", "her", "his", "my", "the", "your"];

    private readonly Vocabulary vocabulary;
    private readonly IReadOnlyList<Entry> entries;
    private readonly Dictionary<string, Entry> exact;
    private readonly HashSet<string> wordsKnown;
    private readonly HashSet<string> titles;
    private readonly HashSet<(string, string)> openings;
    private readonly int longest;

    /// <summary>Gathers the words of a vocabulary. One that stands for two techniques or two parts is left out: nobody can say which is meant.</summary>
    public TopicReader(Vocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        entries =
        [
            .. vocabulary.Techniques.SelectMany(t => EntriesOf(t.Slug, t.Name, t.Aliases, isArea: false)),
            .. vocabulary.Areas.SelectMany(a => EntriesOf(a.Slug, a.Name, a.PlainWords, isArea: true)),
        ];
        exact = entries.GroupBy(e => e.Bare, StringComparer.Ordinal)
            .Select(g => g.FirstOrDefault(e => e.IsName) ?? (g.DistinctBy(e => e.Slug).Count() == 1 ? g.First() : null))
            .OfType<Entry>().ToDictionary(e => e.Bare, StringComparer.Ordinal);
        longest = entries.Max(e => e.Words.Count);
        wordsKnown = [.. entries.SelectMany(e => e.Words)];
        titles = [.. vocabulary.Techniques.SelectMany(t => t.TitleWords).Select(w => Bare(PlainWords.Of(w)))];
        openings = [.. entries.Where(e => e.IsArea && e.Words.Count > 2 && (e.Words[1] == "of" || Articles.Contains(e.Words[1]))).Select(e => (e.Words[0], Joint(e.Words[1])))];
    }

    /// <summary>Understands a text. Commas and the like part it; words in quotation marks are taken as they are.</summary>
    public Topics Read(string text)
    {
        var techniques = new List<string>();
        var words = new List<string>();
        string? area = null;
        foreach (System.Text.RegularExpressions.Match phrase in Phrase().Matches(text))
        {
            if (phrase.Groups["quoted"] is { Success: true } quoted)
            {
                words.AddRange(PlainWords.Of(quoted.Value));
            }
            else
            {
                ReadPhrase(PlainWords.Of(phrase.Value), techniques, ref area, words);
            }
        }

        return new Topics(techniques, area, Cut(words));
    }

    /// <summary>The text that is read as these again.</summary>
    /// <param name="techniques">Slugs of the vocabulary.</param>
    /// <param name="area">Slug of the vocabulary, or null.</param>
    /// <param name="words">Plain words, or null.</param>
    public string Describe(IEnumerable<string> techniques, string? area, string? words)
    {
        var names = techniques.Select(t => vocabulary.Technique(t)!.Name).ToList();
        if (area is not null)
        {
            names.Add(vocabulary.Area(area)!.Name);
        }

        if (words is not null)
        {
            names.Add(Read(words) is { Techniques: [], Area: null, Words: var again } && again == words ? words : $"“{words}”");
        }

        return string.Join(", ", names);
    }

    /// <summary>What the last words of a text, after its last comma, may become: by name, then by another word, then nearly.</summary>
    public IReadOnlyList<TopicSuggestion> Suggest(string? text, int limit)
    {
        var words = PlainWords.Of(text?[(text.LastIndexOf(',') + 1)..] ?? "");
        var typed = string.Join(' ', words);
        var bare = Bare(words);
        return typed.Length < ShortestSuggestion
            ? []
            :
            [
                .. entries.Select((e, i) => (Entry: e, Rank: Rank(e, e.Plain, typed) ?? (bare.Length < ShortestSuggestion ? null : Rank(e, e.Bare, bare)), Index: i))
                    .Where(e => e.Rank is not null)
                    .OrderBy(e => e.Rank).ThenBy(e => e.Index)
                    .DistinctBy(e => (e.Entry.Slug, e.Entry.IsArea))
                    .Take(limit)
                    .Select(e => new TopicSuggestion(e.Entry.Slug, e.Entry.Name, e.Entry.IsArea, e.Entry.IsName ? null : e.Entry.Text)),
            ];
    }

    private static IEnumerable<Entry> EntriesOf(string slug, string name, IEnumerable<string> others, bool isArea) => others
        .Select(text => new Entry(slug, name, text, PlainWords.Of(text), isArea, IsName: false))
        .Prepend(new Entry(slug, name, name, PlainWords.Of(name), isArea, IsName: true));

    private static int? Rank(Entry entry, string plain, string typed)
    {
        var begins = plain.StartsWith(typed, StringComparison.Ordinal);
        var within = plain.Contains(" " + typed, StringComparison.Ordinal);
        return begins && entry.IsName ? 0
            : within && entry.IsName ? 1
            : begins ? 2
            : within ? 3
            : IsNearly(plain, typed) ? 4
            : null;
    }

    private static bool IsNearly(string plain, string typed) =>
        typed.Length >= ShortestCorrected && plain[0] == typed[0] && Math.Abs(plain.Length - typed.Length) <= 1 && EditDistance.Within<char>(plain, typed, 1) <= 1;

    private static string? Cut(List<string> words)
    {
        while (words.Count > 0 && string.Join(' ', words).Length > SearchCriteria.QMaxLength)
        {
            words.RemoveAt(words.Count - 1);
        }

        return words.Count > 0 ? string.Join(' ', words) : null;
    }

    /// <summary>The longest phrase that is known comes first; what is left over is kept unless it says nothing more.</summary>
    private void ReadPhrase(IReadOnlyList<string> phrase, List<string> techniques, ref string? area, List<string> words)
    {
        if (Beginning(phrase) is { } begun)
        {
            Take(begun, phrase, techniques, ref area, words);
            return;
        }

        var left = new List<string>();
        var openers = new HashSet<int>();
        var isUnderstood = false;
        for (var i = 0; i < phrase.Count;)
        {
            var length = Math.Min(longest, phrase.Count - i);
            Entry? known = null;
            for (; length > 0 && (known = KnownAt(phrase, i, length)) is null;)
            {
                length--;
            }

            // The back of the leg is no back, and behind the ear is no behind.
            var isOpening = i + 1 < phrase.Count && openings.Contains((phrase[i], Joint(phrase[i + 1])));
            if (isOpening && (known is null || length == 1))
            {
                openers.Add(left.Count);
                known = null;
            }

            if (known is null)
            {
                left.Add(phrase[i++]);
                continue;
            }

            isUnderstood = true;
            Take(known, [.. phrase.Skip(i).Take(length)], techniques, ref area, left);
            i += length;
        }

        words.AddRange(isUnderstood ? left.Where((w, at) => !Fillers.Contains(w) && !openers.Contains(at)) : left);
    }

    /// <summary>One part of the body can be searched for: another stays as words.</summary>
    private static void Take(Entry known, IReadOnlyList<string> said, List<string> techniques, ref string? area, List<string> words)
    {
        if (!known.IsArea)
        {
            if (!techniques.Contains(known.Slug))
            {
                techniques.Add(known.Slug);
            }
        }
        else if (area is null || area == known.Slug)
        {
            area = known.Slug;
        }
        else
        {
            words.AddRange(said);
        }
    }

    // An article at either end belongs to what stands beside it.
    private Entry? KnownAt(IReadOnlyList<string> phrase, int at, int length) =>
        Articles.Contains(phrase[at]) || Articles.Contains(phrase[at + length - 1]) ? null : Known([.. phrase.Skip(at).Take(length)]);

    private Entry? Known(IReadOnlyList<string> words)
    {
        var bare = Bare(words);
        return exact.GetValueOrDefault(bare)
            ?? (bare.EndsWith('s') ? exact.GetValueOrDefault(bare[..^1]) : exact.GetValueOrDefault(bare + "s"))
            ?? (words.All(wordsKnown.Contains) ? null : One(entries.Where(e => IsNearly(e.Bare, bare) && !titles.Contains(e.Bare))));
    }

    /// <summary>A whole phrase that begins one thing's names only, or else one thing's other words.</summary>
    private Entry? Beginning(IReadOnlyList<string> words)
    {
        var phrase = Bare(words);
        if (phrase.Length < ShortestPrefix || words.All(Fillers.Contains) || Known(words) is not null)
        {
            return null;
        }

        var begun = entries.Where(e => e.Bare.StartsWith(phrase, StringComparison.Ordinal)).ToList();
        if (begun.Count == 0 && phrase.EndsWith('s'))
        {
            begun = [.. entries.Where(e => e.Bare.StartsWith(phrase[..^1] + " ", StringComparison.Ordinal))];
        }

        return begun.Exists(e => e.IsName) ? One(begun.Where(e => e.IsName)) : One(begun);
    }

    /// <summary>The words as they are compared: without articles, a therapist by the therapy.</summary>
    private static string Bare(IEnumerable<string> words) =>
        string.Join(' ', words.Where(w => !Articles.Contains(w)).Select(w => w is "therapist" or "therapists" or "therapies" ? "therapy" : w));

    private static string Joint(string word) => Articles.Contains(word) ? "the" : word;

    private static Entry? One(IEnumerable<Entry> found) => found.DistinctBy(e => (e.Slug, e.IsArea)).Take(2).ToList() is [var only] ? only : null;

    [GeneratedRegex("""[“"](?<quoted>[^”"]*)[”"]?|[^,;/+“"\n]+""")]
    private static partial Regex Phrase();

    /// <summary>A name or other word of a technique or part of the body.</summary>
    private sealed record Entry(string Slug, string Name, string Text, IReadOnlyList<string> Words, bool IsArea, bool IsName)
    {
        public string Plain { get; } = string.Join(' ', Words);

        public string Bare { get; } = TopicReader.Bare(Words);
    }
}
