using System.Collections.Frozen;
using PractitionerFinder.Core.Finder.Saving;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>
/// The index engine: published listings in memory, as they were at one point of the feed of changes. It never changes, so that any
/// number of threads may ask it; <see cref="With"/> makes another that knows of changes.
/// </summary>
public sealed class ListingIndex
{
    [ThreadStatic]
    private static (Lexicon? Lexicon, Tally? Tally) mine;

    [ThreadStatic]
    private static MapGrid? grid;

    private static readonly NumberedWords SettingWords = new([.. Enum.GetValues<Setting>().Select(s => s.Word())]);
    private static readonly NumberedWords NeedWords = new([.. SearchCriteria.NeedWords.Select(n => n.Word)]);
    private static readonly NumberedWords AcceptingWords = new([.. Enum.GetValues<Accepting>().Select(a => a.Word())]);
    private static readonly NumberedWords VerifiedWords = new([Facets.VerifiedWord]);

    private readonly Vocabulary vocabulary;
    private readonly Lexicon lexicon;
    private readonly WayTable table;
    private readonly FrozenDictionary<long, IndexedListing?> changes;
    private readonly WayTable? changed;
    private readonly ulong[]? dead;
    private readonly OnlineMatches onlineMatches = new();
    private readonly NumberedWords languages;

    private ListingIndex(
        Vocabulary vocabulary, Lexicon lexicon, WayTable table, FrozenDictionary<long, IndexedListing?> changes, long sequence)
    {
        this.vocabulary = vocabulary;
        this.lexicon = lexicon;
        this.table = table;
        this.changes = changes;
        Sequence = sequence;
        if (changes.Count > 0)
        {
            changed = TableOf(lexicon, changes.Values.OfType<IndexedListing>());
            dead = Dead(table, changes);
        }

        languages = lexicon.Languages();
    }

    /// <summary>How far along the feed of changes it is.</summary>
    public long Sequence { get; }

    /// <summary>How many listings changed since it was built from scratch: with many of them it is time to build it anew.</summary>
    public int Changes => changes.Count;

    /// <summary>Builds an index.</summary>
    /// <param name="listings">Every published listing; each is read once and not kept.</param>
    /// <param name="vocabulary">The words in force: at most 128 techniques and as many areas.</param>
    /// <param name="sequence">The change that <paramref name="listings"/> are sure to hold.</param>
    /// <exception cref="ArgumentException">The vocabulary is too large.</exception>
    public static ListingIndex Build(IEnumerable<IndexedListing> listings, Vocabulary vocabulary, long sequence)
    {
        var lexicon = new Lexicon(vocabulary);
        return new ListingIndex(vocabulary, lexicon, TableOf(lexicon, listings), FrozenDictionary<long, IndexedListing?>.Empty, sequence);
    }

    /// <summary>The index after changes. One caller at a time.</summary>
    /// <param name="news">Listings as they are now, by id; null of those that are no longer published.</param>
    /// <param name="sequence">The last change among them.</param>
    public ListingIndex With(IReadOnlyDictionary<long, IndexedListing?> news, long sequence)
    {
        var all = changes.ToDictionary();
        foreach (var (id, listing) in news)
        {
            all[id] = listing;
        }

        return new ListingIndex(vocabulary, lexicon, table, all.ToFrozenDictionary(), sequence);
    }

    /// <summary>The index as it was built, without changes.</summary>
    internal void Save(SectionWriter sections)
    {
        lexicon.Save(sections);
        table.Save(sections);
    }

    internal static ListingIndex Load(SectionReader sections, Vocabulary vocabulary, long sequence)
    {
        var lexicon = new Lexicon(vocabulary);
        lexicon.Load(sections);
        return new ListingIndex(vocabulary, lexicon, WayTable.Load(sections, lexicon), FrozenDictionary<long, IndexedListing?>.Empty, sequence);
    }

    /// <summary>Answers a question as <see cref="SearchRules.Evaluate"/> says.</summary>
    /// <param name="criteria">The question.</param>
    /// <param name="depth">What is asked for: the rest of the answer is left empty.</param>
    public SearchAnswer Search(SearchCriteria criteria, SearchDepth depth = SearchDepth.Everything)
    {
        var tally = TallyOf();
        var question = new Question(criteria, lexicon, languages);
        var skipped = (long)(criteria.Page - 1) * criteria.PageSize;
        Run(question, tally, depth, (int)Math.Min(Tally.MostKept, skipped + criteria.PageSize));
        var total = tally.Total;
        var facets = FacetsOf(tally, depth);
        var page = PageOf(question, tally, skipped, criteria.PageSize, total);
        return depth != SearchDepth.Everything ? new SearchAnswer(total, page, facets, [])
            : new SearchAnswer(total, page, facets, total < SearchAnswer.Few ? LadderOf(criteria, total, tally) : [])
            {
                Beyond = total == 0 ? BeyondOf(criteria) : [],
            };
    }

