using Microsoft.AspNetCore.Components;

namespace PractitionerFinder.Web.Shared.Map;

/// <summary>What <c>place-map.js</c> tells a page that is worked in. Razor finds the events by this class's name.</summary>
[EventHandler("onpick", typeof(PickEventArgs))]
[EventHandler("ondraw", typeof(DrawEventArgs))]
[EventHandler("ondrawing", typeof(DrawEventArgs))]
public static class EventHandlers;

/// <summary>The pin was set.</summary>
public sealed class PickEventArgs : EventArgs
{
    /// <summary>Degrees north, as a browser says: anything may come.</summary>
    public double Latitude { get; set; }

    /// <summary>Degrees east, likewise.</summary>
    public double Longitude { get; set; }
}

/// <summary>Corners were drawn.</summary>
public sealed class DrawEventArgs : EventArgs
{
    /// <summary>Latitude and longitude of every corner, as a browser says: anything may come.</summary>
    public IReadOnlyList<double[]> Outline { get; set; } = [];
}
