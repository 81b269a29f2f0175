using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography.Places.Index;

namespace PractitionerFinder.Core.Learn;

/// <summary>A stretch of text, and whether it is one of the words that were looked for.</summary>
public readonly record struct TextRun(string Text, bool IsMatch);

/// <summary>A page that was found.</summary>
/// <param name="Page">The page.</param>
/// <param name="Title">Its title, with the words that were found.</param>
/// <param name="Excerpt">The line that says most about the words, or its summary.</param>
/// <param name="Section">The section of the excerpt; null for the summary.</param>
public sealed record LearnHit(LearnPage Page, IReadOnlyList<TextRun> Title, IReadOnlyList<TextRun> Excerpt, LearnSection? Section);

/// <summary>What was found.</summary>
/// <param name="Hits">The pages, the best first.</param>
/// <param name="HasAll">Whether each has all of the words; if no page has, the pages are those that have most of them.</param>
public sealed record LearnHits(IReadOnlyList<LearnHit> Hits, bool HasAll);

/// <summary>
/// Finds pages by the words in them: whole words, their beginnings, and words with a letter wrong. A word counts most in a
/// title or other name, then in the summary, a heading and the text.
/// </summary>
public sealed class LearnSearch
{
    /// <summary>The longest text that is looked for, in characters.</summary>
    public const int QueryMaxLength = 100;

    private const int MostWords = 12;
    private const int ExcerptLength = 220;

    // Fewer letters begin, or are nearly, too many other words.
    private const int ShortestPrefix = 3;
    private const int ShortestWithOneWrong = 5;
    private const int ShortestWithTwoWrong = 9;

    private const double InTitle = 8;
    private const double InSummary = 3;
    private const double InHeading = 2;
    private const double InText = 1;

    /// <summary>Words that stand on every page and tell none from another.</summary>
    private static readonly HashSet<string> Fillers =
    [
        "a", "about", "an", "and", "are", "at", "be", "can", "do", "does", "for", "from", "get", "has", "have", "how", "i", "if", "in", "is", "it",
        "me", "my", "of", "on", "or", "the", "this", "to", "what", "when", "where", "which", "who", "why", "with", "you", "your",
    ];

    private readonly IReadOnlyList<LearnPage> pages;

    /// <summary>Every word, with the pages it stands on and the weight it has there.</summary>
    private readonly Dictionary<string, Dictionary<int, double>> index = new(StringComparer.Ordinal);

    /// <summary>The words that a reader sees. Other names of a page hold misspellings too, of which there is nothing to show.</summary>
    private readonly HashSet<string> shown = new(StringComparer.Ordinal);

    /// <summary>Reads the words of the pages.</summary>
    public LearnSearch(IReadOnlyList<LearnPage> pages)
    {
        this.pages = pages;
        for (var i = 0; i < pages.Count; i++)
        {
            var page = pages[i];
            Add(i, InTitle, [page.Title, .. page.Aliases]);
            shown.UnionWith(PlainWords.Of($"{page.Title} {page.Summary}"));
            shown.UnionWith(page.Sections.SelectMany(s => PlainWords.Of($"{s.Heading} {s.Text}")));
            Add(i, InSummary, [page.Summary]);
            Add(i, InHeading, page.Sections.Select(s => s.Heading));
            Add(i, InText, page.Sections.Select(s => s.Text));
        }
    }

    /// <summary>The pages that a text leads to.</summary>
    /// <param name="query">What was typed; longer than <see cref="QueryMaxLength"/> is cut.</param>
    public LearnHits Find(string query)
    {
        var typed = PlainWords.Of(query.Length > QueryMaxLength ? query[..QueryMaxLength] : query).Distinct().Take(MostWords).ToList();
        var words = typed.Exists(w => !Fillers.Contains(w)) ? typed.Where(w => !Fillers.Contains(w)).ToList() : typed;
        var known = words.Select(Alike).ToList();
        var scores = new (int Words, double Weight)[pages.Count];
        foreach (var alike in known)
        {
            var best = new Dictionary<int, double>();
            foreach (var (word, likeness) in alike)
            {
                foreach (var (page, weight) in index[word])
                {
                    best[page] = Math.Max(best.GetValueOrDefault(page), weight * likeness);
                }
            }

            foreach (var (page, weight) in best)
            {
                // A word that few pages have says more than one that all have.
                scores[page] = (scores[page].Words + 1, scores[page].Weight + (weight * Math.Log(1 + (pages.Count / (double)best.Count))));
            }
        }

        var most = scores.Length == 0 ? 0 : scores.Max(s => s.Words);
        var found = known.SelectMany(alike => alike).Select(a => a.Word).ToHashSet();
        return new LearnHits(
            most == 0 ? [] : [.. scores.Index().Where(s => s.Item.Words == most).OrderByDescending(s => s.Item.Weight).ThenBy(s => s.Index).Select(s => Show(pages[s.Index], found))],
            most == words.Count);
    }

