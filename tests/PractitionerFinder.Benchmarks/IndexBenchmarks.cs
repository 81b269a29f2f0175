using BenchmarkDotNet.Attributes;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Finder.Index;

namespace PractitionerFinder.Benchmarks;

/// <summary>The index engine over more and more listings in the towns of the world: the mean of 1,000 questions, and what each allocates.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class IndexBenchmarks
{
    private const int Asked = 1_000;

    private ListingIndex index = null!;
    private SearchCriteria[] questions = [];

    [Params(10_000, 100_000, 1_000_000, 10_000_000)]
    public int Listings { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var world = SyntheticWorld.Load();
        index = ListingIndex.Build(world.People.Listings(Listings, varied: false), world.Vocabulary, sequence: 0);
        questions = [.. world.People.Questions(Asked).Select(q => q with { AskedSeed = 12_345 })];
    }

    [Benchmark(Description = "page of 20, techniques", OperationsPerInvoke = Asked)]
    public int FirstPage() => Ask(SearchDepth.Techniques);

    [Benchmark(Description = "every facet, the ladder", OperationsPerInvoke = Asked)]
    public int Everything() => Ask(SearchDepth.Everything);

    private int Ask(SearchDepth depth)
    {
        var found = 0;
        foreach (var question in questions)
        {
            found += index.Search(question, depth).Total;
        }

        return found;
    }
}
