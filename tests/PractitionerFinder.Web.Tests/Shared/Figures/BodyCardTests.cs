using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Figures;

namespace PractitionerFinder.Web.Tests.Shared.Figures;

public sealed class BodyCardTests : BunitContext
{
    private static readonly Vocabulary Words = VocabularyFiles.Load(Path.Combine(AppContext.BaseDirectory, "seed-data"));

    public BodyCardTests() => Services.AddSingleton(Words);

    [Fact]
    public void Every_area_is_marked_in_each_view_that_has_it_and_there_is_a_choice_only_between_two() => Assert.All(Words.Areas, area =>
    {
        var card = Draw(area.Slug);
        var views = area.Views == BodyViews.Both ? 2 : 1;

        Assert.Equal(views, card.FindAll("path.figure-chosen").Count(p => p.GetAttribute("d") != ""));
        Assert.Equal(views == 2, card.FindAll("input[type=radio]").Count == 2);
    });

    [Theory]
    [InlineData("low-back", "The body from the back, with an area marked: lower back.")]
    [InlineData("chest", "The body from the front, with an area marked: chest.")]
    [InlineData("jaw", "Head and neck from the front, with an area marked: jaw and teeth.")]
    [InlineData("achilles", "Heels and soles from the back, with an area marked: achilles.")]
    public void The_picture_is_the_one_that_shows_the_area_best(string area, string words) =>
        Assert.Equal(words, Draw(area).Find("svg[role=img]").GetAttribute("aria-label"));

    [Fact]
    public void A_wide_area_that_is_no_part_of_its_own_fills_all_its_parts() => Assert.Equal(
        BodyPicture.Front[0].Parts.Where(p => p.Area is "knee-front" or "knee-inner").Select(p => p.Path).Order(),
        Split(Draw("knee").Find(".figure-chosen").GetAttribute("d")!).Order());

    [Fact]
    public void The_whole_body_is_filled_whole() =>
        Assert.All(Draw("whole-body").FindAll(".figure-chosen"), p => Assert.Equal(BodyOutline.Outline, p.GetAttribute("d")));

    [Fact]
    public void One_side_is_filled_alone_and_named()
    {
        var card = Draw("knee-back", "right");

        Assert.Equal(BodyPicture.Back[0].Parts.Single(p => p is { Area: "knee-back", Side: "right" }).Path, card.Find(".figure-chosen").GetAttribute("d"));
        Assert.EndsWith(": back of the knee, right.", card.Find("svg").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_stand_with_the_figure() => Assert.Equal("Lower back", Draw("low-back").Find(".body-card-words p").TextContent);

    [Fact]
    public void The_policy_of_the_pages_lets_it_through() => Assert.Empty(Draw("knee").FindAll("[style], style, script"));

    private static IEnumerable<string> Split(string path) => path.Split('M', StringSplitOptions.RemoveEmptyEntries).Select(p => "M" + p);

    private IRenderedComponent<BodyCard> Draw(string area, string? side = null) =>
        Render<BodyCard>(p => p.Add(c => c.Area, area).Add(c => c.Side, side).AddChildContent("<p>Lower back</p>"));
}
