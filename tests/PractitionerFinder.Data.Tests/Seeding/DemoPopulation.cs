using System.Diagnostics;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data.Seeding;

[assembly: AssemblyFixture(typeof(PractitionerFinder.Data.Tests.Seeding.DemoPopulation))]

namespace PractitionerFinder.Data.Tests.Seeding;

/// <summary>The demonstration's practitioners, made once for all tests that read them.</summary>
public sealed class DemoPopulation
{
    public static readonly DateTime Now = new(2026, 3, 14, 10, 30, 0, DateTimeKind.Utc);

    public DemoPopulation()
    {
        Vocabulary = VocabularyFiles.Load(Folder);
        Listings = Make();
        var watch = Stopwatch.StartNew();
        Again = Make();
        Took = watch.Elapsed;
    }

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "seed-data");

    public Vocabulary Vocabulary { get; }

    public IReadOnlyList<Listing> Listings { get; }

    /// <summary>Made a second time, when the code is warm.</summary>
    public IReadOnlyList<Listing> Again { get; }

    public TimeSpan Took { get; }

    /// <summary>What each listing says, public or not.</summary>
    public IEnumerable<ListingContent> Contents => Listings.Select(l => l.Revisions[0].Content);

    private IReadOnlyList<Listing> Make() => new DemoListings(Vocabulary, _ => true, Folder).Make(Now);
}
