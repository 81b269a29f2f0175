using System.Globalization;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Geography.Places;

namespace PractitionerFinder.Core.Tests.Geography.Places;

/// <summary>The labelled cases: what a typed place must come to, and what must come to nothing.</summary>
public sealed class GeocodeCasesTests(GazetteerFixture places)
{
    private const int SuggestionsThatCount = 5;

    [Theory]
    [InlineData("geocode-cases.tsv")]
    [InlineData("geocode-more-cases.tsv")]
    public void Every_labelled_case_comes_to_its_place(string file)
    {
        var cases = File.ReadLines(Path.Combine(AppContext.BaseDirectory, file)).Skip(1).Select(line => line.Split('\t')).ToList();
        Assert.NotEmpty(cases);
        Assert.Empty(cases.Select(Failure).OfType<string>());
    }

    private string? Failure(string[] row)
    {
        var (mode, query, country) = (row[1], row[2], row[3].Length == 0 ? null : row[3]);
        IReadOnlyList<Place> got = mode == "suggest" ? places.Gazetteer.Suggest(query, country, SuggestionsThatCount)
            : places.Gazetteer.Resolve(query, country) is PlaceAnswer.Found found ? [found.Place]
            : [];
        return (mode == "none" ? got.Count == 0 : got.Any(place => IsExpected(place, row))) ? null
            : $"{row[0]} “{query}” ({country}) wants {row[4]}, got {string.Join(" / ", got.Select(place => place.Label))}";
    }

    private static bool IsExpected(Place place, string[] row)
    {
        var numbers = Array.ConvertAll(row[6..9], cell => double.Parse(cell, CultureInfo.InvariantCulture));
        return place.Country == row[5] && place.Point.MetresTo(new GeoPoint(numbers[0], numbers[1])) <= numbers[2] * 1000;
    }
}
