using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Figures;

namespace PractitionerFinder.Web.Tests.Shared.Figures;

public sealed class LabelledDrawingTests : BunitContext
{
    private static readonly string Seed = Path.Combine(AppContext.BaseDirectory, "seed-data");
    private static readonly Vocabulary Words = VocabularyFiles.Load(Seed);

    public LabelledDrawingTests() => Services.AddSingleton(Words);

    public static TheoryData<Type> Figures { get; } = [typeof(FasciaLayers), typeof(Web.Shared.Figures.ReferredPain), typeof(BodyAreas)];

    [Theory]
    [MemberData(nameof(Figures))]
    public void Who_does_not_see_it_is_told_all_that_it_names(Type figure)
    {
        var drawn = Draw(figure);
        var svg = drawn.Find("figure > div > svg");
        var alternative = drawn.Find($"#{svg.GetAttribute("aria-describedby")}").TextContent;

        Assert.Equal("img", svg.GetAttribute("role"));
        Assert.NotEqual("", drawn.Find($"#{svg.GetAttribute("aria-labelledby")}").TextContent);
        Assert.NotEqual("", drawn.Find("figure > figcaption").TextContent.Trim());
        Assert.All(Names(drawn), name => Assert.All(Regex.Matches(name, @"\w{3,}"), word => Assert.Contains(word.Value, alternative, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void Two_on_one_page_share_no_id(Type figure)
    {
        var page = Render(builder =>
        {
            foreach (var id in new[] { "one", "two" })
            {
                builder.OpenComponent(0, figure);
                builder.AddComponentParameter(1, "Id", id);
                builder.CloseComponent();
            }
        });

        Assert.Equal(2, page.FindAll("svg").Count);
        Assert.Distinct(page.FindAll("[id]").Select(e => e.Id));
        Assert.All(page.FindAll("[clip-path]"), e => Assert.Single(page.FindAll(e.GetAttribute("clip-path")![4..^1])));
        Assert.All(page.FindAll("svg"), svg => Assert.Same(svg, page.Find($"#{svg.GetAttribute("aria-describedby")}").ParentElement));
    }

    [Fact]
    public void All_three_on_one_page_share_no_id() => Assert.Distinct(
        new[] { typeof(FasciaLayers), typeof(Web.Shared.Figures.ReferredPain), typeof(BodyAreas) }.SelectMany(f => Draw(f).FindAll("[id]").Select(e => e.Id)));

    /// <summary>Pixels at the narrowest width at which the style sheet lays the names over the drawing, and the tallest line of text there.</summary>
    [Theory]
    [InlineData(typeof(FasciaLayers), 320, 18.75)]
    [InlineData(typeof(Web.Shared.Figures.ReferredPain), 320, 18.75)]
    [InlineData(typeof(BodyAreas), 512, 20)]
    public void Names_of_a_side_stand_apart_by_a_line_of_text(Type figure, int width, double line)
    {
        var drawing = Draw(figure).FindComponent<LabelledDrawing>().Instance;
        var row = (double)width * drawing.Height / drawing.Width / DrawingLabel.Rows;

        Assert.All(
            drawing.Labels.GroupBy(l => l.IsLeft).SelectMany(side => side.OrderBy(l => l.Row).Zip(side.OrderBy(l => l.Row).Skip(1))),
            pair => Assert.True((pair.Second.Row - pair.First.Row) * row >= line, $"{pair.First.Name} and {pair.Second.Name}"));
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public async Task The_style_sheet_places_every_name(Type figure)
    {
        await using var site = new FinderApplication();
        var css = await site.CreateClient().GetStringAsync("/css/figures.css", Xunit.TestContext.Current.CancellationToken);

        Assert.All(Labels(figure), label => Assert.Contains($".drawn-row-{label.Row} {{ grid-row: {label.Row} / span 2; }}", css, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void The_policy_of_the_pages_lets_it_through(Type figure) => Assert.Empty(Draw(figure).FindAll("[style], style, script"));

    [Fact]
    public void The_pressed_muscle_and_its_areas_are_those_of_the_table()
    {
        var row = Assert.Single(File.ReadLines(Path.Combine(Seed, "tables", "referred-pain.tsv")).Select(l => l.Split('\t')), cells => cells[0] == "Upper trapezius");
        var drawn = Draw(typeof(Web.Shared.Figures.ReferredPain));

        Assert.Equal(
            [.. row[2].Split("; ").Select(code => Words.Areas.Single(a => a.FeltIn.Contains(code)).Name).Order(), $"Pressed here: {Words.Area(row[1])!.Name.ToLowerInvariant()}"],
            [.. Names(drawn)[..^1].Order(), Names(drawn)[^1]]);
        Assert.StartsWith("These are areas people often report. They are not a diagnosis.", drawn.Find("figcaption").TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void Layers_say_that_they_are_not_to_scale() =>
        Assert.Contains("A drawing, not to scale.", Draw(typeof(FasciaLayers)).Find("figcaption").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Every_wide_area_is_named_in_the_order_of_the_table() =>
        Assert.Equal(Words.Areas.Where(a => a.Parent is null).Select(a => a.Name), Names(Draw(typeof(BodyAreas))));

    private static string[] Names(IRenderedComponent<IComponent> drawn) => [.. drawn.FindAll("ol li").Select(li => li.TextContent.Trim())];

    private IReadOnlyList<DrawingLabel> Labels(Type figure) => Draw(figure).FindComponent<LabelledDrawing>().Instance.Labels;

    private IRenderedComponent<IComponent> Draw(Type figure) => Render<DynamicComponent>(p => p.Add(c => c.Type, figure));
}