    /// <summary>
    /// The places in a view at which people are seen by those who match, as <see cref="SearchRules.Evaluate"/> says of every rule but that of reach: a place
    /// counts when its setting is wanted and it meets what is needed. Where the question starts from has no say.
    /// </summary>
    public MapAnswer Map(SearchCriteria criteria, MapView view)
    {
        var tally = TallyOf();
        tally.Begin(SearchDepth.Page, keep: 0, languages.Count);
        var question = new Question(criteria with { Origin = null }, lexicon, languages);
        var cells = grid ??= new MapGrid();
        var mayTakeCounts = true;
        for (var level = view.Level; ;)
        {
            cells.Begin(view, level);
            var search = new TableSearch(table, dead, question, tally);
            search.Map(cells, mayTakeCounts);
            if (changed is not null)
            {
                new TableSearch(changed, null, question, tally, areChanges: true).Map(cells, mayTakeCounts: false);
            }

            if (new MapReader(cells, table, changed, search).Read(out var isTooMuch) is { } answer)
            {
                return answer;
            }

            // So few that each is shown are met one by one.
            mayTakeCounts &= isTooMuch;
            level = cells.Level - (isTooMuch ? 1 : 0);
        }
    }

    private static WayTable TableOf(Lexicon lexicon, IEnumerable<IndexedListing> listings)
    {
        var builder = new WayTableBuilder(lexicon, listings.TryGetNonEnumeratedCount(out var count) ? count : 0);
        foreach (var listing in listings)
        {
            builder.Add(listing);
        }

        return builder.Build();
    }

    private static ulong[] Dead(WayTable table, FrozenDictionary<long, IndexedListing?> changes)
    {
        var dead = new ulong[(table.Count + 63) / 64];
        for (var row = 0; row < table.Count; row++)
        {
            dead[row >> 6] |= changes.ContainsKey(table.IdOf(row)) ? 1UL << row : 0;
        }

        return dead;
    }

    private Tally TallyOf()
    {
        if (mine.Lexicon != lexicon)
        {
            mine = (lexicon, new Tally(lexicon));
        }

        return mine.Tally!;
    }

    private void Run(Question question, Tally tally, SearchDepth depth, int keep, Tally.Candidate? behind = null)
    {
        tally.Begin(depth, keep, languages.Count, behind);
        new TableSearch(table, dead, question, tally, onlineMatches).Run();
        if (changed is not null)
        {
            new TableSearch(changed, null, question, tally, areChanges: true).Run();
        }
    }

    private int Count(SearchCriteria criteria)
    {
        var tally = TallyOf();
        Run(new Question(criteria, lexicon, languages), tally, SearchDepth.Page, keep: 0);
        return tally.Total;
    }

    /// <summary>The results of a page. A page far down is come to by as many rounds as its results fill.</summary>
    private List<Found> PageOf(Question question, Tally tally, long skipped, int size, int total)
    {
        if (skipped >= total)
        {
            return [];
        }

        var passed = 0L;
        var page = new List<Found>(size);
        while (true)
        {
            foreach (var candidate in tally.Best)
            {
                if (passed++ >= skipped && page.Count < size)
                {
                    page.Add(FoundOf(question, candidate));
                }
            }

            if (page.Count == size || passed >= total || tally.Kept == 0)
            {
                return page;
            }

            Run(question, tally, SearchDepth.Page, (int)Math.Min(Tally.MostKept, skipped + size - passed), tally.Worst);
        }
    }

    private Found FoundOf(Question question, in Tally.Candidate candidate)
    {
        var (rows, row) = (candidate.IsChange ? changed! : table, candidate.Row);
        var by = row < rows.Places ? MatchedBy.Clinic : row < rows.Places + rows.Visits ? MatchedBy.Visit : MatchedBy.Online;
        return new Found(candidate.Id, by == MatchedBy.Online
            ? new Match(by, null, null, null)
            : new Match(by, question.Point is null ? null : candidate.Metres, rows.PointOf(row), rows.KeyOf(row)));
    }

    private Facets FacetsOf(Tally tally, SearchDepth depth)
    {
        if (depth == SearchDepth.Page)
        {
            return Facets.None;
        }

        var techniques = new WordCounts(lexicon.Techniques, tally.Techniques);
        return depth != SearchDepth.Everything ? Facets.None with { Technique = techniques } : new Facets
        {
            Technique = techniques,
            Setting = new WordCounts(SettingWords, tally.Settings),
            Language = new WordCounts(languages, tally.Languages),
            Area = new WordCounts(lexicon.Areas, tally.Areas),
            Need = new WordCounts(NeedWords, tally.Needs),
            Accepting = new WordCounts(AcceptingWords, tally.Accepting),
            Verified = new WordCounts(VerifiedWords, [tally.Verified]),
        };
    }

    private IReadOnlyList<Relaxation> LadderOf(SearchCriteria criteria, int total, Tally whole)
    {
        var climb = new Climb(criteria, total, vocabulary);
        while (climb.Next is { } next)
        {
            // A page further down was come to by rounds that count no facets, and neither do these: what the first has seen stands.
            var more = next.Change == "drop" ? TableSearch.MoreWithout(next.Value, criteria, whole) : null;
            climb.Counted(more is { } known ? total + known : Count(next.Criteria));
        }

        return climb.Relaxations;
    }

    /// <summary>The nearest beyond the radius.</summary>
    private List<Found> BeyondOf(SearchCriteria criteria)
    {
        var tally = TallyOf();
        Question? question = null;
        foreach (var wider in Ladder.Beyond(criteria))
        {
            question = new Question(wider, lexicon, languages);
            Run(question, tally, SearchDepth.Page, SearchAnswer.MostBeyond);
            if (tally.Kept == SearchAnswer.MostBeyond)
            {
                break;
            }
        }

        var found = new List<Found>();
        foreach (var candidate in question is null ? [] : tally.Best)
        {
            found.Add(FoundOf(question!, candidate));
        }

        return found;
    }
}
