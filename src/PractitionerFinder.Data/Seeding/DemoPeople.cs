using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Seeding;

/// <summary>Somebody who does not exist.</summary>
internal sealed record DemoPerson(string First, string Last, Gender? Gender, string? Pronouns, IReadOnlyList<string> Languages)
{
    public string Name => $"{First} {Last}";

    /// <summary>The name as an address writes it: plain letters, joined by hyphens.</summary>
    public string Slug => string.Join('-', PlainWords.Of(Name));
}

/// <summary>Draws people whose names and languages suit the country, no two of one name in one town.</summary>
internal sealed class DemoPeople(string folder)
{
    private static readonly Dictionary<string, string[]> HomeLanguages = new()
    {
        ["DE"] = ["de", "en"],
        ["NL"] = ["nl", "en"],
    };

    private readonly List<Culture> cultures = [.. DemoTable.Read(folder, "names.tsv").Select(r => new Culture(r))];
    private readonly HashSet<(string Name, string City)> taken = [];

    public DemoPerson Draw(Dice dice, DemoTown town)
    {
        while (true)
        {
            var culture = dice.Of(cultures, c => c.Weight(town.Country));
            var isWoman = dice.Percent(64);
            var first = dice.Of(isWoman ? culture.Women : culture.Men);
            var last = dice.Of(culture.FamilyNames);
            if (taken.Add(($"{first} {last}", town.City)))
            {
                var gender = GenderOf(dice, isWoman);
                return new DemoPerson(first, last, gender, PronounsOf(dice, gender, isWoman), LanguagesOf(dice, culture, town));
            }
        }
    }

    private static Gender? GenderOf(Dice dice, bool isWoman) => dice.Share(84, 3, 13) switch
    {
        0 => isWoman ? Gender.Woman : Gender.Man,
        1 => Gender.NonBinary,
        _ => null,
    };

    private static string? PronounsOf(Dice dice, Gender? gender, bool isWoman) => gender switch
    {
        Gender.NonBinary => dice.Percent(70) ? "they/them" : null,
        _ when !dice.Percent(32) => null,
        _ => isWoman ? dice.Percent(8) ? "she/they" : "she/her" : dice.Percent(8) ? "he/they" : "he/him",
    };

    private static string[] LanguagesOf(Dice dice, Culture culture, DemoTown town)
    {
        var languages = new List<string>(HomeLanguages.GetValueOrDefault(town.Country, ["en"]));
        if (town.Admin1 == "QC" && dice.Percent(85))
        {
            languages.Add("fr");
        }

        if (culture.Languages.Length > 0 && dice.Percent(68))
        {
            languages.Add(dice.Of(culture.Languages));
        }

        if (dice.Percent(9))
        {
            languages.Add(dice.Of(["fr", "es", "de", "it", "pt"]));
        }

        return [.. languages.Distinct()];
    }

    private sealed class Culture
    {
        private readonly Dictionary<string, double> weights;

        public Culture(DemoRow row)
        {
            Languages = row.List("languages");
            Women = row.List("women");
            Men = row.List("men");
            FamilyNames = row.List("family_names");
            weights = row.List("countries").Select(c => c.Split(':'))
                .ToDictionary(c => c[0], c => double.Parse(c[1], System.Globalization.CultureInfo.InvariantCulture));
        }

        public string[] Languages { get; }

        public string[] Women { get; }

        public string[] Men { get; }

        public string[] FamilyNames { get; }

        public double Weight(string country) => weights.GetValueOrDefault(country);
    }
}
