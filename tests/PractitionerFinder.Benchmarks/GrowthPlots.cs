using System.Diagnostics;
using System.Globalization;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Finder.Index;

namespace PractitionerFinder.Benchmarks;

/// <summary>How the index engine's times grow with the number of listings and with the radius, as drawings for the documents.</summary>
internal static class GrowthPlots
{
    private const int Asked = 1_000;
    private const int Rounds = 5;
    private const int WarmUp = 300_000;
    private const int Whole = 1_000_000;

    private static readonly int[] Counts = [10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000];
    private static readonly int[] Kilometres = [2, 5, 10, 20, 50, 100, 200, 500, 1_000];

    public static void Draw(string folder)
    {
        Directory.CreateDirectory(folder);
        var world = SyntheticWorld.Load();
        var questions = world.People.Questions(Asked).Select(q => q with { AskedSeed = 12_345 }).ToArray();

        // Until the code is compiled as well as it will be, the first figures would be those of the compiler.
        var small = ListingIndex.Build(world.People.Listings(Counts[0], varied: false), world.Vocabulary, sequence: 0);
        for (var i = 0; i < WarmUp; i++)
        {
            small.Search(questions[i % Asked], SearchDepth.Techniques);
        }

        var byCount = Counts.Select(count =>
        {
            var index = ListingIndex.Build(world.People.Listings(count, varied: false), world.Vocabulary, sequence: 0);
            return Times(index, questions, count);
        }).ToList();
        File.WriteAllText(Path.Combine(folder, "search-by-listings.svg"), Plot("A search by the number of listings", "listings", byCount));

        var dense = ListingIndex.Build(world.Dense.Listings(Whole, varied: false), world.Vocabulary, sequence: 0);
        var places = world.Dense.Questions(Asked).Select(q => q with { AskedSeed = 12_345 }).ToArray();
        var byRadius = Kilometres.Select(km => Times(dense, [.. places.Select(q => q with { AskedWithin = new Radius(km, DistanceUnit.Kilometres) })], km)).ToList();
        File.WriteAllText(Path.Combine(folder, "search-by-radius.svg"), Plot("A search by its radius, a million listings in one country", "kilometres", byRadius));
    }

    private static (double At, double Median, double Slow) Times(ListingIndex index, SearchCriteria[] questions, double at)
    {
        var times = questions.Select(_ => new double[Rounds]).ToArray();
        for (var round = -1; round < Rounds; round++)
        {
            for (var i = 0; i < questions.Length; i++)
            {
                var began = Stopwatch.GetTimestamp();
                index.Search(questions[i], SearchDepth.Techniques);
                times[i][Math.Max(0, round)] = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
            }
        }

        double[] medians = [.. times.Select(t => t.Order().ElementAt(Rounds / 2)).Order()];
        var (median, slow) = (medians[Asked / 2], medians[Asked * 99 / 100]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{at:#,0}: p50 {median:0.0} µs, p99 {slow:0.0} µs"));
        return (at, median, slow);
    }

    /// <summary>Two lines on logarithmic scales, in colours that are read on light and on dark.</summary>
    private static string Plot(string title, string unit, List<(double At, double Median, double Slow)> points)
    {
        const int width = 640, height = 360, left = 76, right = 90, top = 44, bottom = 52;
        var (least, most) = (Math.Floor(Math.Log10(points.Min(p => p.Median))), Math.Ceiling(Math.Log10(points.Max(p => p.Slow))));
        var (first, last) = (Math.Log10(points[0].At), Math.Log10(points[^1].At));
        var lines = new List<string>
        {
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="system-ui, sans-serif" font-size="13" role="img" aria-label="{title}: microseconds at the median and at the 99th percentile">""",
            """<style>text{fill:#555}.grid{stroke:#9a9a9a;stroke-opacity:.35}.p50{stroke:#0d7a6c;fill:none;stroke-width:2.5}.p99{stroke:#b5541c;fill:none;stroke-width:2.5}.p50t{fill:#0d7a6c}.p99t{fill:#b5541c}@media(prefers-color-scheme:dark){text{fill:#bbb}.p50{stroke:#6fd0c0}.p99{stroke:#f0a06a}.p50t{fill:#6fd0c0}.p99t{fill:#f0a06a}}</style>""",
            $"""<text x="{left}" y="22" font-size="15">{title}</text>""",
        };
        for (var power = least; power <= most; power++)
        {
            var y = Number(Y(Math.Pow(10, power)));
            lines.Add($"""<path class="grid" d="M{left} {y}H{width - right}"/><text x="{left - 8}" y="{y}" dy="4" text-anchor="end">{Time(Math.Pow(10, power))}</text>""");
        }

        foreach (var point in points)
        {
            var x = Number(X(point.At));
            lines.Add($"""<path class="grid" d="M{x} {top}V{height - bottom}"/><text x="{x}" y="{height - bottom + 18}" text-anchor="middle">{Short(point.At)}</text>""");
        }

        lines.Add($"""<text x="{(left + width - right) / 2}" y="{height - 10}" text-anchor="middle">{unit}</text>""");
        Line("p50", p => p.Median);
        Line("p99", p => p.Slow);
        lines.Add("</svg>");
        return string.Join('\n', lines) + "\n";

        void Line(string name, Func<(double At, double Median, double Slow), double> of)
        {
            lines.Add($"""<polyline class="{name}" points="{string.Join(' ', points.Select(p => $"{Number(X(p.At))},{Number(Y(of(p)))}"))}"/>""");
            lines.Add($"""<text class="{name}t" x="{width - right + 8}" y="{Number(Y(of(points[^1])))}" dy="4">{name} {Time(of(points[^1]))}</text>""");
        }

        double X(double at) => left + (Math.Log10(at) - first) / (last - first) * (width - left - right);

        double Y(double microseconds) => height - bottom - (Math.Log10(microseconds) - least) / (most - least) * (height - top - bottom);
    }

    private static string Number(double number) => number.ToString(number >= 100 ? "0" : "0.#", CultureInfo.InvariantCulture);

    private static string Short(double number) =>
        number >= 1e6 ? $"{Number(number / 1e6)} M" : number >= 1e4 ? $"{Number(number / 1e3)} k" : number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Time(double microseconds) => microseconds >= 1_000 ? $"{Number(microseconds / 1_000)} ms" : $"{Number(microseconds)} µs";
}
