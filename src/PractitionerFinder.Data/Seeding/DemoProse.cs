using System.Text;

namespace PractitionerFinder.Data.Seeding;

/// <summary>What sentences of one listing may be chosen by and filled from.</summary>
internal sealed class DemoFacts
{
    /// <summary>What holds of the listing, such as `visit` or `several`.</summary>
    public HashSet<string> Tags { get; } = [];

    /// <summary>Words for the slots.</summary>
    public Dictionary<string, string> Words { get; } = [];

    /// <summary>Sentences that this listing has said already.</summary>
    public HashSet<string> Said { get; } = [];
}

/// <summary>Composes text from the families of sentences in prose.txt, whose head explains its marks.</summary>
internal sealed class DemoProse
{
    private readonly Dictionary<string, List<Sentence>> families = [];

    public DemoProse(string folder)
    {
        var family = new List<Sentence>();
        foreach (var line in File.ReadLines(Path.Combine(folder, "prose.txt")))
        {
            if (line.StartsWith("== ", StringComparison.Ordinal))
            {
                families.Add(line[3..], family = []);
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                family.Add(Sentence.Parse(line));
            }
        }
    }

    /// <summary>A sentence of a family that suits the listing and that it has not said; blank when none is left.</summary>
    public string Say(string family, DemoFacts facts, Dice dice)
    {
        var fitting = families[family].FindAll(s => s.Suits(facts.Tags) && !facts.Said.Contains(s.Text));
        if (fitting.Count == 0)
        {
            return "";
        }

        var sentence = dice.Of(fitting).Text;
        facts.Said.Add(sentence);
        return Fill(sentence, facts, dice);
    }

    /// <summary>Words of a family without conditions, such as the first half of a street's name.</summary>
    public string Word(string family, Dice dice) => Fill(dice.Of(families[family]).Text, new DemoFacts(), dice);

    /// <summary>Takes one side of every (a|b), then fills every {slot}.</summary>
    private string Fill(string text, DemoFacts facts, Dice dice)
    {
        var filled = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '(')
            {
                var end = text.IndexOf(')', i);
                filled.Append(Fill(dice.Of(text[(i + 1)..end].Split('|')), facts, dice));
                i = end;
            }
            else if (text[i] == '{')
            {
                var end = text.IndexOf('}', i);
                var words = Slot(text[(i + 1)..end], facts, dice);
                if (words is ['a' or 'e' or 'i' or 'o' or 'u', ..] && filled is { Length: > 2 } && filled.ToString(filled.Length - 3, 3) == " a ")
                {
                    filled.Insert(filled.Length - 1, 'n');
                }

                filled.Append(words);
                i = end;
            }
            else
            {
                filled.Append(text[i]);
            }
        }

        return filled.ToString();
    }

    private string Slot(string slot, DemoFacts facts, Dice dice)
    {
        var name = slot.Replace(":^", "", StringComparison.Ordinal);
        var words = facts.Words.TryGetValue(name, out var known) ? known : Say(name is "walk2" ? "walk" : name, facts, dice);
        return name == slot ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private sealed record Sentence(string[] Wanted, string[] Unwanted, string Text)
    {
        public static Sentence Parse(string line)
        {
            if (line[0] != '[')
            {
                return new Sentence([], [], line);
            }

            var end = line.IndexOf(']', StringComparison.Ordinal);
            var tags = line[1..end].Split(' ');
            return new Sentence(
                [.. tags.Where(t => t[0] != '!')], [.. tags.Where(t => t[0] == '!').Select(t => t[1..])], line[(end + 2)..]);
        }

        public bool Suits(HashSet<string> tags) => Wanted.All(tags.Contains) && !Unwanted.Any(tags.Contains);
    }
}
