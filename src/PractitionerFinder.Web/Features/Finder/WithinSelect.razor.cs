using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Finder;

namespace PractitionerFinder.Web.Features.Finder;

/// <summary>A choice of distances in one unit; a distance that is not among them is kept beside them.</summary>
public sealed partial class WithinSelect
{
    private static readonly decimal[] Miles = [1, 2, 5, 10, 15, 25, 50, 100];
    private static readonly decimal[] Kilometres = [2, 5, 10, 15, 25, 50, 100, 150];

    /// <summary>The distance that is searched when none is chosen; its unit is that of the choices.</summary>
    [Parameter]
    public Radius? Usual { get; set; }

    [Parameter]
    public Radius? Chosen { get; set; }

    /// <summary>The distances on offer in a unit, the shortest first.</summary>
    public static IEnumerable<Radius> In(DistanceUnit unit) => (unit == DistanceUnit.Miles ? Miles : Kilometres).Select(amount => new Radius(amount, unit));

    private IEnumerable<Radius> Choices
    {
        get
        {
            var unit = Chosen?.Unit ?? Usual?.Unit ?? DistanceUnit.Miles;
            var choices = In(unit);
            return Chosen is { } chosen ? choices.Append(chosen).Distinct().OrderBy(r => r.Amount) : choices;
        }
    }
}
