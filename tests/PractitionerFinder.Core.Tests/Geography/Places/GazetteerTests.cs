using System.Diagnostics;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Geography.Places;

namespace PractitionerFinder.Core.Tests.Geography.Places;

public sealed class GazetteerTests(GazetteerFixture places)
{
    private readonly Gazetteer gazetteer = places.Gazetteer;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\n ")]
    public void Nothing_typed_is_told_apart_from_nothing_found(string? text) =>
        Assert.IsType<PlaceAnswer.NothingTyped>(gazetteer.Resolve(text, "GB"));

    [Fact]
    public void An_ambiguous_name_takes_the_likeliest_and_offers_the_others()
    {
        var found = places.Found("Springfield", "US");
        Assert.True(found.IsAmbiguous);
        Assert.Contains(found.Alternatives, place => place.Admin1 == "Massachusetts");
        Assert.All(found.Alternatives, place => Assert.True(place.Point.MetresTo(found.Place.Point) > 50_000));
    }

    [Fact]
    public void A_name_far_ahead_of_its_namesakes_is_not_ambiguous() => Assert.False(places.Found("Leeds").IsAmbiguous);

    [Fact]
    public void A_slip_that_was_put_right_is_said()
    {
        Assert.True(places.Found("Mancester").Corrected);
        Assert.False(places.Found("Manchester").Corrected);
        Assert.False(places.Found("manch").Corrected);
    }

    [Fact]
    public void A_name_that_is_not_known_offers_close_names_and_searches_on_none()
    {
        var answer = Assert.IsType<PlaceAnswer.NotFound>(gazetteer.Resolve("Bristle", "GB"));
        Assert.Contains(answer.Close, place => place is { Name: "Bristol", Country: "GB" });
    }

    [Fact]
    public void A_place_that_its_county_rules_out_is_offered_without_it()
    {
        var answer = Assert.IsType<PlaceAnswer.NotFound>(gazetteer.Resolve("Leeds, Kent", "GB"));
        Assert.Contains(answer.Close, place => place is { Name: "Leeds", Country: "GB" });
    }

    [Theory]
    [InlineData("LS6 3HN", "LS6 3HN", null)]
    [InlineData("LS6 3ZZ", "LS6 3", "LS6 3ZZ")]
    [InlineData("ls60aa", "LS6", "LS6 0AA")]
    [InlineData("LS6 3H", "LS6 3", "LS6 3H")]
    [InlineData("M5V3L9", "M5V", "M5V 3L9")]
    [InlineData("D02AF30", "D02", "D02 AF30")]
    [InlineData("606011234", "60601", "60601-1234")]
    [InlineData("LS6", "LS6", null)]
    public void A_code_that_is_not_known_falls_back_to_a_coarser_one_and_says_so(string typed, string used, string? asked)
    {
        var found = places.Found(typed);
        Assert.Equal(used, found.Place.Postcode);
        Assert.Equal(asked, found.FellBackFrom);
        Assert.Equal(asked is null, found.FallbackStatement is null);
    }

    [Fact]
    public void A_coarse_code_says_how_coarse()
    {
        Assert.Equal(50, places.Found("LS6 3HN").Place.SpreadMetres);
        Assert.InRange(places.Found("LS6").Place.SpreadMetres ?? 0, 500, 5_000);
        Assert.InRange(places.Found("SW1").Place.SpreadMetres ?? 0, 1_000, 5_000);
    }

    [Theory]
    [InlineData("Otley", "Otley, Leeds, United Kingdom")]
    [InlineData("Leeds", "Leeds, England, United Kingdom")]
    [InlineData("Springfield, IL", "Springfield, Illinois, United States")]
    [InlineData("LS6 3HN", "LS6 3HN, Leeds, United Kingdom")]
    [InlineData("France", "France")]
    [InlineData("Scotland", "Scotland, United Kingdom")]
    public void A_label_says_which_namesake_it_is(string text, string label) => Assert.Equal(label, places.Found(text).Place.Label);

