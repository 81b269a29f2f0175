namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>Reads a text as one postcode, of any country that has it; each form only if the data has the code.</summary>
internal sealed class PostcodeReader(PlaceIndex index, Scoring scoring)
{
    private const int ShortenedCode = 20;
    private const int LongestCode = 10;
    private const int UnitSpreadMetres = 50;

    private static readonly string[] British = ["GB", "IM", "JE", "GG"];
    private static readonly string[] American = ["US", "PR", "GU", "VI"];
    private static readonly string[] KnownByPrefix = ["PT", "PL", "SE", "LT", "BG", "EE"];

    private readonly PlaceTable table = index.Table;

    /// <summary>The rows of the code, unordered; empty if the text is not a code that is known.</summary>
    public List<Hit> Read(string text)
    {
        var spaced = PostcodeText.Spaced(text);
        var code = spaced.Replace(" ", "", StringComparison.Ordinal);
        if (code.Length is < 2 or > LongestCode || !code.Any(char.IsAsciiDigit))
        {
            return [];
        }

        var form = PostcodeText.FormOf(code);
        var shown = PostcodeText.Show(form, code);
        return form switch
        {
            PostcodeForm.BritishUnit => Unit(code, shown),
            PostcodeForm.Canadian => Coarser(code[..3], ["CA"], shown),
            PostcodeForm.Eircode when Coarser(code[..3], ["IE"], shown) is { Count: > 0 } hits => hits,
            PostcodeForm.ZipPlusFour when Coarser(code[..5], American, shown) is { Count: > 0 } hits => hits,
            PostcodeForm.Dutch when Coarser(code[..4], ["NL"], shown) is { Count: > 0 } hits => hits,
            _ when PostcodeText.IsSpacedSector(spaced) => Sector(spaced),
            _ when National(spaced, code) is { Count: > 0 } hits => hits,
            _ => Plain(code),
        };
    }

    /// <summary>The codes that begin with what is typed so far, for typeahead.</summary>
    public void AddStarting(BestHits hits, string text)
    {
        const int penalty = 12;
        var code = PostcodeText.Spaced(text).Replace(" ", "", StringComparison.Ordinal);
        if (code.Length < 2 || !code.Any(char.IsAsciiDigit))
        {
            return;
        }

        foreach (var row in index.Postcodes.RowsStartingWith(code))
        {
            hits.Add(new Hit(scoring.Of(row) - penalty, row));
        }
    }

    /// <summary>A full British code: the unit, else its sector, else its outcode.</summary>
    private List<Hit> Unit(string code, string shown)
    {
        var outcode = code[..^3];
        var sector = $"{outcode} {code[^3]}";
        var hits = Exactly(code, British);
        if (hits.Count == 0)
        {
            hits = Exactly(sector, British);
        }

        if (hits.Count == 0)
        {
            hits = Exactly(outcode, British);
        }

        if (hits.Count == 0 || table.Bytes(hits[0].Row, PlaceColumn.Postcode).Length >= code.Length)
        {
            return hits;
        }

        if (index.Units?.Find(sector, code.AsSpan()[^2..]) is not { } point)
        {
            return hits.ConvertAll(hit => hit with { FellBackFrom = shown });
        }

        var unit = table[hits[0].Row] with { Name = shown, Postcode = shown, Point = point, SpreadMetres = UnitSpreadMetres };
        return [hits[0] with { Unit = unit }];
    }

    /// <summary>"LS6 3", and "LS6 3H" while the rest is not typed yet; an unknown sector falls back to its outcode.</summary>
    private List<Hit> Sector(string spaced)
    {
        var outcode = spaced[..spaced.IndexOf(' ')];
        var sector = spaced[..(outcode.Length + 2)];
        var hits = Exactly(sector, British);
        return hits.Count == 0 ? Coarser(outcode, British, sector)
            : sector.Length == spaced.Length ? hits
            : hits.ConvertAll(hit => hit with { FellBackFrom = spaced });
    }

    /// <summary>Only Poland writes 00-950 and only Sweden, of the countries known, 111 22: no American ZIP is meant.</summary>
    private List<Hit> National(string spaced, string code) => spaced.Length == 6 && code.All(char.IsAsciiDigit)
        ? spaced.IndexOf(' ') switch
        {
            2 => Coarser(code[..3], ["PL"], $"{code[..2]}-{code[2..]}"),
            3 => Coarser(code[..3], ["SE"], spaced),
            _ => [],
        }
        : [];

    private List<Hit> Plain(string code)
    {
        var hits = Exactly(code is ['D', >= '0' and <= '9'] ? $"D0{code[1]}" : code, null);
        if (hits.Count == 0 && PostcodeText.IsRunTogetherSector(code))
        {
            hits = Exactly($"{code[..^1]} {code[^1]}", British);
        }

        if (hits.Count == 0 && PostcodeText.IsDistrictWithoutLetter(code))
        {
            hits = District(code);
        }

        if (hits.Count == 0 && code.All(char.IsAsciiDigit))
        {
            for (var length = 4; length >= 3 && hits.Count == 0; length--)
            {
                if (code.Length > length)
                {
                    hits = Coarser(code[..length], KnownByPrefix, code, ShortenedCode);
                }
            }
        }

        return hits;
    }

    /// <summary>"SW1" and "W1" are what people call SW1A to SW1Y together: the middle of them, as wide as they reach.</summary>
    private List<Hit> District(string code)
    {
        var parts = new List<int>();
        foreach (var row in index.Postcodes.RowsStartingWith(code))
        {
            var part = table.Bytes(row, PlaceColumn.Postcode);
            if (part.Length == code.Length + 1 && char.IsAsciiLetter((char)part[^1]) && table.CountryCode(row) == "GB")
            {
                parts.Add(row);
            }
        }

        if (parts.Count == 0)
        {
            return [];
        }

        var middle = new GeoPoint(parts.Average(row => table.Point(row).Latitude), parts.Average(row => table.Point(row).Longitude));
        var spread = parts.Max(row => middle.MetresTo(table.Point(row)) + table.Spread[row]);
        var whole = table[parts[0]] with { Name = code, Postcode = code, Point = middle, SpreadMetres = spread };
        return [new Hit(scoring.Of(parts[0]), parts[0]) { Unit = whole }];
    }

    private List<Hit> Coarser(string code, string[] countries, string askedFor, int penalty = 0) =>
        Exactly(code, countries).ConvertAll(hit => hit with { Score = hit.Score - penalty, FellBackFrom = askedFor });

    private List<Hit> Exactly(string code, string[]? countries)
    {
        var hits = new List<Hit>();
        foreach (var row in index.Postcodes.Rows(code))
        {
            if (countries is null || countries.Contains(table.CountryCode(row)))
            {
                hits.Add(new Hit(scoring.Of(row), row));
            }
        }

        return hits;
    }
}
