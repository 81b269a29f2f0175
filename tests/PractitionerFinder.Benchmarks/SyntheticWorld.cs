using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Benchmarks;

/// <summary>The words and the towns that synthetic listings are made of.</summary>
/// <param name="Vocabulary">The words in force.</param>
/// <param name="People">Those who live in the towns of the world.</param>
/// <param name="Dense">Those who live in the towns of one country.</param>
internal sealed record SyntheticWorld(Vocabulary Vocabulary, SyntheticPeople People, SyntheticPeople Dense)
{
    /// <summary>When questions are asked.</summary>
    public static readonly DateTime Now = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    public static SyntheticWorld Load()
    {
        var seeds = Path.Combine(AppContext.BaseDirectory, "seed-data");
        var vocabulary = VocabularyFiles.Load(seeds);
        var towns = SyntheticListings.Towns(Path.Combine(seeds, "places", "places.tsv.gz"));
        return new SyntheticWorld(vocabulary, new SyntheticPeople(towns, vocabulary, Now), new SyntheticPeople([.. towns.Where(t => t.Country == "US")], vocabulary, Now));
    }
}
