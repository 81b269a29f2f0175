// The last word on a test run: dotnet run verdict.cs -- <folder of reports> <exit code of dotnet test>
// Every suite must have finished and must have a result for every test it lists; anything less counts as a failure.
#:property PublishAot=false
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

var (reportFolder, exitCode) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture));
var suites = Directory.GetDirectories(TestsFolder(), "*.Tests").Select(folder => new DirectoryInfo(folder).Name).Order().ToList();
var reports = Reports().ToDictionary(report => Path.GetFileNameWithoutExtension((string)report.Attribute("name")!));
var (passed, skipped, failures) = (0, 0, new List<string>());

foreach (var suite in suites)
{
    if (!reports.TryGetValue(suite, out var report))
    {
        failures.Add($"{suite} left no report: it crashed, hung or was not started.");
        continue;
    }

    var results = report.Descendants("test").ToList();
    failures.AddRange(Missing(report, results));
    failures.AddRange(results.Where(test => Result(test) == "Fail").Select(Told));
    failures.AddRange(report.Elements("errors").Elements("error").Select(error => $"{suite}, outside a test: {Told(error)}"));
    passed += results.Count(test => Result(test) == "Pass");
    skipped += results.Count(test => Result(test) is "Skip" or "NotRun");
    Console.WriteLine($"{suite}: {results.Count} tests, {report.Attribute("time")!.Value} s");
}

foreach (var group in reports.Values.Descendants("test").Where(test => Result(test) == "Skip").GroupBy(test => test.Element("reason")?.Value.Trim()))
    Console.WriteLine($"Skipped, {group.Count()}: {group.Key}\n{string.Join('\n', group.Select(test => $"    {test.Attribute("name")!.Value}"))}");

if (exitCode != 0 && failures.Count == 0)
    failures.Add($"dotnet test ended with exit code {exitCode}, and no report says why.");

foreach (var failure in failures)
    Console.WriteLine($"\nFAILED {failure}");

Console.WriteLine();
Console.WriteLine($"{passed} passed, {failures.Count} failed{(skipped > 0 ? $", {skipped} skipped" : "")}");
return failures.Count == 0 ? 0 : 1;

IEnumerable<XElement> Reports()
{
    if (!Directory.Exists(reportFolder))
        return [];

    return Directory.GetFiles(reportFolder, "*.xml").SelectMany(file =>
    {
        try
        {
            return XDocument.Load(file).Descendants("assembly");
        }
        catch (XmlException)
        {
            // Cut off while it was written: the suite did not finish, so it has no report.
            return [];
        }
    });
}

// A theory's rows are listed one by one where they can be told apart before the run, and as one test otherwise, so a method may have
// more results than cases but never fewer. Explicit tests run only when they are asked for.
IEnumerable<string> Missing(XElement report, List<XElement> results)
{
    var assembly = (string)report.Attribute("name")!;
    using var listing = Process.Start(new ProcessStartInfo("dotnet", [assembly, "-list", "full/json", "-preEnumerateTheories", "-noColor", "-noLogo"])
    {
        RedirectStandardOutput = true,
    })!;
    var listed = listing.StandardOutput.ReadToEnd();
    listing.WaitForExit();
    if (listing.ExitCode != 0)
        return [$"{assembly} does not list its tests:\n{listed}"];

    var ran = results.Where(test => Result(test) != "NotRun").CountBy(Method).ToDictionary();
    return from test in JsonElement.Parse(listed).EnumerateArray()
           where !test.GetProperty("Explicit").GetBoolean()
           group test by $"{test.GetProperty("Class")}.{test.GetProperty("Method")}" into cases
           let done = ran.GetValueOrDefault(cases.Key)
           where done < cases.Count()
           select $"{cases.Key}: {done} of {cases.Count()} ran";
}

static string Result(XElement test) => test.Attribute("result")!.Value;

static string Method(XElement test) => $"{test.Attribute("type")!.Value}.{test.Attribute("method")!.Value}";

// dotnet test has printed the whole stack; here the project's own frames are enough to find the place.
static string Told(XElement failed)
{
    var stack = failed.Element("failure")?.Element("stack-trace")?.Value.Split('\n') ?? [];
    var message = failed.Element("failure")?.Element("message")?.Value.Replace("\\\"", "\"");
    return string.Join('\n', [failed.Attribute("name")?.Value, message, .. stack.Where(frame => frame.Contains(".cs:line")).Distinct().Take(5)]);
}

static string TestsFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
