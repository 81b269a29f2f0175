using BenchmarkDotNet.Attributes;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Geography.Places;

namespace PractitionerFinder.Benchmarks;

/// <summary>The gazetteer's questions, one of each kind.</summary>
[MemoryDiagnoser]
public class PlacesBenchmarks
{
    private readonly string folder = Path.Combine(AppContext.BaseDirectory, "seed-data", "places");
    private readonly Gazetteer gazetteer;
    private readonly GeoPoint point = new(53.9055, -1.6938);

    public PlacesBenchmarks() => gazetteer = Gazetteer.Load(folder);

    [Benchmark]
    public object Load() => Gazetteer.Load(folder);

    [Benchmark]
    public object SuggestTwoLetters() => gazetteer.Suggest("sa", "GB", 7);

    [Benchmark]
    public object SuggestTwoWords() => gazetteer.Suggest("new y", "US", 7);

    [Benchmark]
    public object ResolveTown() => gazetteer.Resolve("Otley", "GB");

    [Benchmark]
    public object ResolveTownAndCounty() => gazetteer.Resolve("Otley, West Yorkshire", "GB");

    [Benchmark]
    public object ResolvePostcodeUnit() => gazetteer.Resolve("LS6 3HN", "GB");

    [Benchmark]
    public object ResolveMistyped() => gazetteer.Resolve("Mancester", "GB");

    [Benchmark]
    public object ResolveNonsense() => gazetteer.Resolve("zzzqqx", "GB");

    [Benchmark]
    public object Locate() => gazetteer.Locate(point);

    [Benchmark]
    public bool IsBuiltUp() => gazetteer.IsBuiltUp(point);
}
