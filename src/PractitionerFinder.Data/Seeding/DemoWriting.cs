using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Seeding;

/// <summary>Writes headlines and texts from a listing's own facts; no two listings share a paragraph.</summary>
internal sealed class DemoWriting(string folder, DemoProse prose, Vocabulary vocabulary)
{
    private const int Tries = 60;

    // Each line is one order of paragraphs; each paragraph names the families of its sentences.
    private static readonly string[][][] Shapes =
    [
        [["opening", "technique", "how"], ["first", "during", "after"], ["background", "people"], ["where", "closing"]],
        [["opening", "people"], ["technique", "how", "honest"], ["first", "during"], ["where", "closing"]],
        [["opening", "background"], ["technique", "other", "during"], ["people", "honest", "where"]],
        [["opening", "technique", "honest"], ["first", "after", "where"]],
        [["opening", "how", "people"], ["technique", "first", "during", "after"], ["background", "where", "closing"]],
        [["opening", "background", "people"], ["technique", "other", "how"], ["first", "during", "after"], ["honest", "where"]],
        [["opening", "honest"], ["background", "technique", "how"], ["first", "during", "people", "closing"]],
    ];

    private static readonly string[][][] OnlineShapes =
    [
        [["online-opening", "online-how", "honest"], ["online-first", "background", "closing"]],
        [["online-opening", "background"], ["online-first", "online-how", "people"]],
    ];

    private readonly Dictionary<string, (string Kind, string InText)> techniques =
        DemoTable.Read(folder, "techniques.tsv").ToDictionary(r => r["technique"], r => (r["kind"], r["in_text"]));

    private readonly Dictionary<string, string> languages =
        DemoTable.Read(folder, "languages.tsv").ToDictionary(r => r["code"], r => r["name"]);

    private readonly HashSet<string> paragraphs = [];

    /// <summary>The content with its headline and text.</summary>
    public ListingContent Write(Dice dice, ListingContent content, DemoPractice practice, DemoTown town, DemoPerson person, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        var facts = FactsOf(dice, content, town, person, now.Year, slug => NeedsNone(slug) || practice.Proves(slug, today));
        var onlineOnly = content.Locations.Count + content.VisitAreas.Count == 0;
        var mark = content.Techniques.FirstOrDefault(t => !NeedsNone(t.Slug) && !practice.Proves(t.Slug, today))?.Slug;
        var shape = dice.Of(onlineOnly ? OnlineShapes : Shapes);
        return content with
        {
            Headline = Headline(dice, onlineOnly ? "online-headline" : "headline", facts),
            About = string.Join("\n\n", shape.Select(p => Paragraph(dice, p, facts, onlineOnly ? null : mark))),
        };
    }

    /// <summary>Another headline for a later revision.</summary>
    public string AnotherHeadline(Dice dice, ListingContent content, DemoTown town, DemoPerson person, int thisYear) =>
        Headline(dice, "headline", FactsOf(dice, content, town, person, thisYear, NeedsNone));

    /// <summary>An area inside a sentence; nobody writes of groins in a headline.</summary>
    private static string InText(BodyArea area) => area.Name.ToLowerInvariant().Replace(" and groin", "", StringComparison.Ordinal);

    private bool NeedsNone(string technique) => !(vocabulary.Technique(technique)?.NeedsProof ?? false);

    private string Headline(Dice dice, string family, DemoFacts facts)
    {
        string headline;
        do
        {
            headline = prose.Say(family, facts, dice);
        }
        while (headline.Length > ListingContent.HeadlineMaxLength);

        return headline;
    }