    private static LearnHit Show(LearnPage page, HashSet<string> found)
    {
        var (line, section) = page.Sections.SelectMany(s => s.Text.Split('\n').Select(line => (Line: line, Section: (LearnSection?)s)))
            .Prepend((Line: page.Summary, Section: null))
            .MaxBy(l => PlainWords.Of(l.Line).Distinct().Count(found.Contains));
        return new LearnHit(page, Mark(page.Title, found), Mark(Cut(line, found), found), section);
    }

    /// <summary>The part of a long line that begins a little before the first word that was found.</summary>
    private static string Cut(string line, HashSet<string> found)
    {
        if (line.Length <= ExcerptLength)
        {
            return line;
        }

        var at = Words(line).FirstOrDefault(w => found.Contains(PlainWords.Line(w.Text))).Start;
        var start = at < ExcerptLength / 2 ? 0 : line.LastIndexOf(' ', at - (ExcerptLength / 4)) + 1;
        var end = line.Length - start <= ExcerptLength ? line.Length : line.LastIndexOf(' ', start + ExcerptLength);
        return $"{(start > 0 ? "… " : "")}{line[start..end]}{(end < line.Length ? " …" : "")}";
    }

    private static List<TextRun> Mark(string text, HashSet<string> found)
    {
        var runs = new List<TextRun>();
        var from = 0;
        foreach (var (word, start) in Words(text).Where(w => PlainWords.Of(w.Text).Any(found.Contains)))
        {
            if (start > from)
            {
                runs.Add(new TextRun(text[from..start], IsMatch: false));
            }

            runs.Add(new TextRun(word, IsMatch: true));
            from = start + word.Length;
        }

        return from < text.Length ? [.. runs, new TextRun(text[from..], IsMatch: false)] : runs;
    }

    private static IEnumerable<(string Text, int Start)> Words(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '’' or '\''))
            {
                i++;
            }

            if (i > start)
            {
                yield return (text[start..i], start);
            }
        }
    }

    private void Add(int page, double weight, IEnumerable<string> texts)
    {
        foreach (var (word, count) in texts.SelectMany(PlainWords.Of).CountBy(w => w, StringComparer.Ordinal))
        {
            var places = index.TryGetValue(word, out var known) ? known : index[word] = [];
            places[page] = places.GetValueOrDefault(page) + (weight * (1 + Math.Log(count)));
        }
    }

    /// <summary>The words of the pages that a typed word may be, and how like they are: 1 for itself.</summary>
    private List<(string Word, double Likeness)> Alike(string typed)
    {
        var near = index.Keys.Select(word => (Word: word, Likeness: LikenessOf(word, typed))).Where(w => w.Likeness > 0).ToList();

        // A misspelling is looked for only where the word itself, or one that it begins, is not to be found.
        return near.Exists(w => w.Likeness > 0.5 && shown.Contains(w.Word)) ? [.. near.Where(w => w.Likeness > 0.5)] : near;
    }

    private static double LikenessOf(string word, string typed)
    {
        if (word == typed)
        {
            return 1;
        }

        if (typed.Length >= ShortestPrefix && word.StartsWith(typed, StringComparison.Ordinal))
        {
            return 0.8;
        }

        // Of "headaches", "headache" is found too.
        if (word.Length >= ShortestPrefix && typed == word + "s")
        {
            return 0.9;
        }

        var wrong = typed.Length >= ShortestWithTwoWrong ? 2 : typed.Length >= ShortestWithOneWrong ? 1 : 0;
        return wrong > 0 && word[0] == typed[0] && Math.Abs(word.Length - typed.Length) <= wrong && EditDistance.Within<char>(word, typed, wrong) <= wrong ? 0.5 : 0;
    }
}
