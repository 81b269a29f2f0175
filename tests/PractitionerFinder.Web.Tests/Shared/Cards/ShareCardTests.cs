using System.Buffers.Binary;
using System.Text.RegularExpressions;
using PractitionerFinder.Web.Shared.Cards;
using PractitionerFinder.Web.Shell;
using SkiaSharp;

namespace PractitionerFinder.Web.Tests.Shared.Cards;

public sealed partial class ShareCardTests : IDisposable
{
    private const int LongestTitle = 120;

    private static readonly ShareCardText CrossFibre = new(
        "Technique", "Cross-fibre release", "Firm rubbing across the line of a tendon or a scar.", 1, "no clear benefit shown, two tiny trials");

    private static readonly ShareCardText Longest = new(
        "Article",
        "Blood thinners, pregnancy, recent surgery and other things that a practitioner needs to hear about before they may begin",
        string.Join(' ', Enumerable.Repeat("Some conditions change what is safe, and this is a list of what to say before a session.", 4)),
        4,
        "mixed results, modest and mostly short-term, from trials that were small and of low quality, with a good deal left to learn");

    private readonly ShareCard card = new();

    public static TheoryData<string> DifficultTitles => new(
        "",
        "Cupping",
        Longest.Title,
        new string('W', LongestTitle),
        new string('i', LongestTitle),
        "Pneumonoultramicroscopicsilicovolcanoconiosis",
        "Non-breaking\u00a0spaces\u00a0hold\u00a0every\u00a0word\u00a0of\u00a0this\u00a0title\u00a0together\u00a0from\u00a0its\u00a0first\u00a0to\u00a0its\u00a0last",
        string.Join(' ', Enumerable.Repeat("MWMWMWMWM", LongestTitle / 10)),
        "A title\nin two\tlines, with E\u0301 in two parts");

    public void Dispose() => card.Dispose();

