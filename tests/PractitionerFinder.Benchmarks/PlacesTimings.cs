using System.Diagnostics;
using PractitionerFinder.Core.Geography.Places;

namespace PractitionerFinder.Benchmarks;

/// <summary>
/// What a benchmark's mean hides: the load, the memory, and the slowest of many thousand questions, made of the labelled
/// cases and of every place that typing two letters brings up.
/// </summary>
public static class PlacesTimings
{
    public static void Run()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var gazetteer = Gazetteer.Load(Path.Combine(AppContext.BaseDirectory, "seed-data", "places"));
        Console.WriteLine($"load {watch.ElapsedMilliseconds} ms, {gazetteer.Count:N0} rows");
        Console.WriteLine($"kept {(GC.GetTotalMemory(forceFullCollection: true) - before) >> 20} MB");

        string[] pairs = [.. from a in "abcdefghijklmnopqrstuvwxyz" from b in "abcdefghijklmnopqrstuvwxyz " select $"{a}{b}"];
        var names = pairs.SelectMany(pair => gazetteer.Suggest(pair, "GB", 20)).Select(place => place.Name).Distinct().ToList();
        string[] prefixes = [.. pairs, .. names.SelectMany(name => Enumerable.Range(2, name.Length - 1).Select(length => name[..length]))];
        string[] mistyped = [.. names.Where(name => name.Length > 4).Select(name => name.Insert(name.Length / 2, "x"))];
        Report("suggest, two letters", pairs, text => gazetteer.Suggest(text, "GB", 7));
        Report("suggest, every prefix", prefixes, text => gazetteer.Suggest(text, "GB", 7));
        Report("resolve, names", [.. names], text => gazetteer.Resolve(text, "GB"));
        Report("resolve, mistyped", mistyped, text => gazetteer.Resolve(text, "GB"));
    }

    private static void Report(string what, string[] texts, Func<string, object> ask)
    {
        Array.ForEach(texts, text => ask(text));
        var times = Array.ConvertAll(texts, text =>
        {
            var start = Stopwatch.GetTimestamp();
            ask(text);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });
        Array.Sort(times);
        Console.WriteLine($"{what}: {times.Length:N0} questions, p50 {times[times.Length / 2]:F3} ms, p95 {times[times.Length * 95 / 100]:F3} ms, p99 {times[times.Length * 99 / 100]:F3} ms, slowest {times[^1]:F3} ms");
    }
}
