using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Seeding;

/// <summary>What a practitioner offers, and what they can show for it.</summary>
internal sealed record DemoPractice
{
    public required IReadOnlyList<OfferedTechnique> Techniques { get; init; }

    public required IReadOnlyList<Credential> Credentials { get; init; }

    /// <summary>Keys of the credentials that staff have seen.</summary>
    public required IReadOnlySet<string> Checked { get; init; }

    public required IReadOnlyList<string> Areas { get; init; }

    /// <summary>Whether checked proof for a technique holds on a day.</summary>
    public bool Proves(string technique, DateOnly day) =>
        Credentials.Any(c => Checked.Contains(c.Key) && c.Techniques.Contains(technique) && !(c.ExpiresOn < day));

    /// <summary>Whether some proof has run out, which a new listing's cannot have.</summary>
    public bool HasExpired(DateOnly day) => Credentials.Any(c => c.ExpiresOn < day);
}

/// <summary>Draws practices: techniques by how common they are, training, credentials, areas of the body.</summary>
internal sealed class DemoPractices(string folder, Vocabulary vocabulary, IReadOnlyList<DemoTown> towns)
{
    private static readonly string[] CommonAreas =
        ["neck", "shoulder", "low-back", "chest-and-upper-back", "hip-and-groin", "jaw-and-face", "head", "arm-and-hand", "knee", "leg-and-calf", "foot-and-ankle"];

    private readonly List<(string Slug, int Weight)> techniques =
        [.. DemoTable.Read(folder, "techniques.tsv").Select(r => (r["technique"], r.Int("weight")))];

    private readonly List<(string Name, string[] For)> schools =
        [.. DemoTable.Read(folder, "schools.tsv").Select(r => (r["school"], r.List("techniques")))];

    private readonly List<(string Name, string Number, string[] For)> registers =
        [.. DemoTable.Read(folder, "registers.tsv").Select(r => (r["register"], r["number"], r.List("techniques")))];

    private readonly ILookup<string, string> schoolTowns =
        towns.Where(t => !t.IsDistrict && t.Listings >= 4).ToLookup(t => t.Country, t => t.Name);

    public DemoPractice Draw(Dice dice, DemoTown town, DateTime now)
    {
        var offered = Offer(dice);
        var credentials = new List<Credential>();
        var seen = new HashSet<string>();
        foreach (var mark in offered.Where(NeedsProof))
        {
            Claim(registers.First(r => r.For.Contains(mark)), [mark], 72);
        }

        for (var more = dice.Share(42, 44, 14); more > 0; more--)
        {
            var register = dice.Of(registers.FindAll(r => r.For is ["*"] || r.For.Any(t => offered.Contains(t) && !NeedsProof(t))));
            if (!credentials.Exists(c => c.Register == register.Name))
            {
                Claim(register, [.. offered.Where(t => register.For is ["*"] ? !NeedsProof(t) : register.For.Contains(t))], 70);
            }
        }

        return new DemoPractice
        {
            Techniques = Train(dice, offered, town, now.Year),
            Credentials = credentials,
            Checked = seen,
            Areas = AreasOf(dice),
        };

        void Claim((string Name, string Number, string[] For) register, string[] proves, double chanceOfCheck)
        {
            var key = $"c{credentials.Count + 1}";
            var number = register.Number is "" ? null : dice.Digits(register.Number);
            credentials.Add(new Credential(key, register.Name, number, Expiry(dice, DateOnly.FromDateTime(now)), proves));
            if (dice.Percent(chanceOfCheck))
            {
                seen.Add(key);
            }
        }
    }

    private bool NeedsProof(string technique) => vocabulary.Technique(technique)?.NeedsProof ?? false;

    /// <summary>One to six techniques; one at least is free, so that nobody is left with nothing to show.</summary>
    private List<string> Offer(Dice dice)
    {
        var count = 1 + dice.Share(16, 28, 26, 16, 9, 5);
        var offered = new List<string>();
        while (offered.Count < count || offered.TrueForAll(NeedsProof))
        {
            var next = dice.Of(techniques, t => t.Weight).Slug;
            if (!offered.Contains(next))
            {
                offered.Add(next);
            }
        }

        return offered;
    }

    private OfferedTechnique[] Train(Dice dice, List<string> offered, DemoTown town, int thisYear)
    {
        var year = thisYear - dice.Between(2, 24);
        string[] places = [.. schoolTowns[town.Country]];
        return [.. offered.Select((slug, i) => new OfferedTechnique(slug, dice.Percent(i == 0 ? 72 : 52) ? Study(slug, i) : null))];

        Training Study(string slug, int position)
        {
            var school = dice.Of(schools.FindAll(s => s.For is ["*"] || s.For.Contains(slug)));
            var place = dice.Percent(40) && places.Contains(town.City) ? town.City : dice.Of(places);
            var finished = position == 0 ? year : dice.Between(year, thisYear - 1);
            return new Training($"{school.Name}, {place}", finished, dice.Percent(55) ? dice.Of([40, 60, 80, 100, 120, 150, 200, 300]) : null);
        }
    }

    private static DateOnly? Expiry(Dice dice, DateOnly today) => dice.Share(14, 9, 8, 69) switch
    {
        0 => null,
        1 => today.AddDays(-dice.Between(2, 120)),
        2 => today.AddDays(dice.Between(1, 30)),
        _ => today.AddDays(dice.Between(31, 700)),
    };

    private string[] AreasOf(Dice dice)
    {
        if (dice.Percent(16))
        {
            return [];
        }

        var areas = new List<string>();
        for (var count = dice.Between(1, 5); count > 0; count--)
        {
            var wide = dice.Of(CommonAreas, a => CommonAreas.Length - Array.IndexOf(CommonAreas, a));
            var narrow = vocabulary.Areas.Where(a => a.Parent == wide && a.Slug != "groin").ToList();
            areas.Add(narrow.Count > 0 && dice.Percent(30) ? dice.Of(narrow).Slug : wide);
        }

        if (dice.Percent(7))
        {
            areas.Add("whole-body");
        }

        return [.. areas.Distinct()];
    }
}
