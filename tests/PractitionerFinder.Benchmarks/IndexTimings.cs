using System.Diagnostics;
using System.Globalization;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Finder.Index;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Benchmarks;

/// <summary>The index engine over many listings: what it takes to build and to keep, and how long 1,000 questions take.</summary>
internal static class IndexTimings
{
    private const int Rounds = 9;

    public static void Run(int count)
    {
        var world = SyntheticWorld.Load();
        Console.WriteLine($"{count} listings");
        Measure("world", count, world.People, world.Vocabulary, varied: false);
        Measure("dense", count, world.Dense, world.Vocabulary, varied: false);
        Measure("world, varied", count, world.People, world.Vocabulary, varied: true);
    }

    private static void Measure(string name, int count, SyntheticPeople people, Vocabulary vocabulary, bool varied)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = ListingIndex.Build(people.Listings(count, varied), vocabulary, sequence: 0);
        Say($"{name}: keeps", (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)count, "bytes a listing");
        Build(name, [.. people.Listings(count, varied)], vocabulary);

        // A seed of its own, so that what makes one of words is not measured.
        SearchCriteria[] questions = [.. people.Questions(1_000).Select(q => q with { AskedSeed = 12_345 })];
        if (!varied)
        {
            var plain = new PlainBands(people.Listings(count, varied), vocabulary);
            Ask(name, "page and techniques, plain bands", q => plain.Search(q).Total, questions);
        }

        Ask(name, "page and techniques", q => index.Search(q, SearchDepth.Techniques).Total, questions);
        Ask(name, "every facet and the ladder", q => index.Search(q, SearchDepth.Everything).Total, questions);
        Throughput(name, index, questions);
    }

    private static void Build(string name, List<IndexedListing> rows, Vocabulary vocabulary)
    {
        for (var round = 0; round < 3; round++)
        {
            var clock = Stopwatch.StartNew();
            ListingIndex.Build(rows, vocabulary, sequence: 0);
            Say($"{name}: built in", clock.Elapsed.TotalSeconds, "s");
        }
    }

    private static void Ask(string name, string what, Func<SearchCriteria, int> ask, SearchCriteria[] asked)
    {
        var times = new double[asked.Length][];
        var totals = new int[asked.Length];
        for (var round = -2; round < Rounds; round++)
        {
            for (var i = 0; i < asked.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                totals[i] = ask(asked[i]);
                var elapsed = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                times[i] ??= new double[Rounds];
                if (round >= 0)
                {
                    times[i][round] = elapsed;
                }
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var question in asked)
        {
            ask(question);
        }

        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / asked.Length;
        double[] medians = [.. times.Select(t => t.Order().ElementAt(Rounds / 2)).Order()];
        Array.Sort(totals);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {what}: p50 {medians[asked.Length / 2]:0.0} µs, p90 {medians[asked.Length * 9 / 10]:0.0} µs, p99 {medians[asked.Length * 99 / 100]:0.0} µs; matches at the median {totals[asked.Length / 2]}, p99 {totals[asked.Length * 99 / 100]}; {bytes} bytes each"));
    }

    private static void Throughput(string name, ListingIndex index, SearchCriteria[] questions)
    {
        var one = PerSecond(1);
        var two = PerSecond(2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {one:0} a second on one thread, {two:0} on two: {two / one:0.00} times"));

        double PerSecond(int threads)
        {
            var asked = 0L;
            var until = Stopwatch.GetTimestamp() + 3 * Stopwatch.Frequency;
            Thread[] all = [.. Enumerable.Range(0, threads).Select(t => new Thread(() =>
            {
                var mine = 0L;
                for (var i = t * 500; Stopwatch.GetTimestamp() < until; i++, mine++)
                {
                    index.Search(questions[i % questions.Length], SearchDepth.Techniques);
                }

                Interlocked.Add(ref asked, mine);
            }))];
            Array.ForEach(all, t => t.Start());
            Array.ForEach(all, t => t.Join());
            return asked / 3.0;
        }
    }

    private static void Say(string what, double figure, string unit) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} {figure:0.00} {unit}"));
}
