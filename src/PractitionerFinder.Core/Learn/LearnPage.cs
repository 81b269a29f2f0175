namespace PractitionerFinder.Core.Learn;

/// <summary>What a page is about; the files of a kind lie in a folder of its address's name.</summary>
public enum LearnKind
{
    /// <summary>Something that practitioners do.</summary>
    Technique = 0,

    /// <summary>Something that people have.</summary>
    Condition = 1,

    /// <summary>Something to do by oneself.</summary>
    SelfCare = 2,

    /// <summary>A longer read.</summary>
    Article = 3,
}

/// <summary>Where a page stands in the hub.</summary>
public enum LearnTopic
{
    /// <summary>Pain by where it is felt.</summary>
    Conditions = 0,

    /// <summary>How pain and tissue work, as far as anybody knows.</summary>
    Understanding = 1,

    /// <summary>Finding somebody and going there.</summary>
    Choosing = 2,

    /// <summary>What to do by oneself.</summary>
    LookingAfterYourself = 3,

    /// <summary>How this site knows what it says.</summary>
    HowWeWork = 4,
}

/// <summary>What brings a reader.</summary>
public enum LearnNeed
{
    /// <summary>To know what the pain is.</summary>
    UnderstandMyPain = 0,

    /// <summary>To know what may help.</summary>
    FindWhatMayHelp = 1,

    /// <summary>To do something oneself.</summary>
    TrySomethingMyself = 2,

    /// <summary>To choose whom to go to.</summary>
    ChooseSomeone = 3,

    /// <summary>To know what a session will be like.</summary>
    PrepareForASession = 4,

    /// <summary>To know how far to trust what is written here.</summary>
    KnowHowSureYouAre = 5,
}

/// <summary>A page that teaches, ready to be shown.</summary>
public sealed record LearnPage
{
    /// <summary>The heading of the key points, which come first.</summary>
    public const string InShort = "In short";

    // Slower than the 238 words a minute of an average adult reading non-fiction (Brysbaert, Journal of Memory and Language
    // 109, 2019): whoever reads this may be tired or in pain.
    private const int WordsAMinute = 200;

    /// <summary>What it is about.</summary>
    public required LearnKind Kind { get; init; }

    /// <summary>Last part of the address; unique in its kind.</summary>
    public required string Slug { get; init; }

    /// <summary>Title as shown.</summary>
    public required string Title { get; init; }

    /// <summary>What people type for it; for search and redirects only, never shown as a claim.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>A sentence or two on what the page holds.</summary>
    public required string Summary { get; init; }

    /// <summary>Where it stands in the hub; null for a technique, which has an index of its own.</summary>
    public LearnTopic? Topic { get; init; }

    /// <summary>What brings its readers.</summary>
    public required IReadOnlyList<LearnNeed> Needs { get; init; }

    /// <summary>Slugs of the parts of the body it concerns.</summary>
    public required IReadOnlyList<string> Areas { get; init; }

    /// <summary>Slugs of the techniques it speaks of; of a page on a technique, its own.</summary>
    public required IReadOnlyList<string> Techniques { get; init; }

    /// <summary>Research and finding; null where none is graded under the title.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>The sections in order.</summary>
    public required IReadOnlyList<LearnSection> Sections { get; init; }

    /// <summary>The sources cited, in the order in which they are first named: the first is number 1.</summary>
    public required IReadOnlyList<Reference> Sources { get; init; }

    /// <summary>Addresses of pages to read next.</summary>
    public required IReadOnlyList<string> Related { get; init; }

    /// <summary>Day on which an article came out; null for what is no article.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Day on which the text was last compared with its sources.</summary>
    public required DateOnly CheckedOn { get; init; }

    /// <summary>Day by which it is to be compared again.</summary>
    public required DateOnly ReviewBy { get; init; }

    /// <summary>What every page on a technique has, in this order; key points may come before.</summary>
    public static IReadOnlyList<string> TechniqueHeadings { get; } =
    [
        "What it is", "What practitioners say", "What the evidence says", "What a session is like",
        "Who should avoid it, or check first", "Training and titles", "Questions to ask",
    ];

    /// <summary>The page's own path, which begins with a slash.</summary>
    public string Address => AddressOf(Kind, Slug);

    /// <summary>How long reading it takes, in whole minutes, at least one.</summary>
    public int Minutes => Math.Max(1, (int)Math.Round(Sections.Sum(s => s.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length) / (double)WordsAMinute));

    /// <summary>The folder and first part of the address of a kind.</summary>
    public static string FolderOf(LearnKind kind) => kind switch
    {
        LearnKind.Technique => "techniques",
        LearnKind.Condition => "conditions",
        LearnKind.SelfCare => "self-care",
        _ => "articles",
    };

    /// <summary>The path of a page, which begins with a slash.</summary>
    public static string AddressOf(LearnKind kind, string slug) => $"/{FolderOf(kind)}/{slug}";

    /// <summary>The section of a heading, or null.</summary>
    public LearnSection? Section(string heading) => Sections.FirstOrDefault(s => s.Heading == heading);
}

/// <summary>A section of a page.</summary>
/// <param name="Heading">Its heading; no other section of the page has it.</param>
/// <param name="Id">Its place within the page.</param>
/// <param name="Blocks">What it holds, in order.</param>
public sealed record LearnSection(string Heading, string Id, IReadOnlyList<LearnBlock> Blocks)
{
    /// <summary>Its words as plain text, a paragraph or item of a list on each line; without what the site draws in.</summary>
    public string Text => string.Join('\n', Blocks.Where(b => b.Insert is null).Select(b => b.Text));
}

/// <summary>A stretch of text, or something that the site draws.</summary>
/// <param name="Html">The text, as HTML of our own making: paragraphs, lists, tables and numbered links to the sources.</param>
/// <param name="Text">The same as plain text.</param>
/// <param name="Insert">What is drawn here, such as "care" or "figure fascia-layers"; null for text.</param>
public sealed record LearnBlock(string Html, string Text, string? Insert);