    /// <summary>A paragraph that nobody else has; the sentence on an unproven mark is there to be left out in public.</summary>
    private string Paragraph(Dice dice, string[] shape, DemoFacts facts, string? mark)
    {
        var said = facts.Said.ToArray();
        for (var i = 0; i < Tries; i++)
        {
            var sentences = shape.Select(family => family switch
            {
                "technique" => prose.Say($"technique:{facts.Words["lead"]}", facts, dice),
                "other" when facts.Words.TryGetValue("support", out var support) => prose.Say($"technique:{support}", facts, dice),
                "other" => prose.Say("how", facts, dice),
                _ => prose.Say(family, facts, dice),
            });
            if (mark is not null && shape.Contains("technique"))
            {
                sentences = sentences.Append(prose.Say($"technique:{mark}", facts, dice));
            }

            var paragraph = string.Join(' ', sentences.Where(s => s.Length > 0));
            if (paragraphs.Add(paragraph))
            {
                return paragraph;
            }

            facts.Said.IntersectWith(said);
        }

        throw new InvalidDataException("prose.txt: too few sentences to give every listing paragraphs of its own.");
    }

    private DemoFacts FactsOf(
        Dice dice, ListingContent content, DemoTown town, DemoPerson person, int thisYear, Func<string, bool> mayName)
    {
        var facts = new DemoFacts();
        var named = content.Techniques.Where(t => mayName(t.Slug)).ToList();
        Tag("several", named.Count > 1);
        Tag(techniques[named[0].Slug].Kind, true);
        Tag("tools", named.Exists(t => techniques[t.Slug].Kind == "tools"));
        Tag("trained", named[0].Training is not null);
        Tag("district", town.IsDistrict);
        Tag("clinic", content.Locations.Any(l => l.Setting == LocationSetting.Clinic));
        Tag("home", content.Locations.Any(l => l.Setting == LocationSetting.TheirHome));
        Tag("visit", content.VisitAreas.Count > 0);
        Tag("reach", content.VisitAreas.Any(v => v.RadiusMetres is not null));
        Tag("online", content.Online is not null);
        Tag("step-free", content.Locations.Count > 0 && content.Locations.All(l => l.StepFree == StepFree.Yes));
        Tag("evenings", content.Locations.Any(l => l.Hours is { HasEvenings: true }));
        Tag("weekends", content.Locations.Any(l => l.Hours is { HasWeekends: true }));
        Tag("waiting", content.Accepting == Accepting.Waiting);
        Tag("no", content.Accepting == Accepting.No);
        var other = content.Locations.Select(l => l.Address.Locality).FirstOrDefault(l => l != town.Name);
        Tag("multi", other is not null);
        var foreign = content.Languages.Where(l => l != "en").ToList();
        Tag("languages", foreign.Count > 0);
        var areas = content.Areas.Where(a => a != "whole-body").Select(a => InText(vocabulary.Area(a)!)).ToList();
        Tag("areas", areas.Count > 0);

        facts.Words["lead"] = named[0].Slug;
        facts.Words["technique"] = techniques[named[0].Slug].InText;
        facts.Words["first"] = person.First;
        facts.Words["town"] = town.Name;
        facts.Words["city"] = town.City;
        facts.Words["othertown"] = other ?? "";
        facts.Words["school"] = named[0].Training?.Provider is { } school ? $"{school.Replace(", ", " (", StringComparison.Ordinal)})" : "";
        facts.Words["year"] = $"{named[0].Training?.Year}";
        facts.Words["since"] = $"{Math.Min(thisYear - 1, (named[0].Training?.Year ?? thisYear - dice.Between(2, 18)) + dice.Between(0, 2))}";
        if (named.Count > 1)
        {
            facts.Words["support"] = named[1].Slug;
            facts.Words["second"] = techniques[named[1].Slug].InText;
        }

        if (areas.Count > 0)
        {
            facts.Words["area"] = areas[0];
            facts.Words["areas"] = areas.Count == 1 ? areas[0] : $"{areas[0]} and the {areas[1]}";
        }

        if (foreign.Count > 0)
        {
            facts.Words["language"] = languages[dice.Of(foreign)];
        }

        if (content.VisitAreas is [{ RadiusMetres: { } metres }, ..])
        {
            facts.Words["reach"] = DemoVisits.InWords(metres, town.Country);
        }

        return facts;

        void Tag(string tag, bool holds)
        {
            if (holds)
            {
                facts.Tags.Add(tag);
            }
        }
    }
}