    [Fact]
    public void Suggestions_are_the_best_of_all_that_begin_so_and_no_more_than_asked_for()
    {
        var names = gazetteer.Suggest("sa", "US", 7).Select(place => place.Name).ToList();
        Assert.Equal(7, names.Count);
        Assert.Contains("San Diego", names);
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void One_letter_is_too_little_to_suggest_from() => Assert.Empty(gazetteer.Suggest("l", "GB", 7));

    [Theory]
    [InlineData(0)]
    [InlineData(21)]
    public void A_limit_out_of_range_is_refused(int limit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => gazetteer.Suggest("leeds", "GB", limit));

    public static TheoryData<string> HostileTexts =>
    [
        new string('a', 10_000), new string('5', 10_000), new string(',', 10_000), string.Concat(Enumerable.Repeat("st ", 5_000)),
        "\ud800", "Leeds\udc00\ud800", "\0\u0001\u001b[31m", "\u202eLeeds\u202c\u200f\ufeff", new string('\u0301', 99), new string('\ufdfa', 99),
        "'; DROP TABLE places; --", "<script>alert('x')</script>", "../../etc/passwd", "%00%0a", "{{7*7}}", "🦴🦴🦴", "((((((((((", "\t,\t,\t,",
    ];

    [Theory]
    [MemberData(nameof(HostileTexts), DisableDiscoveryEnumeration = true)]
    public void Hostile_text_is_answered_at_once_and_never_throws(string text)
    {
        var watch = Stopwatch.StartNew();
        gazetteer.Resolve(text, text);
        gazetteer.Suggest(text, text, 7);
        Assert.True(watch.ElapsedMilliseconds < 500, $"took {watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void A_text_longer_than_any_name_is_not_looked_at() =>
        Assert.IsType<PlaceAnswer.NotFound>(gazetteer.Resolve("Leeds" + new string('x', Gazetteer.TextMaxLength), "GB"));

    [Fact]
    public void Many_threads_may_ask_at_once()
    {
        var expected = places.Found("Edinbrugh").Place;
        Assert.All(
            Enumerable.Range(0, 200).AsParallel().Select(_ => places.Found("Edinbrugh").Place).ToList(),
            place => Assert.Equal(expected, place));
    }

    [Theory]
    [InlineData(53.7965, -1.5478, "GB", "ENG", "Leeds")]
    [InlineData(53.9055, -1.6938, "GB", "ENG", "Leeds")]
    [InlineData(53.4500, -2.7333, "GB", "ENG", "St. Helens")]
    [InlineData(51.5390, -0.1426, "GB", "ENG", "Greater London")]
    [InlineData(52.0900, -1.2000, "GB", "ENG", "Oxfordshire")]
    [InlineData(55.9533, -3.1883, "GB", "SCT", "Edinburgh")]
    [InlineData(53.3498, -6.2603, "IE", "L", "Dublin City")]
    [InlineData(41.8781, -87.6298, "US", "IL", "Cook County")]
    [InlineData(48.8566, 2.3522, "FR", "11", null)]
    public void A_point_lies_in_the_county_of_the_nearest_town_that_tells(double latitude, double longitude, string country, string region, string? county) =>
        Assert.Equal(new PlaceArea(country, region, county), gazetteer.Locate(new GeoPoint(latitude, longitude)));

    [Fact]
    public void A_point_beyond_the_antimeridian_or_at_a_pole_has_a_nearest_town_too()
    {
        Assert.Equal("FJ", gazetteer.Locate(new GeoPoint(-16.8, -179.99)).Country);
        Assert.Equal("FJ", gazetteer.Locate(new GeoPoint(-16.8, 179.99)).Country);
        Assert.NotEmpty(gazetteer.Locate(new GeoPoint(90, 0)).Country);
        Assert.NotEmpty(gazetteer.Locate(new GeoPoint(-90, 180)).Country);
    }

    [Theory]
    [InlineData("West Yorkshire", "Leeds")]
    [InlineData("Yorkshire", "Bradford")]
    [InlineData("Merseyside", "St. Helens")]
    [InlineData("Greater London", "Greater London")]
    [InlineData("Kent", "Medway")]
    [InlineData("Rutland", "District of Rutland")]
    [InlineData("Co Dublin", "Fingal County")]
    [InlineData("Cook County", "Cook County")]
    public void A_county_covers_its_districts(string county, string district) =>
        Assert.Contains(district, gazetteer.CountiesOf(places.Found(county).Place));

    [Fact]
    public void Only_a_county_covers_districts() => Assert.Empty(gazetteer.CountiesOf(places.Found("Leeds").Place));

    [Theory]
    [InlineData(53.7965, -1.5478, true)]
    [InlineData(51.5074, -0.1278, true)]
    [InlineData(53.8203, -1.5785, true)]
    [InlineData(53.9055, -1.6938, true)]
    [InlineData(54.3000, -2.2000, false)]
    [InlineData(57.3000, -5.0000, false)]
    [InlineData(0, -30, false)]
    [InlineData(90, 180, false)]
    public void Towns_are_built_up_and_moors_are_not(double latitude, double longitude, bool builtUp) =>
        Assert.Equal(builtUp, gazetteer.IsBuiltUp(new GeoPoint(latitude, longitude)));

    [Fact]
    public void Every_town_is_built_up_at_its_own_middle() =>
        Assert.All(["Leeds", "Tokyo", "Auckland", "Suva", "Reykjavík"], town => Assert.True(gazetteer.IsBuiltUp(places.Found(town, null).Place.Point)));
}
