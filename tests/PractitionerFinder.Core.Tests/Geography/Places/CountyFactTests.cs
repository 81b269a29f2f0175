using PractitionerFinder.Core.Geography.Places;

namespace PractitionerFinder.Core.Tests.Geography.Places;

public sealed class CountyFactTests(GazetteerFixture places)
{
    [Fact]
    public void Every_county_in_the_fact_files_is_a_county_of_the_gazetteer_by_each_of_its_names()
    {
        var facts = Directory.EnumerateFiles(GazetteerFixture.Folder, "counties-*.tsv")
            .SelectMany(file => File.ReadLines(file).Skip(1)).Select(line => line.Split('\t')).ToList();
        Assert.NotEmpty(facts);
        Assert.All(facts, fact => Assert.All(
            fact[2].Split(';', StringSplitOptions.RemoveEmptyEntries).Append(fact[1]),
            name => Assert.True(IsCountyNamed(name, fact[0], fact[1]), $"{name} ({fact[1]}) is not found")));
    }

    private bool IsCountyNamed(string name, string country, string county) =>
        places.Gazetteer.Suggest(name, country, 20).Any(place => place.Kind == PlaceKind.County && place.Country == country && place.Name == county);
}
