using Microsoft.AspNetCore.Components;

namespace PractitionerFinder.Web.Shared.Parts;

/// <summary>
/// The site's own icons: drawn on 24 units, in the colour of the words beside them, and hidden from screen readers because
/// those words say the same.
/// </summary>
public static class Icon
{
    /// <summary>To search.</summary>
    public static MarkupString Search { get; } = Draw("""<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>""");

    /// <summary>The reader's own place.</summary>
    public static MarkupString Near { get; } = Draw("""<circle cx="12" cy="12" r="6.5"/><circle cx="12" cy="12" r="1.5"/><path d="M12 2v3.5M12 18.5V22M2 12h3.5M18.5 12H22"/>""");

    /// <summary>Proof was seen, and nothing else.</summary>
    public static MarkupString Shield { get; } = Draw(ShieldShape);

    /// <summary>The same, at the head of a section.</summary>
    public static MarkupString LargeShield { get; } = Draw(ShieldShape, "icon icon-large");

    /// <summary>What somebody says.</summary>
    public static MarkupString Speech { get; } = Draw("""<path d="M4 5.5h16v10.5h-8.5L7 20v-4H4z"/><path d="M8 9.2h8M8 12.4h5"/>""");

    /// <summary>What is written up.</summary>
    public static MarkupString Book { get; } = Draw("""<path d="M12 6.5C10 5 7 4.6 3.5 5v13.5c3.5-.4 6.5 0 8.5 1.5 2-1.5 5-1.9 8.5-1.5V5C17 4.6 14 5 12 6.5zM12 6.5V20"/>""");

    /// <summary>To print.</summary>
    public static MarkupString Print { get; } = Draw("""<path d="M7 8.5V4h10v4.5M7 17H4.5V8.5h15V17H17"/><path d="M7 13.5h10V20H7z"/>""");

    /// <summary>A fact that was confirmed in time.</summary>
    public static MarkupString Confirmed { get; } = Draw("""<circle cx="12" cy="12" r="8.5"/><path d="m8.2 12.3 2.6 2.6 5-5.4"/>""");

    /// <summary>A fact that is late.</summary>
    public static MarkupString Late { get; } = Draw("""<circle cx="12" cy="12" r="8.5" stroke-dasharray="3.4 2.4"/><path d="M12 7.5V12l3 2"/>""");

    /// <summary>A time of the day, a wait.</summary>
    public static MarkupString Clock { get; } = Draw(ClockShape);

    /// <summary>The same, at the head of a section.</summary>
    public static MarkupString LargeClock { get; } = Draw(ClockShape, "icon icon-large");

    /// <summary>A fair shuffle.</summary>
    public static MarkupString LargeShuffle { get; } = Draw("""<path d="M3 7.5h3c5.5 0 6 9 11.5 9H21M3 16.5h3c2 0 3.4-1.2 4.4-2.8M13.3 10.3c1-1.7 2.3-2.8 4.2-2.8H21M18.5 5 21 7.5 18.5 10M18.5 14l2.5 2.5-2.5 2.5"/>""", "icon icon-large");

    /// <summary>A private address.</summary>
    public static MarkupString LargeLock { get; } = Draw("""<rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8.5 10.5V7.5a3.5 3.5 0 0 1 7 0v3"/>""", "icon icon-large");

    /// <summary>To keep for later.</summary>
    public static MarkupString Bookmark { get; } = Draw("""<path d="M6.5 4h11v16.5L12 16l-5.5 4.5z"/>""");

    /// <summary>A step that is behind the reader.</summary>
    public static MarkupString Tick { get; } = Draw("""<path d="m6.5 12.5 4 4 7.5-9"/>""");

    /// <summary>A clinic.</summary>
    public static MarkupString Clinic { get; } = Draw("""<path d="M5 20.5V4.5h9v16M14 9.5h5v11M3 20.5h18M8 8.5h3M8 12h3M8 15.5h3M16.5 13h.01M16.5 16.5h.01"/>""");

    /// <summary>The practitioner's home.</summary>
    public static MarkupString Home { get; } = Draw("""<path d="m3.5 11.5 8.5-7.5 8.5 7.5M6 9.5v10.5h12V9.5M10 20v-5.5h4V20"/>""");

    /// <summary>The reader's door.</summary>
    public static MarkupString Door { get; } = Draw("""<path d="M6 20.5V3.5h9v17M3.5 20.5h17M15 6.5h3v14M12 12h.01"/>""");

    /// <summary>Over video or telephone.</summary>
    public static MarkupString Online { get; } = Draw("""<rect x="3" y="6" width="12" height="12" rx="2"/><path d="m15 10.5 6-3v9l-6-3"/>""");

