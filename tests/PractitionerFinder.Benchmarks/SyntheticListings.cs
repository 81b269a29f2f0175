using System.Globalization;
using System.IO.Compression;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Benchmarks;

/// <summary>
/// Many listings where people live: each in a town drawn by its population, within a few kilometres of its middle. Only
/// what search reads is there; the words are all the same.
/// </summary>
internal static class SyntheticListings
{
    private static readonly WeeklyHours Evening = new("Europe/London", [new OpenPeriod(DayOfWeek.Tuesday, new TimeOnly(12, 0), new TimeOnly(20, 0))], []);
    private static readonly WeeklyHours Morning = new("Europe/London", [new OpenPeriod(DayOfWeek.Tuesday, new TimeOnly(8, 0), new TimeOnly(13, 0))], []);

    /// <summary>The towns of the gazetteer's file whose population is known.</summary>
    public static List<Town> Towns(string file)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var towns = new List<Town>();
        while (lines.ReadLine() is { } line)
        {
            if (line.Split('\t') is ["city", var country, var admin1, _, _, var name, _, _, _, var latitude, var longitude, { Length: > 0 } population, ..])
            {
                towns.Add(new Town(name, country, admin1, Number(latitude), Number(longitude), Number(population)));
            }
        }

        return towns;
    }

    public static IEnumerable<Listing> Make(int count, IReadOnlyList<Town> towns, Vocabulary vocabulary, DateTime now)
    {
        var random = new Random(20_240_229);
        var upTo = new double[towns.Count];
        var people = 0.0;
        for (var i = 0; i < towns.Count; i++)
        {
            upTo[i] = people += towns[i].Population;
        }

        for (var i = 0; i < count; i++)
        {
            var found = Array.BinarySearch(upTo, random.NextDouble() * people);
            yield return Make($"synthetic-{i}", towns[Math.Min(found < 0 ? ~found : found, towns.Count - 1)], vocabulary, random, now);
        }
    }

    private static Listing Make(string slug, Town town, Vocabulary vocabulary, Random random, DateTime now)
    {
        var point = new GeoPoint(
            Math.Clamp(town.Latitude + random.NextDouble() * 0.1 - 0.05, -90, 90),
            Math.Clamp(town.Longitude + random.NextDouble() * 0.1 - 0.05, -180, 180));
        var cell = CoarseCell.Containing(point, _ => true);
        var home = random.Next(10) < 3;
        var address = new Address { Locality = town.Name, Country = town.Country, Admin1Code = town.Admin1Code };
        var hours = random.Next(2) == 0 ? Evening : Morning;
        var techniques = vocabulary.Techniques.OrderBy(_ => random.Next()).Take(random.Next(1, 6)).Select(t => t.Slug).ToList();
        var content = new ListingContent
        {
            Name = "Sam Synthetic",
            Headline = "Hands-on work",
            About = "",
            Accepting = (Accepting)random.Next(3),
            Techniques = [.. techniques.Select(t => new OfferedTechnique(t))],
            Areas = [.. vocabulary.Areas.OrderBy(_ => random.Next()).Take(3).Select(a => a.Slug)],
            Gender = (Gender)random.Next(3),
            Languages = [.. new[] { "en", SyntheticPeople.Languages[random.Next(SyntheticPeople.Languages.Count)] }.Distinct()],
            Credentials = [new Credential("c", "Register of benchmarks", "1", null, [techniques[0]])],
            Locations =
            [
                new PracticeLocation
                {
                    Key = "l",
                    Setting = home ? LocationSetting.TheirHome : LocationSetting.Clinic,
                    Address = address,
                    Point = point,
                    Cell = cell,
                    Privacy = home ? AddressPrivacy.AreaOnly : AddressPrivacy.Public,
                    StepFree = (StepFree)random.Next(4),
                    Hours = hours,
                },
            ],
            VisitAreas = random.Next(4) > 0 ? [] :
            [
                new VisitArea
                {
                    Key = "v",
                    Base = address,
                    BaseCell = town.Cell,
                    RadiusMetres = Town.VisitMetres,
                    Cover = town.Cover,
                    Hours = hours,
                },
            ],
            Online = random.Next(5) == 0 ? new OnlineSessions(hours) : null,
        };
        var at = now.AddDays(-random.Next(60));
        var listing = new Listing(slug, content, "author", at);
        listing.Submit(1, at);
        listing.Approve(1, "staff", at, vocabulary);
        if (random.Next(2) == 0)
        {
            listing.Check("c", "staff", at, null, vocabulary);
        }

        return listing;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    internal sealed record Town(string Name, string Country, string Admin1Code, double Latitude, double Longitude, double Population)
    {
        public const int VisitMetres = 10_000;

        private IReadOnlyList<long>? cover;

        public CoarseCell Cell => CoarseCell.Containing(new GeoPoint(Latitude, Longitude), _ => true);

        /// <summary>Visits start from the middle of a town: a cover for each practitioner would take most of the time that all the rest takes.</summary>
        public IReadOnlyList<long> Cover => cover ??= VisitCover.OfRadius(Cell.Centre, VisitMetres);
    }
}
