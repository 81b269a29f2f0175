using System.Text;

namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>
/// Every row of the gazetteer's files: the numbers that matching and measuring need as arrays, the words left in the
/// files' own bytes until a row is shown. A quarter of a million rows take 25 MB and no objects.
/// </summary>
internal sealed class PlaceTable
{
    /// <summary>Points are kept in steps of 1/10,000 degree, 11 m, as the files have them.</summary>
    public const double StepsPerDegree = 10_000;

    /// <summary>The kind of a row that repeats an earlier one; only its names are still of use, for that one.</summary>
    public const PlaceKind Superseded = (PlaceKind)byte.MaxValue;

    /// <summary>A little less than a degree of latitude, so that the quick look never rules out too much.</summary>
    private const double KilometresPerDegree = 111;

    private readonly Dictionary<int, int> supersededBy = [];
    private readonly byte[] text;
    private readonly int[] lines;
    private readonly Dictionary<string, string> countryNames = [];

    public PlaceTable(byte[] text, PlaceRows rows)
    {
        this.text = text;
        lines = rows.Line.ToArray();
        Kind = rows.Kind.ToArray();
        Region = rows.Region.ToArray();
        District = rows.District.ToArray();
        Latitude = rows.Latitude.ToArray();
        Longitude = rows.Longitude.ToArray();
        Population = rows.Population.ToArray();
        Rank = rows.Rank.ToArray();
        Spread = rows.Spread.ToArray();
        Regions = [.. rows.Regions];
        Countries = [.. rows.Countries];
        Districts = [.. rows.Districts];
        for (var row = 0; row < Count; row++)
        {
            if (Kind[row] == PlaceKind.Country)
            {
                countryNames[CountryCode(row)] = Word(row, PlaceColumn.Name);
            }
        }
    }

    public int Count => lines.Length;

    public PlaceKind[] Kind { get; }

    /// <summary>Per row, an index into <see cref="Regions"/>.</summary>
    public int[] Region { get; }

    /// <summary>Per row, an index into <see cref="Districts"/>; 0 is blank.</summary>
    public int[] District { get; }

    /// <summary>Per row, in steps north, <see cref="StepsPerDegree"/>.</summary>
    public int[] Latitude { get; }

    /// <summary>Per row, in steps east, <see cref="StepsPerDegree"/>.</summary>
    public int[] Longitude { get; }

    /// <summary>Per row, inhabitants; 0 is unknown.</summary>
    public int[] Population { get; }

    public byte[] Rank { get; }

    /// <summary>Per row, metres; 0 is unknown.</summary>
    public int[] Spread { get; }

    public (ushort Country, string Code, string Name)[] Regions { get; }

    public string[] Countries { get; }

    public string[] Districts { get; }

    public int Country(int row) => Regions[Region[row]].Country;

    public string CountryCode(int row) => Countries[Country(row)];

    /// <summary>The number of a country in <see cref="Countries"/>, −1 if no row has it.</summary>
    public int CountryNumber(string? code) => code is null ? -1 : Array.IndexOf(Countries, code);

    public IReadOnlyList<(string Code, string Name)> CountriesByName =>
        [.. countryNames.OrderBy(c => c.Value, StringComparer.Ordinal).Select(c => (c.Key, c.Value))];

    public string? CountryName(string code) => countryNames.GetValueOrDefault(code);

    public GeoPoint Point(int row) => new(Latitude[row] / StepsPerDegree, Longitude[row] / StepsPerDegree);

    public string Word(int row, PlaceColumn column) => Encoding.UTF8.GetString(Bytes(row, column));

    public ReadOnlySpan<byte> Bytes(int row, PlaceColumn column)
    {
        var rest = text.AsSpan(lines[row]);
        for (var skip = (int)column; skip > 0; skip--)
        {
            rest = rest[(rest.IndexOf((byte)'\t') + 1)..];
        }

        return rest[..rest.IndexOfAny((byte)'\t', (byte)'\n')];
    }

    public Place this[int row]
    {
        get
        {
            var kind = Kind[row];
            var (_, code, region) = Regions[Region[row]];
            var country = CountryCode(row);
            var name = Word(row, PlaceColumn.Name);
            var postcode = Word(row, PlaceColumn.Postcode);
            return new Place
            {
                Kind = kind,
                Country = country,
                CountryName = countryNames.GetValueOrDefault(country, country),
                Admin1Code = code,
                Admin1 = region,
                Admin2 = kind != PlaceKind.Postcode ? Districts[District[row]] : name == postcode ? "" : name,
                Name = kind == PlaceKind.Postcode ? postcode : name,
                Postcode = postcode,
                Point = Point(row),
                Population = Population[row] == 0 ? null : Population[row],
                Rank = Rank[row],
                SpreadMetres = Spread[row] == 0 ? null : Spread[row],
            };
        }
    }

    /// <summary>Lets a row stand for a later one that repeats it. Only while the gazetteer is being read.</summary>
    /// <param name="row">The row that stays.</param>
    /// <param name="repeat">The row that goes.</param>
    /// <param name="takesPoint">Whether the row takes over the point and the population.</param>
    public void Supersede(int row, int repeat, bool takesPoint)
    {
        if (takesPoint)
        {
            (Latitude[row], Longitude[row]) = (Latitude[repeat], Longitude[repeat]);
            Population[row] = Population[repeat] > 0 ? Population[repeat] : Population[row];
            Rank[row] = Math.Max(Rank[row], Rank[repeat]);
        }

        Kind[repeat] = Superseded;
        supersededBy[repeat] = row;
    }

    /// <summary>The row that stands for a superseded one.</summary>
    public int StandIn(int superseded) => supersededBy[superseded];

    /// <summary>Kilometres between two rows, exactly; <see cref="IsWithin"/> is the cheaper question.</summary>
    public double Kilometres(int a, int b) =>
        GreatCircle.ExactMetres(
            Latitude[a] / StepsPerDegree, Longitude[a] / StepsPerDegree,
            Latitude[b] / StepsPerDegree, Longitude[b] / StepsPerDegree) / 1000;

    public bool IsWithin(int a, int b, double kilometres) =>
        Math.Abs(Latitude[a] - Latitude[b]) / StepsPerDegree * KilometresPerDegree < kilometres && Kilometres(a, b) < kilometres;
}
