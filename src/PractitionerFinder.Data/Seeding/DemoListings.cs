using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Seeding;

/// <summary>
/// Makes the demonstration's fictional practitioners: 2,499 in the numbers that seed-data/practitioners/towns.tsv gives to
/// towns and one of them entered twice. The same ones each time on the same day, through the same verbs that real listings go through. docs/demo-data.md states
/// the shares.
/// </summary>
/// <param name="vocabulary">Techniques, areas and protected words.</param>
/// <param name="isBuiltUp">Whether many people live at a point; decides how wide the coarse cell of a private address is.</param>
/// <param name="folder">The folder `seed-data`.</param>
public sealed class DemoListings(Vocabulary vocabulary, Func<GeoPoint, bool> isBuiltUp, string folder)
{
    private const ulong Seed = 20_240_229;
    private const string SecondEntry = "-second-entry";
    private const string TownOfSecondEntry = "Leeds";
    private readonly string files = Path.Combine(folder, "practitioners");

    /// <summary>Makes everybody, with dates that count back from now (UTC).</summary>
    /// <exception cref="InvalidDataException">A file is malformed; the message names it and the line.</exception>
    public IReadOnlyList<Listing> Make(DateTime now)
    {
        var towns = DemoTown.Read(files);
        var prose = new DemoProse(files);
        var people = new DemoPeople(files);
        var history = new DemoHistory(prose, vocabulary, now);
        var writing = new DemoWriting(files, prose, vocabulary);
        var practices = new DemoPractices(files, vocabulary, towns);
        var contents = new DemoContents(new DemoPlaces(towns, prose, isBuiltUp), new FictionNumbers(files), now);
        var listings = new List<Listing>();
        var slugs = new HashSet<string>();
        var isEnteredTwice = false;
        foreach (var town in towns.SelectMany(t => Enumerable.Repeat(t, t.Listings)))
        {
            var dice = DiceOf(listings.Count);
            var person = people.Draw(dice, town);
            var practice = practices.Draw(dice, town, now);
            var slug = SlugOf(person, town, slugs);
            var content = contents.Draw(dice, person, practice, town, slug);
            var listing = Begin(dice, slug);
            listings.Add(listing);
            if (!isEnteredTwice && town.Name == TownOfSecondEntry && listing.IsFindable(now))
            {
                isEnteredTwice = true;
                listings.Add(Begin(DiceOf(listings.Count), slug + SecondEntry));
            }

            Listing Begin(Dice own, string address)
            {
                var written = writing.Write(own, content, practice, town, person, now);
                return history.Live(own, address, $"demo-owner-{listings.Count + 1}", written, practice, () => written with
                {
                    Headline = writing.AnotherHeadline(own, written, town, person, now.Year),
                    Fees = [.. written.Fees.Select(f => f with { AmountMinor = f.AmountMinor + 500 })],
                    Accepting = own.Of([Accepting.Yes, Accepting.Waiting]),
                });
            }
        }

        return listings;
    }

    /// <summary>
    /// The one practitioner who was entered twice: the second entry is published still, and is to be archived into the
    /// first when both have keys.
    /// </summary>
    public static (Listing From, Listing Into) EnteredTwice(IReadOnlyList<Listing> listings)
    {
        var from = listings.Single(l => l.Slug.EndsWith(SecondEntry, StringComparison.Ordinal));
        return (from, listings.Single(l => l.Slug == from.Slug[..^SecondEntry.Length]));
    }

    /// <summary>Dice of its own for each listing, so that a change to one draw does not make everybody after it another person.</summary>
    private static Dice DiceOf(int position) => new(Seed + (ulong)position * 7919);

    /// <summary>Name and town in plain letters; a number behind it where somebody of that name is there already.</summary>
    private static string SlugOf(DemoPerson person, DemoTown town, HashSet<string> taken)
    {
        var plain = $"{person.Slug}-{string.Join('-', PlainWords.Of(town.Name))}";
        var slug = plain;
        for (var i = 2; !taken.Add(slug); i++)
        {
            slug = $"{plain}-{i}";
        }

        return slug;
    }
}
