using System.Globalization;
using System.Text;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography.Places.Importing;
using PractitionerFinder.Core.Geography.Places.Index;

namespace PractitionerFinder.Core.Geography.Places;

/// <summary>
/// The places of the world by name and code, held in memory. Immutable, so that any number of threads may ask at once.
/// The rules of matching and ranking are in <c>docs/places.md</c>.
/// </summary>
public sealed class Gazetteer
{
    /// <summary>Longest text that may be a place, in characters. Nothing longer is looked at.</summary>
    public const int TextMaxLength = 100;

    /// <summary>Fewest characters that <see cref="Suggest"/> answers.</summary>
    public const int SuggestMinLength = 2;

    private const int Kept = 24;
    private const int AlternativesShown = 6;
    private const int CloseNamesShown = 5;
    private const int AmbiguousPoints = 12;
    private const double NamesakeKilometres = 50;

    private static readonly string[] Leads = ["near ", "nr ", "around ", "close to ", "in "];

    private readonly PlaceIndex index;
    private readonly PlaceTable table;
    private readonly Counties counties;
    private readonly NearestPlaces nearest;
    private readonly BuiltUpAreas builtUp;
    private readonly PlaceSlugs slugs;
    private readonly Surroundings surroundings;

    private Gazetteer(PlaceIndex index, Counties counties, NearestPlaces nearest, BuiltUpAreas builtUp)
    {
        this.index = index;
        this.counties = counties;
        this.nearest = nearest;
        this.builtUp = builtUp;
        table = index.Table;
        slugs = new PlaceSlugs(index);
        surroundings = new Surroundings(index, nearest);
    }

    /// <summary>Number of rows, of all kinds; British postcode units come on top.</summary>
    public int Count => table.Count;

    /// <summary>Reads the gazetteer's files.</summary>
    /// <param name="folder">The folder with <c>places.tsv.gz</c> and its companions.</param>
    /// <param name="importsFolder">The folder that <see cref="PlaceImports"/> keeps; it need not exist.</param>
    /// <exception cref="FileNotFoundException">A file of the gazetteer is missing.</exception>
    /// <exception cref="InvalidDataException">A file is damaged; the message names it.</exception>
    public static Gazetteer Load(string folder, string? importsFolder = null)
    {
        var units = Task.Run(() => BritishUnits.Read(Path.Combine(folder, "uk-units.bin.br")));
        var facts = CountyFact.ReadAll(folder);
        var (table, seedRows) = PlaceFiles.ReadTable(folder, PlaceImports.Files(importsFolder));
        ImportedPlaces.Merge(table, seedRows);
        var (nearest, builtUp, counties) = ((NearestPlaces)null!, (BuiltUpAreas)null!, (Counties)null!);
        var geography = Task.Run(() =>
        {
            nearest = new NearestPlaces(table);
            builtUp = new BuiltUpAreas(table);
            counties = new Counties(table, facts);
        });
        var index = new PlaceIndex(table, PlaceNames.Index(table, facts), units.GetAwaiter().GetResult());
        geography.GetAwaiter().GetResult();
        return new Gazetteer(index, counties, nearest, builtUp);
    }