    [Fact]
    public void Is_a_png_of_1200_by_630()
    {
        var png = card.Draw(CrossFibre);

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        Assert.Equal(1200, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(630, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }

    [Theory]
    [MemberData(nameof(DifficultTitles))]
    public void Stays_under_120_kilobytes(string title)
    {
        Assert.InRange(card.Draw(Longest with { Title = title }).Length, 1, 120 * 1024);
    }

    [Theory]
    [MemberData(nameof(DifficultTitles))]
    public void Nothing_is_written_into_the_margins(string title)
    {
        foreach (var text in new[] { Longest with { Title = title }, Longest with { Title = title, Summary = new string('w', 400), Strokes = null } })
        {
            using var picture = SKBitmap.Decode(card.Draw(text));

            AssertPaper(picture, new SKRectI(0, 0, 60, 630));
            AssertPaper(picture, new SKRectI(0, 0, 880, 50));
            AssertPaper(picture, new SKRectI(0, 580, 880, 630));
            AssertPaper(picture, new SKRectI(828, 0, 880, 630));
        }
    }

    [Fact]
    public void Title_summary_and_finding_leave_each_other_their_room()
    {
        using var picture = SKBitmap.Decode(card.Draw(Longest));
        var rows = Enumerable.Range(120, 580 - 120).Select(y => Enumerable.Range(60, 768).All(x => picture.GetPixel(x, y) == Paper)).ToList();

        // Kind, three lines of the title, two of the summary, the rule, two lines of the finding and one of the research: each begins after a blank row.
        Assert.InRange(rows.Zip(rows.Skip(1)).Count(pair => pair is { First: true, Second: false }), 8, 10);
    }

    [Fact]
    public void Each_number_of_strokes_makes_another_picture()
    {
        var pictures = new int?[] { null, 0, 1, 2, 3, 4 }.Select(strokes => Convert.ToHexString(card.Draw(CrossFibre with { Strokes = strokes })));

        Assert.Equal(6, pictures.Distinct().Count());
    }

    [Fact]
    public void A_page_has_contours_of_its_own()
    {
        using var one = SKBitmap.Decode(card.Draw(CrossFibre));
        using var other = SKBitmap.Decode(card.Draw(CrossFibre with { Title = "Cupping" }));

        Assert.NotEqual(Contours(one), Contours(other));
    }

    [Fact]
    public void The_same_words_give_the_same_bytes()
    {
        using var another = new ShareCard();

        Assert.Equal(card.Draw(CrossFibre), another.Draw(CrossFibre));
    }

    [Fact]
    public void Eight_threads_draw_the_same_bytes_at_once()
    {
        var texts = Enumerable.Range(0, 8).Select(n => n % 2 == 0 ? CrossFibre : Longest).ToList();
        var expected = texts.Select(card.Draw).ToList();
        var drawn = new byte[8][];
        using var start = new Barrier(8);
        var threads = texts.Select((text, n) => new Thread(() =>
        {
            start.SignalAndWait();
            drawn[n] = card.Draw(text);
        })).ToList();

        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        Assert.Equal(expected, drawn);
    }

    [Fact]
    public void A_summary_that_is_too_long_ends_where_a_word_ends()
    {
        const string Fits = "Muscles do join in lines. Whether tension travels along them far enough to hurt is another question, and one that has been asked for long and answered";
        var cut = Enumerable.Range(1, 30).Select(letters => Convert.ToHexString(card.Draw(CrossFibre with { Summary = $"{Fits} by {new string('w', 40 + letters)}" })));

        Assert.Single(cut.Distinct());
    }

    [Fact]
    public void A_character_that_the_fonts_lack_gives_way_to_its_letter_or_to_nothing()
    {
        Assert.Equal(card.Draw(CrossFibre with { Summary = "With Stefan, Emilie and Ana" }), card.Draw(CrossFibre with { Summary = "With \u0218tefan, E\u0301milie \U0001F600 and\u2603 Ana" }));
    }

    [Fact]
    public void The_sites_name_is_not_said_twice()
    {
        using var home = SKBitmap.Decode(card.Draw(CrossFibre with { Kind = "PractitionerFinder" }));
        using var plain = SKBitmap.Decode(card.Draw(CrossFibre with { Kind = "" }));
        using var technique = SKBitmap.Decode(card.Draw(CrossFibre));

        Assert.Equal(Words(plain), Words(home));
        Assert.NotEqual(Words(technique), Words(home));
    }

    [Fact]
    public void Every_character_of_the_titles_and_summaries_has_a_glyph_in_the_fonts()
    {
        var texts = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seed-data"), "*.md", SearchOption.AllDirectories)
            .SelectMany(file => FrontMatter().Matches(File.ReadAllText(file)))
            .ToLookup(m => m.Groups["field"].Value == "title" ? "newsreader-500.ttf" : "atkinson-hyperlegible-next-400.ttf", m => m.Groups["text"].Value.Trim('"'));

        Assert.Contains("Cross-fibre release", texts["newsreader-500.ttf"]);
        foreach (var group in texts)
        {
            using var stream = typeof(ShareCard).Assembly.GetManifestResourceStream(group.Key);
            using var face = SKTypeface.FromStream(stream);
            Assert.All(group, text => Assert.DoesNotContain((ushort)0, face.GetGlyphs(text)));
        }
    }

    private static SKColor Paper => SKColor.Parse(FinderTheme.Light.Paper);

    private static void AssertPaper(SKBitmap picture, SKRectI area)
    {
        for (var x = area.Left; x < area.Right; x++)
        {
            for (var y = area.Top; y < area.Bottom; y++)
            {
                if (picture.GetPixel(x, y) != Paper)
                {
                    Assert.Fail($"Something is drawn at {x}, {y}.");
                }
            }
        }
    }

    private static SKColor[] Contours(SKBitmap picture) => [.. picture.Pixels.Where((_, at) => at % picture.Width >= 880)];

    private static SKColor[] Words(SKBitmap picture) => [.. picture.Pixels.Where((_, at) => at % picture.Width < 880)];

    [GeneratedRegex("^(?<field>title|summary): *(?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex FrontMatter();
}
