using System.Text.Json;
using System.Xml.Linq;

namespace PractitionerFinder.Web.Tests;

public sealed class ThirdPartyNoticesTests
{
    // Makes migrations; it is not published.
    private const string OfMakingOnly = "Microsoft.EntityFrameworkCore.Design";

    private static readonly string Notices = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "THIRD-PARTY-NOTICES.md"));

    [Fact]
    public void Every_package_that_a_project_names_is_named_with_its_version()
    {
        var versions = Elements("Directory.Packages.props", "PackageVersion").ToDictionary(Name, e => e.Attribute("Version")!.Value);
        var named = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "projects"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(project => Elements(project, "PackageReference")).Select(Name).Distinct().ToList();

        Assert.Contains("MudBlazor", named);
        Assert.Contains("NetTopologySuite", named);
        AssertNamed(named.Select(n => (n, versions[n])));
    }

    [Fact]
    public void Every_package_that_comes_with_those_is_named_with_its_version()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PractitionerFinder.Web.deps.json")));
        var libraries = file.RootElement.GetProperty("targets").EnumerateObject().Single().Value.EnumerateObject()
            .ToDictionary(l => l.Name.Split('/')[0], l => (Version: l.Name.Split('/')[1], Library: l.Value));
        var shipped = new HashSet<string>();
        var waiting = new Queue<string>(["PractitionerFinder.Web"]);
        while (waiting.TryDequeue(out var name))
        {
            if (name == OfMakingOnly || !shipped.Add(name) || !libraries[name].Library.TryGetProperty("dependencies", out var needs))
            {
                continue;
            }

            foreach (var need in needs.EnumerateObject().Where(n => libraries.ContainsKey(n.Name)))
            {
                waiting.Enqueue(need.Name);
            }
        }

        Assert.Contains("SQLitePCLRaw.core", shipped);
        AssertNamed(shipped.Where(n => !n.StartsWith("PractitionerFinder.", StringComparison.Ordinal)).Select(n => (n, libraries[n].Version)));
    }

    private static void AssertNamed(IEnumerable<(string Name, string Version)> packages)
    {
        var missing = packages.Select(p => $"| {p.Name} | {p.Version} |").Where(row => !Notices.Contains(row, StringComparison.Ordinal)).ToList();
        Assert.True(missing.Count == 0, "THIRD-PARTY-NOTICES.md lacks:\n" + string.Join('\n', missing));
    }

    private static IEnumerable<XElement> Elements(string file, string name) =>
        XDocument.Load(Path.Combine(AppContext.BaseDirectory, file)).Descendants(name);

    private static string Name(XElement package) => package.Attribute("Include")!.Value;
}