    /// <summary>What a typed place means.</summary>
    /// <param name="text">A name, a name with its county, region or country, a postcode, or both.</param>
    /// <param name="country">ISO 3166-1 alpha-2 code of the country whose namesakes come first, or null.</param>
    public PlaceAnswer Resolve(string? text, string? country)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new PlaceAnswer.NothingTyped();
        }

        var query = Clean(text);
        if (query.Length == 0)
        {
            return new PlaceAnswer.NotFound([]);
        }

        var scoring = new Scoring(table, country);
        var hits = Find(query, scoring, withPrefixes: false, Kept);
        if (hits.Count == 0)
        {
            var close = new PlaceSearch(index, scoring, CloseNamesShown).Close(Parts(query));
            return new PlaceAnswer.NotFound([.. close.Select(PlaceOf)]);
        }

        return Answer(hits);
    }

    /// <summary>Places whose name begins with what has been typed so far, best first.</summary>
    /// <param name="text">What has been typed; fewer than two characters get nothing.</param>
    /// <param name="country">ISO 3166-1 alpha-2 code of the country whose namesakes come first, or null.</param>
    /// <param name="limit">Most places to give, 1 to 20.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not 1 to 20.</exception>
    public IReadOnlyList<Place> Suggest(string? text, string? country, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 20);
        var query = Clean(text ?? "");
        if (query.Length < SuggestMinLength)
        {
            return [];
        }

        var scoring = new Scoring(table, country);
        var hits = new BestHits(table, limit);
        foreach (var hit in Find(query, scoring, withPrefixes: true, limit))
        {
            hits.Add(hit);
        }

        new PostcodeReader(index, scoring).AddStarting(hits, query);
        return [.. hits.Ordered.Select(PlaceOf)];
    }

    /// <summary>The country, region and county of a point, from the towns nearest to it.</summary>
    public PlaceArea Locate(GeoPoint point)
    {
        var row = nearest.Find(point, _ => true);
        var (country, region) = (table.Country(row), table.Region[row]);
        var code = table.CountryCode(row);
        var county = code is "GB" or "IE" or "US"
            ? nearest.Find(point, near => table.Region[near] == region && counties.Of(near) is not null)
            : -1;
        return new PlaceArea(code, table.Regions[region].Code, county < 0 ? null : counties.Of(county));
    }

    /// <summary>Whether a point lies in a town of 2,000 people or more, by an estimate of how far the town reaches.</summary>
    public bool IsBuiltUp(GeoPoint point) => builtUp.Hold(point);

    /// <summary>
    /// Towns and villages that tell a person where a point is: the more populous first, and none nearer to one before it
    /// than a quarter of the distance looked at.
    /// </summary>
    /// <param name="point">The middle.</param>
    /// <param name="metres">How far to look, 0 or more.</param>
    /// <param name="limit">Most places to give.</param>
    public IReadOnlyList<Place> NotableAround(GeoPoint point, int metres, int limit) => surroundings.NotableAround(point, metres, limit);

    /// <summary>The town, village or suburb of a name, the nearest of those within 15 km of a point; null where there is none.</summary>
    public Place? LocalityAt(GeoPoint point, string name) => surroundings.LocalityAt(point, name);

    /// <summary>
    /// The place by which people would say where a point is: of those within 50 km the one that pulls most, population over
    /// the square of the distance, as Reilly's law of retail gravitation has it (1931). Where no place of 1,000 people is so
    /// near, the nearest of any size.
    /// </summary>
    /// <param name="point">The point.</param>
    /// <param name="locality">
    /// The name of its town, which says nothing new: it is the landmark only when it is larger than the place that would be.
    /// </param>
    public Place LandmarkOf(GeoPoint point, string? locality = null) => surroundings.LandmarkOf(point, locality);

    /// <summary>
    /// A point in words, by the nearest place of 1,000 people or more within 20 km ("near Otley, England"); null where
    /// there is none.
    /// </summary>
    public string? DescribeNear(GeoPoint point) => surroundings.DescribeNear(point);

    /// <summary>
    /// The districts that a search inside a county covers, spelt as <see cref="PlaceArea.County"/> has them. Empty for a
    /// place that is not a county.
    /// </summary>
    public IReadOnlyList<string> CountiesOf(Place place) => counties.CoveredBy(place);

    /// <summary>
    /// The words of a place in a URL, unique within its country: name, else name-region, else name-district-region, in
    /// a to z, 0 to 9 and hyphens ("otley", "springfield-illinois").
    /// </summary>
    public string SlugOf(Place place) => slugs.Of(place);

    /// <summary>Every town of so many people, in the order of the files.</summary>
    /// <param name="population">Fewest inhabitants, above 0: towns of whom it is not known are left out.</param>
    public IEnumerable<Place> TownsOf(int population) =>
        Enumerable.Range(0, table.Count).Where(row => table.Kind[row] == PlaceKind.City && table.Population[row] >= population).Select(row => table[row]);

    /// <summary>The place of a slug that <see cref="SlugOf"/> gave, or null.</summary>
    /// <param name="country">ISO 3166-1 alpha-2 code, upper case.</param>
    /// <param name="slug">Lower-case words joined by hyphens.</param>
    public Place? FindBySlug(string country, string slug) => slugs.Find(country, slug);

    /// <summary>Every country, by its English name.</summary>
    public IReadOnlyList<(string Code, string Name)> Countries => table.CountriesByName;

    /// <summary>The English name of a country, null for a code that the gazetteer has not.</summary>
    /// <param name="country">ISO 3166-1 alpha-2 code, upper case.</param>
    public string? CountryName(string country) => table.CountryName(country);

    private IReadOnlyList<Hit> Find(string query, Scoring scoring, bool withPrefixes, int capacity)
    {
        var postcodes = new PostcodeReader(index, scoring);
        var best = new BestHits(table, capacity);
        foreach (var hit in postcodes.Read(query))
        {
            best.Add(hit);
        }

        if (best.Count > 0)
        {
            return best.Ordered;
        }

        var beside = new PlaceWithPostcode(index, postcodes, capacity).Find(query);
        return beside.Count > 0 ? beside : new PlaceSearch(index, scoring, capacity).Find(Parts(query), withPrefixes);
    }

    private PlaceAnswer.Found Answer(IReadOnlyList<Hit> hits)
    {
        var first = hits[0];
        var others = hits.Skip(1).Where(hit => table.Kilometres(first.Row, hit.Row) > NamesakeKilometres).ToList();
        return new PlaceAnswer.Found(PlaceOf(first))
        {
            Alternatives = [.. others.Take(AlternativesShown).Select(PlaceOf)],
            IsAmbiguous = others.Count > 0 && first.Score - others[0].Score <= AmbiguousPoints,
            Corrected = first.Corrected,
            FellBackFrom = first.FellBackFrom,
        };
    }

    private Place PlaceOf(Hit hit) => hit.Unit ?? table[hit.Row];

    /// <summary>The keys of the parts between commas; "near Leeds" asks for Leeds, unless a place is called so.</summary>
    private List<string> Parts(string query)
    {
        var parts = query.Split(',').Select(part => PlaceKey.Of(part)).Where(key => key.Length > 0).ToList();
        if (parts.Count > 0 && Leads.FirstOrDefault(lead => parts[0].StartsWith(lead, StringComparison.Ordinal)) is { } lead
            && !index.Names.Has(parts[0]))
        {
            parts[0] = parts[0][lead.Length..];
        }

        return parts;
    }

    /// <summary>One line without control characters, surrogates, doubled spaces or the marks a sentence ends with; blank if too long.</summary>
    private static string Clean(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Length > TextMaxLength)
        {
            return "";
        }

        var safe = new StringBuilder(trimmed.Length);
        foreach (var c in trimmed)
        {
            var category = char.GetUnicodeCategory(c);
            if (category is UnicodeCategory.Control or UnicodeCategory.Surrogate || char.IsWhiteSpace(c))
            {
                safe.Append(' ');
            }
            else if (category != UnicodeCategory.Format)
            {
                safe.Append(LatinLetters.Narrow(c));
            }
        }

        var words = safe.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words).Trim(' ', ',', '.', ';', '!', '?');
    }
}
