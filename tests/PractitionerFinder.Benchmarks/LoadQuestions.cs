using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Benchmarks;

/// <summary>The questions that load tests ask: from where people live, within 2 to 100 km, as in <see cref="IndexTimings"/>, each another.</summary>
internal static class LoadQuestions
{
    public static void Write(int count, TextWriter to)
    {
        var seeds = Path.Combine(AppContext.BaseDirectory, "seed-data");
        var towns = SyntheticListings.Towns(Path.Combine(seeds, "places", "places.tsv.gz"));
        foreach (var question in new SyntheticPeople(towns, VocabularyFiles.Load(seeds), DateTime.UtcNow).Questions(count))
        {
            to.WriteLine((question with { Coordinates = question.Origin!.Point }).CanonicalQuery());
        }
    }
}
