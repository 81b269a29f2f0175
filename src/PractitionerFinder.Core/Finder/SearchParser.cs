using System.Globalization;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder;

/// <summary>What could not be taken as it was given.</summary>
/// <param name="Parameter">Name of the parameter.</param>
/// <param name="Message">What it should have been, for a program.</param>
/// <param name="Instead">What was done about it, for a reader.</param>
public sealed record SearchProblem(string Parameter, string Message, string Instead);

/// <summary>A question as it was understood.</summary>
/// <param name="Criteria">The nearest sensible question.</param>
/// <param name="Problems">What was changed to get there; none when all was taken as given.</param>
/// <param name="PlaceIsUnknown">Whether a place was given that nobody knows: then nothing is to be searched.</param>
public sealed record SearchReading(SearchCriteria Criteria, IReadOnlyList<SearchProblem> Problems, bool PlaceIsUnknown);

/// <summary>Reads the parameters of a search, from a page or a program alike.</summary>
/// <param name="vocabulary">The techniques and areas that there are.</param>
/// <param name="locate">Finds the origin of a place text with a country hint; null when nobody knows it.</param>
/// <param name="describe">Makes an origin of coordinates.</param>
public sealed class SearchParser(
    Vocabulary vocabulary, Func<string, string?, SearchOrigin?> locate, Func<GeoPoint, SearchOrigin> describe)
{
    private const int MostOfAParameter = 50;

    /// <summary>Reads the parameters. Blank ones count as not given, unknown names are passed over.</summary>
    /// <param name="parameters">Values by name.</param>
    /// <param name="now">When, UTC.</param>
    /// <param name="showDemo">Whether fictional listings take part.</param>
    public SearchReading Read(IReadOnlyDictionary<string, IReadOnlyList<string>> parameters, DateTime now, bool showDemo)
    {
        var form = new Parameters(parameters);
        var country = form.Country();
        var coordinates = form.Coordinates();
        var near = form.Near(coordinates is not null);
        var origin = coordinates is { } point ? describe(point) : near is null ? null : locate(near, country);
        var q = form.Words();
        var area = form.Area(vocabulary);
        var criteria = new SearchCriteria
        {
            Near = near,
            Coordinates = coordinates,
            Country = country,
            Origin = origin,
            AskedWithin = form.Within(origin),
            Techniques = form.Techniques(vocabulary),
            MatchAll = form.OneOf("match", "match is any or all.", ("any", false), ("all", true)) ?? false,
            Area = area,
            AreasMatching = area is null ? [] : vocabulary.AreasMatching(area),
            Settings = form.ManyOf("setting", "setting is clinic, their-home, visit or online.", [.. Enum.GetValues<Setting>().Select(s => (s.Word(), s))]),
            Accepting = form.OneOf("accepting", "accepting is yes, waiting or no.", [.. Enum.GetValues<Accepting>().Select(a => (a.Word(), a))]),
            Verified = form.OneOf("verified", "verified is true or false.", ("true", true), ("false", false)) ?? false,
            Needs = form.ManyOf("need", "need is step-free, evenings or weekends.", [.. SearchCriteria.NeedWords.Select(n => (n.Word, n.Need))])
                .Aggregate(Needs.None, (all, need) => all | need),
            Language = form.Language(),
            Gender = form.OneOf("gender", "gender is woman, man or non-binary.", [.. Enum.GetValues<Gender>().Select(g => (g.Word(), g))]),
            Q = q,
            Sort = form.OneOf("sort", "sort is distance or confirmed.", ("distance", SearchSort.Distance), ("confirmed", SearchSort.Confirmed)) ?? SearchSort.Distance,
            AskedSeed = form.Number("seed", 1, SearchCriteria.ShufflePrime - 1),
            Page = (int)(form.Number("page", 1, 1_000_000) ?? 1),
            PageSize = (int)(form.Number("pageSize", 1, SearchCriteria.MostPerPage) ?? SearchCriteria.DefaultPerPage),
            Now = now,
            ShowDemo = showDemo,
        }.LookingFor(PlainWords.Of(q), vocabulary);
        return new SearchReading(criteria, form.Problems, near is not null && origin is null);
    }

    private sealed class Parameters(IReadOnlyDictionary<string, IReadOnlyList<string>> given)
    {
        public List<SearchProblem> Problems { get; } = [];

        public string? Country()
        {
            var text = One("country")?.ToUpperInvariant();
            if (text is null || (text.Length == 2 && text.All(char.IsAsciiLetterUpper)))
            {
                return text;
            }

            Refuse("country", "country is a code of two letters (ISO 3166-1), such as GB.", "We passed over the country, because we could not read it.");
            return null;
        }

        public GeoPoint? Coordinates()
        {
            var latitude = One("lat");
            var longitude = One("lon");
            if (latitude is null && longitude is null)
            {
                return null;
            }

            const string instead = "We passed over the coordinates, because we could not read them.";
            var y = Degrees("lat", latitude, GeoPoint.IsLatitude, "lat is a latitude from -90 to 90 degrees, such as 53.8, and goes together with lon.", instead);
            var x = Degrees("lon", longitude, GeoPoint.IsLongitude, "lon is a longitude from -180 to 180 degrees, such as -1.55, and goes together with lat.", instead);
            return y is { } north && x is { } east ? new GeoPoint(north, east) : null;
        }

        public string? Near(bool hasCoordinates)
        {
            var text = One("near");
            if (text is null)
            {
                return null;
            }

            if (hasCoordinates)
            {
                Refuse("near", "Give near, or lat and lon, but not both.", "We searched around the coordinates and passed over the place.");
                return null;
            }

            var cleaned = string.Join(' ', new string([.. text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)])
                .Split(' ', StringSplitOptions.RemoveEmptyEntries));
            if (text.Any(char.IsControl))
            {
                Refuse("near", "near holds control characters; give a place in plain letters.", "We left out characters that no place name has.");
            }

            if (cleaned.Length <= SearchCriteria.NearMaxLength)
            {
                return cleaned.Length == 0 ? null : cleaned;
            }

            Refuse("near", $"near is a place or a postcode of at most {SearchCriteria.NearMaxLength} characters.", $"We read only the first {SearchCriteria.NearMaxLength} characters of the place.");
            return cleaned[..SearchCriteria.NearMaxLength].Trim();
        }

        public Radius? Within(SearchOrigin? origin)
        {
            if (One("within") is not { } text)
            {
                return null;
            }

            if (Radius.Read(text) is { } radius)
            {
                return radius;
            }

            var instead = origin?.DefaultWithin is { } usual ? $"We could not read the distance, so we searched within {usual.InWords()}." : "We passed over the distance, because we could not read it.";
            Refuse("within", "within is a distance from 0 to 12436mi or 20015km, such as 10mi or 25km.", instead);
            return null;
        }

        public IReadOnlyList<string> Techniques(Vocabulary vocabulary)
        {
            var slugs = Many("technique").Select(t => t.ToLowerInvariant()).Distinct().ToList();
            if (slugs.Exists(s => vocabulary.Technique(s) is null))
            {
                Refuse("technique", "technique is a slug of /api/v1/techniques, such as myofascial-release.", "We passed over a technique that we do not know.");
            }

            return [.. slugs.Where(s => vocabulary.Technique(s) is not null).Order(StringComparer.Ordinal)];
        }

        public string? Area(Vocabulary vocabulary)
        {
            var slug = One("area")?.ToLowerInvariant();
            if (slug is null || vocabulary.Area(slug) is not null)
            {
                return slug;
            }

            Refuse("area", "area is the slug of a part of the body, such as neck or low-back.", "We passed over a part of the body that we do not know.");
            return null;
        }

        public string? Language()
        {
            var code = One("language")?.ToLowerInvariant();
            if (code is null || (code.Length == 2 && code.All(char.IsAsciiLetterLower)))
            {
                return code;
            }

            Refuse("language", "language is a code of two letters (ISO 639-1), such as pl.", "We passed over the language, because we could not read it.");
            return null;
        }

        public string Words()
        {
            var text = One("q") ?? "";
            if (text.Length > SearchCriteria.QMaxLength)
            {
                Refuse("q", $"q is at most {SearchCriteria.QMaxLength} characters.", $"We looked for the first {SearchCriteria.QMaxLength} characters of your words.");
                text = text[..SearchCriteria.QMaxLength];
            }

            var plain = PlainWords.Line(text);
            if (plain.Length == 0 && text.Length > 0)
            {
                Refuse("q", "q needs a letter or a digit.", "We passed over the words, because they held no letter.");
            }

            return plain;
        }

        public long? Number(string name, long least, long most)
        {
            if (One(name) is not { } text)
            {
                return null;
            }

            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            // A number too large is nearest to the largest, anything else to the default.
            var nearest = text.Length > 0 && text.All(char.IsAsciiDigit) && text.Trim('0').Length > 0 && name != "seed" ? most : (long?)null;
            Refuse(name, $"{name} is a whole number from {least} to {most}.", nearest is null ? $"We passed over “{name}”, because it was not a number that we can use." : $"We used {nearest} for “{name}”, which is the most there can be.");
            return nearest;
        }

        public T? OneOf<T>(string name, string message, params (string Word, T Value)[] words)
            where T : struct
        {
            if (One(name) is not { } text)
            {
                return null;
            }

            foreach (var (word, value) in words)
            {
                if (string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }

            Refuse(name, message, $"We passed over “{name}”, because we could not read it.");
            return null;
        }

        public IReadOnlyList<T> ManyOf<T>(string name, string message, IReadOnlyList<(string Word, T Value)> words)
        {
            var given = Many(name);
            if (given.Any(g => !words.Any(w => string.Equals(w.Word, g, StringComparison.OrdinalIgnoreCase))))
            {
                Refuse(name, message, $"We passed over a “{name}” that we do not know.");
            }

            return [.. words.Where(w => given.Contains(w.Word, StringComparer.OrdinalIgnoreCase)).Select(w => w.Value)];
        }

        private double? Degrees(string name, string? text, Func<double, bool> isInRange, string message, string instead)
        {
            if (text is { Length: <= 40 }
                && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees)
                && isInRange(degrees))
            {
                return Math.Round(degrees, 6);
            }

            Refuse(name, message, instead);
            return null;
        }

        private string? One(string name)
        {
            var values = Many(name);
            if (values.Count > 1)
            {
                Refuse(name, $"{name} is given once.", $"“{name}” stood there more than once; we used the first.");
            }

            return values.Count == 0 ? null : values[0];
        }

        private List<string> Many(string name)
        {
            var values = given.TryGetValue(name, out var all) ? all.Select(v => v.Trim()).Where(v => v.Length > 0).ToList() : [];
            if (values.Count <= MostOfAParameter)
            {
                return values;
            }

            Refuse(name, $"{name} is given at most {MostOfAParameter} times.", $"We read only the first {MostOfAParameter} of “{name}”.");
            return values[..MostOfAParameter];
        }

        private void Refuse(string parameter, string message, string instead)
        {
            if (!Problems.Exists(p => p.Parameter == parameter && p.Message == message))
            {
                Problems.Add(new SearchProblem(parameter, message, instead));
            }
        }
    }
}
