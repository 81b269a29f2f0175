using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Tests.Geography.Places;

[assembly: AssemblyFixture(typeof(GazetteerFixture))]

namespace PractitionerFinder.Core.Tests.Geography.Places;

/// <summary>The real gazetteer, read once for every test.</summary>
public sealed class GazetteerFixture
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "seed-data", "places");

    public Gazetteer Gazetteer { get; } = Gazetteer.Load(Folder);

    public PlaceAnswer.Found Found(string text, string? country = "GB") =>
        Assert.IsType<PlaceAnswer.Found>(Gazetteer.Resolve(text, country));
}
