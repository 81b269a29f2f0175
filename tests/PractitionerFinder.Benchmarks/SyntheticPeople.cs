using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Finder.Index;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Benchmarks;

/// <summary>
/// What the index is told of many listings, each in a town drawn by its population and within a few kilometres of its middle, and
/// questions asked from such towns. The same numbers come out every time.
/// </summary>
internal sealed class SyntheticPeople
{
    internal static readonly IReadOnlyList<string> Languages = ["en", "en", "en", "es", "fr", "pl", "de", "ar", "hi", "zh"];

    private static readonly (string Name, double Degrees)[] Kinds = [("earth", 360), ("continent", 60), ("country", 10), ("region", 2), ("city", 0.3), ("street", 0.01)];

    private readonly IReadOnlyList<SyntheticListings.Town> towns;
    private readonly Vocabulary vocabulary;
    private readonly DateTime now;
    private readonly double[] upTo;

    /// <param name="towns">Where people live.</param>
    /// <param name="vocabulary">The techniques and areas they name.</param>
    /// <param name="now">When the questions are asked.</param>
    public SyntheticPeople(IReadOnlyList<SyntheticListings.Town> towns, Vocabulary vocabulary, DateTime now)
    {
        (this.towns, this.vocabulary, this.now) = (towns, vocabulary, now);
        upTo = new double[towns.Count];
        var people = 0.0;
        for (var i = 0; i < upTo.Length; i++)
        {
            upTo[i] = people += towns[i].Population;
        }
    }

    /// <summary>Listings with ids from 1.</summary>
    /// <param name="count">How many.</param>
    /// <param name="varied">Whether some have a second place, home visits or online sessions; otherwise each has one place.</param>
    public IEnumerable<IndexedListing> Listings(int count, bool varied)
    {
        var random = new Random(20_240_229);
        for (var id = 1; id <= count; id++)
        {
            yield return Make(id, random, varied);
        }
    }

    /// <summary>Questions: 2 to 100 km as often as ten times less, none, one or two techniques, and some filters.</summary>
    public IReadOnlyList<SearchCriteria> Questions(int count)
    {
        var random = new Random(4_711);
        return [.. Enumerable.Range(0, count).Select(_ => Ask(random))];
    }

    /// <summary>
    /// Parts of the map, each around a town: the whole earth, then continents, countries, regions, cities and streets, of each as many; the shape of a window of 1280 by 800
    /// or of a telephone of 390 by 700.
    /// </summary>
    public IReadOnlyList<(string Kind, MapView View)> Views(int count)
    {
        var random = new Random(1_569);
        return [.. Enumerable.Range(0, count).Select(i => View(Kinds[i % Kinds.Length], random))];
    }

    private (string Kind, MapView View) View((string Name, double Degrees) kind, Random random)
    {
        if (kind.Degrees >= 360)
        {
            return (kind.Name, MapView.Of(-180, -90, 180, 90)!.Value);
        }

        var town = TownOf(random);
        var width = kind.Degrees * (0.5 + random.NextDouble());
        var height = width * (random.Next(2) == 0 ? 800.0 / 1280 : 700.0 / 390) * Math.Cos(town.Latitude * Math.PI / 180);
        var west = town.Longitude + (random.NextDouble() - 1) * width;
        var south = Math.Clamp(town.Latitude + (random.NextDouble() - 1) * height, -89, 88);
        return (kind.Name, MapView.Of(Math.IEEERemainder(west, 360), south, Math.IEEERemainder(west + width, 360), Math.Min(90, south + height))!.Value);
    }