    /// <summary>Takes a thing away.</summary>
    public static MarkupString Cross { get; } = Draw("""<path d="m6 6 12 12M18 6 6 18"/>""");

    /// <summary>Leads on.</summary>
    public static MarkupString Arrow { get; } = Draw("""<path d="M4 12h15.5M13.5 6l6 6-6 6"/>""");

    /// <summary>Opens a list of choices.</summary>
    public static MarkupString Chevron { get; } = Draw("""<path d="m6 9.5 6 6 6-6"/>""");

    /// <summary>Opens the menu.</summary>
    public static MarkupString Menu { get; } = Draw("""<path d="M4 7h16M4 12h16M4 17h16"/>""");

    /// <summary>Leads to the filters.</summary>
    public static MarkupString Filters { get; } = Draw("""<path d="M3.5 8h9M18 8h2.5M3.5 16H6M11.5 16h9"/><circle cx="15.25" cy="8" r="2.5"/><circle cx="8.75" cy="16" r="2.5"/>""");

    /// <summary>Something is wrong.</summary>
    public static MarkupString Warning { get; } = Draw("""<path d="M12 4 2.8 19.5h18.4zM12 10v4.5M12 17h.01"/>""");

    /// <summary>Something to know.</summary>
    public static MarkupString Info { get; } = Draw("""<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5M12 8h.01"/>""");

    /// <summary>A telephone.</summary>
    public static MarkupString Phone { get; } = Draw("""<path d="M5 4h3.5l1.7 4.3-2.2 1.5a11 11 0 0 0 6.2 6.2l1.5-2.2L20 15.5V19a1.5 1.5 0 0 1-1.6 1.5A15.5 15.5 0 0 1 3.5 5.6 1.5 1.5 0 0 1 5 4z"/>""");

    /// <summary>A letter.</summary>
    public static MarkupString Mail { get; } = Draw("""<rect x="3" y="5.5" width="18" height="13" rx="2"/><path d="m3.5 7 8.5 6.5L20.5 7"/>""");

    /// <summary>A web address elsewhere.</summary>
    public static MarkupString Website { get; } = Draw("""<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c5 5.5 5 11.5 0 17M12 3.5c-5 5.5-5 11.5 0 17"/>""");

    /// <summary>The way in.</summary>
    public static MarkupString Access { get; } = Draw("""<circle cx="11" cy="4.5" r="1.7"/><path d="M11 8v6.5h5l2.5 5M8 11.8a5 5 0 1 0 6.5 6.2M11 10.5h4.5"/>""");

    /// <summary>Parking.</summary>
    public static MarkupString Parking { get; } = Draw("""<rect x="4" y="4" width="16" height="16" rx="3"/><path d="M10 16.5v-9h3a2.7 2.7 0 0 1 0 5.4h-3"/>""");

    /// <summary>Buses and trains.</summary>
    public static MarkupString Transport { get; } = Draw("""<rect x="5" y="4" width="14" height="13" rx="2.5"/><path d="M5 11h14M8.5 14h.01M15.5 14h.01M7.5 17v2.5M16.5 17v2.5"/>""");

    /// <summary>Prices.</summary>
    public static MarkupString Fees { get; } = Draw("""<path d="M12.5 3.5h8v8l-9 9-8-8z"/><circle cx="16.5" cy="7.5" r="1.3"/>""");

    /// <summary>What is spoken.</summary>
    public static MarkupString Languages { get; } = Draw("""<path d="M4 5h16v11h-8.5L7 20v-4H4zM8 9h8M8 12.2h5"/>""");

    /// <summary>A person.</summary>
    public static MarkupString Person { get; } = Draw("""<circle cx="12" cy="8" r="3.6"/><path d="M4.8 20c.6-4 3.5-6 7.2-6s6.6 2 7.2 6"/>""");

    /// <summary>A map.</summary>
    public static MarkupString Pin { get; } = Draw("""<path d="M12 21c-1.4-3.8-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-5.1 7.2-6.5 11z"/><circle cx="12" cy="10" r="2.3"/>""");

    /// <summary>A passkey.</summary>
    public static MarkupString Passkey { get; } = Draw("""<circle cx="8" cy="12" r="4"/><path d="M12 12h8.5M17 12v3.5M20.5 12v2.5"/>""");

    private const string ShieldShape = """<path d="M12 3.5c2.3 1.5 4.7 2.2 7.5 2.3 0 7-1.9 11.8-7.5 14.7-5.6-2.9-7.5-7.7-7.5-14.7 2.8-.1 5.2-.8 7.5-2.3z"/><path d="m8.8 11.8 2.3 2.3 4.2-4.5"/>""";

    private const string ClockShape = """<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.2 2"/>""";

    private static MarkupString Draw(string shape, string css = "icon") =>
        new($"""<svg class="{css}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{shape}</svg>""");
}
