using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Figures;

namespace PractitionerFinder.Web.Tests.Shared.Figures;

public sealed class BodyMapTests : BunitContext
{
    private static readonly Vocabulary Words = VocabularyFiles.Load(Path.Combine(AppContext.BaseDirectory, "seed-data"));

    public BodyMapTests() => Services.AddSingleton(Words);

    [Theory]
    [InlineData(BodyViews.Front, ".of-front")]
    [InlineData(BodyViews.Back, ".of-back")]
    public void Every_area_of_a_view_is_one_link_for_each_side_it_has(BodyViews view, string section)
    {
        var wanted = Words.Areas.Where(a => a.Slug != "whole-body" && a.Views.HasFlag(view)).SelectMany(a => a.HasSides
            ? [($"{a.Name}, left", $"/areas/{a.Slug}/left"), ($"{a.Name}, right", $"/areas/{a.Slug}/right")]
            : new[] { (a.Name, $"/areas/{a.Slug}/") });

        Assert.Equal(
            wanted.Order(),
            Draw().FindAll($"{section} svg a").Select(a => (Name(a), a.GetAttribute("href")!)).Order());
    }

    [Fact]
    public void The_front_is_reached_before_the_back_and_the_head_before_the_foot()
    {
        var names = Draw().FindAll("svg a").Select(Name).ToList();

        Assert.Equal("Head, right", names[0]);
        Assert.True(names.IndexOf("Neck, left") < names.IndexOf("Chest, left") && names.IndexOf("Knee, left") < names.IndexOf("Foot and ankle, left"));
        Assert.True(names.IndexOf("Big toe, left") < names.IndexOf("Shoulder blade, left"));
    }

    [Fact]
    public void Who_does_not_want_the_figure_is_led_to_the_list_first()
    {
        var first = Draw().Find("a, input");

        Assert.Equal(("Skip the figure: choose from a list", "#all-areas"), (first.TextContent, first.GetAttribute("href")));
    }

    [Fact]
    public void Each_figure_says_whose_left_it_means() => Assert.Equal(
        ["Your right", "Your left", "Your left", "Your right"],
        Draw().FindAll(".figure-sides text").Select(t => (X: double.Parse(t.GetAttribute("x")!), t.TextContent)).Chunk(2).SelectMany(pair => pair.OrderBy(t => t.X)).Select(t => t.TextContent));

    [Fact]
    public void A_wide_area_lights_its_parts_of_that_side_and_no_other()
    {
        var drawn = Draw();
        var wide = drawn.FindAll(".of-front .figure-wide").Single(a => Name(a) == "Knee, left");

        Assert.Equal(
            ["Front of the knee, left", "Inner knee, left"],
            wide.QuerySelectorAll("use").Select(u => Name(drawn.Find(u.GetAttribute("href")!).ParentElement!)).Order());
    }

    [Fact]
    public void No_drawing_hides_the_links_in_it()
    {
        var drawings = Draw().FindAll("svg");

        Assert.Equal(6, drawings.Count);
        Assert.All(drawings, svg => Assert.True(svg.GetAttribute("role") == "group" && svg.HasAttribute("aria-label") && svg.QuerySelectorAll("[aria-hidden] a").Length == 0));
    }

    [Fact]
    public void Front_is_chosen_first_and_two_maps_on_a_page_choose_apart()
    {
        var page = Render(builder =>
        {
            foreach (var id in new[] { "one", "two" })
            {
                builder.OpenComponent<BodyMap>(0);
                builder.AddComponentParameter(1, "Id", id);
                builder.AddComponentParameter(2, "ListId", "all-areas");
                builder.AddComponentParameter(3, "AddressOf", (Func<string, string?, string>)((slug, side) => $"/areas/{slug}/{side}"));
                builder.CloseComponent();
            }
        });

        Assert.Equal(["choose-front", "choose-front"], page.FindAll("input[checked]").Select(i => i.ClassName));
        Assert.Equal(2, page.FindAll("input").Select(i => i.GetAttribute("name")).Distinct().Count());
        Assert.Distinct(page.FindAll("[id]").Select(e => e.Id));
        Assert.All(page.FindAll("[clip-path]").Select(e => e.GetAttribute("clip-path")![5..^1]).Distinct(), id => Assert.Single(page.FindAll($"[id='{id}']")));
    }

    [Fact]
    public void The_policy_of_the_pages_lets_it_through() => Assert.Empty(Draw().FindAll("[style], style, script"));

    private static string Name(IElement link) => link.Children.Single(c => c.LocalName == "title").TextContent;

    private IRenderedComponent<BodyMap> Draw() => Render<BodyMap>(p => p.Add(c => c.ListId, "all-areas").Add(c => c.AddressOf, (slug, side) => $"/areas/{slug}/{side}"));
}