    private SearchCriteria Ask(Random random)
    {
        var town = TownOf(random);
        var techniques = Enumerable.Range(0, random.Next(3)).Select(_ => vocabulary.Techniques[random.Next(vocabulary.Techniques.Count)].Slug).Distinct();
        return new SearchCriteria
        {
            Origin = new SearchOrigin { Point = Near(town, random), Name = town.Name, Kind = "city", Country = town.Country },
            AskedWithin = new Radius(Math.Round((decimal)(2 * Math.Pow(50, random.NextDouble())), 1), DistanceUnit.Kilometres),
            Techniques = [.. techniques.Order(StringComparer.Ordinal)],
            Accepting = random.Next(10) < 3 ? Accepting.Yes : null,
            Verified = random.Next(10) < 1,
            Language = random.Next(10) < 1 ? Languages[random.Next(Languages.Count)] : null,
            Gender = random.Next(10) < 1 ? Gender.Woman : null,
            Needs = random.Next(10) < 2 ? Needs.Evenings : Needs.None,
            Now = now,
        };
    }

    private IndexedListing Make(long id, Random random, bool varied)
    {
        var town = TownOf(random);
        var region = new IndexedRegion(town.Country, town.Admin1Code, null);
        var confirmed = now.Date.AddSeconds(-random.Next(60 * 86_400));
        var proof = random.Next(2) == 0 ? now.Date.AddDays(random.Next(-30, 700)) : (DateTime?)null;
        var techniques = Enumerable.Range(0, random.Next(1, 6)).Select(_ => vocabulary.Techniques[random.Next(vocabulary.Techniques.Count)]).Distinct();
        var visits = varied && random.Next(4) == 0 ? Visits(town, random, region) : (IndexedSpot?)null;
        return new IndexedListing
        {
            Id = id,
            Accepting = (Accepting)random.Next(3),
            Gender = (Gender)random.Next(3),
            HiddenFrom = confirmed.AddDays(120),
            OverdueFrom = confirmed.AddDays(30),
            ConfirmedAt = confirmed,
            Online = varied && random.Next(5) == 0 ? Needs.StepFree | Needs.Evenings : null,
            SearchText = varied ? $" sam synthetic hands on work {town.Name.ToLowerInvariant()} " : "",
            Techniques = [.. techniques.Select((t, i) => new IndexedTechnique(t.Slug, t.NeedsProof, i == 0 ? proof : null))],
            Areas = [.. Enumerable.Range(0, random.Next(4)).Select(_ => vocabulary.Areas[random.Next(vocabulary.Areas.Count)].Slug)],
            Languages = [.. new[] { "en", Languages[random.Next(Languages.Count)] }.Distinct()],
            Places = [.. Enumerable.Range(0, varied && random.Next(10) == 0 ? 2 : 1).Select(i => Place($"p{i + 1}", Near(town, random), region, random))],
            VisitAreas = visits is { } area ? [area] : [],
        };
    }

    private static IndexedSpot Place(string key, GeoPoint point, IndexedRegion region, Random random) => new(
        key, random.Next(10) < 3 ? Setting.TheirHome : Setting.Clinic, point.Latitude, point.Longitude, region, (Needs)random.Next(8), []);

    private static IndexedSpot Visits(SyntheticListings.Town town, Random random, IndexedRegion region)
    {
        var centre = CoarseCell.Containing(Near(town, random), _ => true).Centre;
        return new IndexedSpot(
            "v1", Setting.Visit, centre.Latitude, centre.Longitude, region, Needs.StepFree, VisitCover.OfRadius(centre, random.Next(5, 30) * 1000));
    }

    private SyntheticListings.Town TownOf(Random random)
    {
        var found = Array.BinarySearch(upTo, random.NextDouble() * upTo[^1]);
        return towns[Math.Min(found < 0 ? ~found : found, towns.Count - 1)];
    }

    /// <summary>A point in a town: the larger it is, the wider it spreads.</summary>
    private static GeoPoint Near(SyntheticListings.Town town, Random random)
    {
        var spread = Math.Clamp(0.05 * Math.Sqrt(town.Population / 50_000), 0.02, 0.5);
        return new GeoPoint(
            Math.Round(Math.Clamp(town.Latitude + (random.NextDouble() + random.NextDouble() - 1) * spread, -90, 90), 6),
            Math.Round(Math.Clamp(town.Longitude + (random.NextDouble() + random.NextDouble() - 1) * spread, -180, 180), 6));
    }
}
