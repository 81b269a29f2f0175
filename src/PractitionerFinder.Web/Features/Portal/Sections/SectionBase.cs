using System.Globalization;
using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Listings.Editing;

namespace PractitionerFinder.Web.Features.Portal.Sections;

/// <summary>The fields of a section.</summary>
public abstract class SectionBase : ComponentBase, IDisposable
{
    [CascadingParameter]
    protected DraftSession Draft { get; set; } = default!;

    protected ListingForm Form => Draft.Form;

    public void Dispose()
    {
        Draft.Changed -= Redraw;
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized() => Draft.Changed += Redraw;

    private void Redraw() => _ = InvokeAsync(StateHasChanged);

    /// <summary>A key that no entry has: keys are not used again, so that a proof or a reason stays with its entry.</summary>
    protected static string NextKey(string letter, IEnumerable<string> taken)
    {
        var last = taken.Where(k => k.StartsWith(letter, StringComparison.Ordinal))
            .Select(k => int.TryParse(k.AsSpan(letter.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0)
            .DefaultIfEmpty(0).Max();
        return string.Create(CultureInfo.InvariantCulture, $"{letter}{last + 1}");
    }

    /// <summary>Adds an entry, and keeps that at once.</summary>
    protected Task AddAsync<T>(IList<T> list, T entry)
    {
        list.Add(entry);
        return Draft.FlushAsync();
    }

    /// <summary>Puts an entry one place up or down.</summary>
    protected Task MoveAsync<T>(IList<T> list, T entry, int by)
    {
        var from = list.IndexOf(entry);
        var to = Math.Clamp(from + by, 0, list.Count - 1);
        list.RemoveAt(from);
        list.Insert(to, entry);
        return Draft.FlushAsync();
    }
}
