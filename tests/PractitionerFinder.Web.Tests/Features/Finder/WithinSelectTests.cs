using Bunit;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Web.Features.Finder;

namespace PractitionerFinder.Web.Tests.Features.Finder;

public sealed class WithinSelectTests : BunitContext
{
    [Fact]
    public void Choices_are_in_the_unit_of_the_place()
    {
        var select = Render<WithinSelect>(p => p.Add(c => c.Usual, SearchOrigin.UsualWithin(DistanceUnit.Kilometres)));

        Assert.Equal("15 km", select.Find("option").TextContent);
        Assert.All(select.FindAll("option").Skip(1), o => Assert.EndsWith("km", o.GetAttribute("value"), StringComparison.Ordinal));
    }

    [Fact]
    public void A_distance_of_ones_own_stands_in_its_place_and_is_chosen()
    {
        var select = Render<WithinSelect>(p => p
            .Add(c => c.Usual, SearchOrigin.UsualWithin(DistanceUnit.Miles))
            .Add(c => c.Chosen, new Radius(7.5m, DistanceUnit.Miles)));

        Assert.Equal(["", "1mi", "2mi", "5mi", "7.5mi", "15mi", "25mi", "50mi", "100mi"], select.FindAll("option").Select(o => o.GetAttribute("value")));
        Assert.Equal("7.5 miles", select.Find("option[selected]").TextContent);
    }

    [Fact]
    public void A_distance_of_the_list_stands_there_once()
    {
        var select = Render<WithinSelect>(p => p.Add(c => c.Chosen, new Radius(10, DistanceUnit.Miles)));

        Assert.Single(select.FindAll("option[value='10mi']"));
    }
}
