using Bunit;
using PractitionerFinder.Web.Shared.Figures;

namespace PractitionerFinder.Web.Tests.Shared.Figures;

public sealed class MonogramTests : BunitContext
{
    [Theory]
    [InlineData("Maren Thistlewood", "MT")]
    [InlineData("maren van der berg", "MB")]
    [InlineData("Dr Sofia Lind-Berg", "SL")]
    [InlineData("Prof. Dr. Ana Ruiz", "AR")]
    [InlineData("Mx Rowan", "R")]
    [InlineData("Dr", "D")]
    [InlineData("Cher", "C")]
    [InlineData("Mary-Jane", "MJ")]
    [InlineData("Ailbhe Ní Bhriain, RMT (she/her)", "AB")]
    [InlineData("’Ōpūnui Kealoha", "ŌK")]
    [InlineData("E\u0301milie Roux", "E\u0301R")]
    [InlineData("李明", "李")]
    [InlineData("山田 太郎", "山\u200c太")]
    [InlineData("محمد علي", "م\u200cع")]
    [InlineData("राधा राव", "रा\u200cरा")]
    [InlineData("5 Elements", "5E")]
    [InlineData("— …", "")]
    [InlineData("", "")]
    public void Initials_are_those_of_the_first_and_the_last_name(string name, string initials) =>
        Assert.Equal(initials, Initials.Of(name));

    [Fact]
    public void Is_hidden_from_screen_readers_because_the_name_stands_beside_it()
    {
        var drawn = Draw("maren");

        Assert.Equal("true", drawn.Find(".monogram").GetAttribute("aria-hidden"));
        Assert.Equal("MT", drawn.Find(".monogram").TextContent);
    }

    [Fact]
    public void The_same_listing_always_looks_the_same_and_others_mostly_differ()
    {
        Assert.Equal(Draw("maren").Markup, Draw("maren").Markup);
        Assert.True(Enumerable.Range(0, 200).Select(n => Draw($"maren-{n}").Markup).Distinct().Count() > 20);
    }

    private IRenderedComponent<Monogram> Draw(string slug) => Render<Monogram>(p => p.Add(c => c.Name, "Maren Thistlewood").Add(c => c.Slug, slug));
}
