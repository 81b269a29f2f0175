using System.Text.RegularExpressions;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Tests.Seeding;

public sealed partial class DemoTextTests(DemoPopulation demo)
{
    // What the evidence base forbids (its section 0.1), and words that come with such claims.
    private static readonly string[] Forbidden =
    [
        "cure", "cures", "cured", "heal", "heals", "healed", "healing", "fix", "fixes", "fixed", "permanent", "permanently", "guarantee",
        "guaranteed", "detox", "toxin", "toxins", "cellulite", "piezoelectric", "interleukin", "ancient", "miracle", "break down",
        "breaks down", "breaking down", "adhesion", "adhesions", "scar", "scars", "melt", "melts", "unstick", "lengthen", "lengthens", "realign",
        "energy", "chakra", "meridian", "meridians", "treats", "treatment for", "treatment of", "relief", "relieve", "relieves", "pain free", "painless",
        "fibromyalgia", "arthritis", "sciatica", "migraine", "migraines", "cancer", "injury", "injuries", "disease", "chronic", "circulation", "immune",
        "nervous system", "success rate", "per cent", "proven", "clinically", "best", "leading", "award", "expert", "specialist",
        "physiotherapist", "osteopath", "chiropractor", "registered", "doctor of", "nhs", "testimonial", "reviews",
    ];

    private IEnumerable<string> Texts => demo.Listings.SelectMany(l => l.Revisions).SelectMany(r => (string[])[r.Content.Headline, r.Content.About]);

    [Fact]
    public void Claim_nothing_that_must_not_be_claimed()
    {
        foreach (var text in Texts)
        {
            var words = $" {PlainWords.Line(text)} ";
            Assert.DoesNotContain(Forbidden, word => words.Contains($" {word} ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Name_no_prices_and_no_rates() => Assert.All(Texts, text => Assert.DoesNotMatch(PriceOrRate(), text));

    [Fact]
    public void Share_no_paragraph_between_listings()
    {
        var paragraphs = demo.Listings.SelectMany(l => l.Revisions[0].Content.About.Split("\n\n")).ToList();

        Assert.Equal(paragraphs.Count, paragraphs.Distinct().Count());
        Assert.InRange(paragraphs.Count, 3 * demo.Listings.Count, 5 * demo.Listings.Count);
    }

    [Fact]
    public void Read_as_whole_sentences()
    {
        Assert.All(Texts, text =>
        {
            Assert.DoesNotMatch(LeftOver(), text);
            Assert.All(text.Split("\n\n"), p => Assert.Matches(@"^\p{Lu}", p));
        });
        Assert.All(demo.Contents, c =>
        {
            Assert.InRange(c.Headline.Length, 10, ListingContent.HeadlineMaxLength);
            Assert.InRange(c.About.Length, 150, ListingContent.AboutMaxLength);
            Assert.All(c.About.Split("\n\n"), p => Assert.Matches(@"[\w)]\.$", p));
        });
    }

    [Fact]
    public void Have_headlines_of_many_kinds()
    {
        var most = demo.Contents.GroupBy(c => c.Headline).Max(g => g.Count());

        Assert.InRange(most, 1, 40);
        Assert.True(demo.Contents.Select(c => c.Headline).Distinct().Count() > 1_900);
    }

    [Fact]
    public void Speak_of_the_listings_own_town()
    {
        Assert.All(demo.Contents.Where(c => c.Locations.Count > 0), c =>
            Assert.Contains(c.Locations, l => c.About.Contains(l.Address.Locality, StringComparison.Ordinal)));
    }

    [Fact]
    public void Use_protected_words_only_for_techniques_that_the_listing_offers()
    {
        Assert.All(demo.Contents, c => Assert.Subset(
            c.Techniques.Select(t => t.Slug).ToHashSet(),
            demo.Vocabulary.Titles.Part(PlainWords.Of($"{c.Headline} {c.About}")).Techniques.ToHashSet()));
    }

    [GeneratedRegex(@"[£$€%]|\b\d+ (pounds|euros|dollars|sessions|people|clients|patients|years)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PriceOrRate();

    [GeneratedRegex(@"[{}|\[\]]|  | [.,;:!?]|\.\.|\ba [aeiou](?!ne|nit|s[eu])|\bthe the\b|^\s|\s$|==")]
    private static partial Regex LeftOver();
}
