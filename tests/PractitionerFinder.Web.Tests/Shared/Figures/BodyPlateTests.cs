using System.Text.RegularExpressions;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Figures;

namespace PractitionerFinder.Web.Tests.Shared.Figures;

public sealed class BodyPlateTests : BunitContext
{
    private static readonly Vocabulary Words = VocabularyFiles.Load(Path.Combine(AppContext.BaseDirectory, "seed-data"));

    public BodyPlateTests() => Services.AddSingleton(Words);

    [Fact]
    public void Every_label_is_the_name_of_its_area_and_leads_to_it() => Assert.Equal(
        PlateLabel.All.Select(l => ((string?)Words.Area(l.Area)?.Name, (string?)$"/areas/{l.Area}")),
        Draw().FindAll("li a").Select(a => ((string?)a.TextContent, a.GetAttribute("href"))));

    [Fact]
    public void Labels_are_one_list_from_head_to_foot() => Assert.Equal(PlateLabel.All.OrderBy(l => l.Row), PlateLabel.All);

    [Fact]
    public void Labels_of_a_side_have_room_for_two_lines_or_stand_apart_by_more_than_a_target() => Assert.All(
        PlateLabel.All.GroupBy(l => l.IsLeft).SelectMany(side => side.Zip(side.Skip(1))),
        pair => Assert.True(pair.Second.Row - pair.First.Row >= 2, $"{pair.First.Area} and {pair.Second.Area}"));

    [Fact]
    public void The_drawing_says_nothing_that_the_list_does_not() => Assert.Equal("true", Draw().Find("svg").GetAttribute("aria-hidden"));

    [Fact]
    public void The_policy_of_the_pages_lets_it_through() => Assert.Empty(Draw().FindAll("[style], style, script"));

    [Fact]
    public async Task The_style_sheet_places_every_label_and_lights_every_dot()
    {
        await using var site = new FinderApplication();
        var css = await site.CreateClient().GetStringAsync("/css/figures.css", Xunit.TestContext.Current.CancellationToken);

        Assert.Equal(PlateLabel.All.Select(l => $"{l.Row}"), Regex.Matches(css, @"\.plate-row-(\d+) \{ grid-row: \1 / span 2;").Select(m => m.Groups[1].Value));
        Assert.Equal(PlateLabel.All.Count, Regex.Count(css, @"\.plate:has\(li:nth-child\((\d+)\) a:is\(:hover, :focus-visible\)\) \.plate-dots g:nth-child\(\1\)"));
    }

    private IRenderedComponent<BodyPlate> Draw() => Render<BodyPlate>(p => p.Add(c => c.AddressOf, slug => $"/areas/{slug}"));
}
