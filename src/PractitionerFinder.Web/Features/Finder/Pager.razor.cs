using Microsoft.AspNetCore.Components;

namespace PractitionerFinder.Web.Features.Finder;

/// <summary>Links to the pages of a list: the first, the last, and those around the one that is shown.</summary>
public sealed partial class Pager
{
    /// <summary>The page that is shown, from 1.</summary>
    [Parameter, EditorRequired]
    public int Page { get; set; }

    /// <summary>How many pages there are.</summary>
    [Parameter, EditorRequired]
    public int Count { get; set; }

    /// <summary>The address of a page.</summary>
    [Parameter, EditorRequired]
    public Func<int, string> Href { get; set; } = default!;

    /// <summary>Numbers in order; null stands for a gap of two or more.</summary>
    private IEnumerable<int?> Numbers
    {
        get
        {
            var shown = Enumerable.Range(1, Count).Where(n => n == 1 || n == Count || Math.Abs(n - Page) <= 2).ToList();
            var last = 0;
            foreach (var number in shown)
            {
                if (number - last > 2)
                {
                    yield return null;
                }
                else if (number - last == 2)
                {
                    yield return number - 1;
                }

                yield return number;
                last = number;
            }
        }
    }
}
