using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Web.Features.Look;

/// <summary>Every part of the look in every state, for those who build the site: it is there in Development only.</summary>
public sealed partial class LookPage
{
    private const string Address = "/look";

    private static readonly (string, string)[] Sorts = [("near", "Nearest first"), ("confirmed", "Recently confirmed first")];

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private IHostEnvironment Environment { get; set; } = default!;

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    /// <summary>One technique for every number of strokes that there is.</summary>
    private IEnumerable<Technique> Marks => Vocabulary.Techniques.DistinctBy(t => t.Evidence.Strokes).OrderByDescending(t => t.Evidence.Strokes);

    protected override void OnInitialized()
    {
        if (!Environment.IsDevelopment())
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
