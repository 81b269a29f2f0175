namespace PractitionerFinder.Data.Seeding;

/// <summary>Telephone numbers that regulators keep free for fiction, so that no demonstration rings a real person.</summary>
internal sealed class FictionNumbers(string folder)
{
    private readonly ILookup<(string Country, string Area), string> patterns = DemoTable.Read(folder, "phone-ranges.tsv")
        .ToLookup(r => (r["country"], r["area"]), r => r["pattern"]);

    /// <summary>A number of the town, in international form; null where no range is known.</summary>
    public string? Draw(Dice dice, DemoTown town)
    {
        var mobile = patterns[(town.Country, "mobile")];
        string[] known = [.. patterns[(town.Country, town.PhoneArea)].Concat(patterns[(town.Country, "*")])];
        if (mobile.Any() && dice.Percent(35))
        {
            known = [.. mobile];
        }

        return known.Length == 0 || (town.PhoneArea.Length == 0 && known.Any(k => k.Contains("{area}", StringComparison.Ordinal)))
            ? null
            : dice.Digits(dice.Of(known).Replace("{area}", town.PhoneArea, StringComparison.Ordinal));
    }
}
