using Microsoft.AspNetCore.Components;
using PractitionerFinder.Web.Features.BodyMap;
using PractitionerFinder.Web.Features.Finder;
using PractitionerFinder.Web.Features.Learn;

namespace PractitionerFinder.Web.Shell;

/// <summary>Header and footer of every public page.</summary>
public sealed partial class PublicLayout
{
    private static readonly (string Address, string Words)[] Links =
    [
        (FinderUrls.Find, "Find someone"),
        (BodyMapUrls.Map, "Where does it hurt?"),
        (LearnUrls.Hub, "Learn"),
    ];

    private static readonly (string Value, string Words)[] Themes =
        [("", "System"), (Appearance.Light, "Light"), (Appearance.Dark, "Dark")];

    private string theme = "";

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    protected override void OnInitialized() => theme = Appearance.Of(Http.Request) ?? "";

    /// <summary>The page itself, or the part of the site that it belongs to.</summary>
    private string? Current(string address) =>
        string.Equals(Http.Request.Path, address, StringComparison.OrdinalIgnoreCase) ? "page"
            : address == BodyMapUrls.Map && Http.Request.Path.StartsWithSegments(address, StringComparison.OrdinalIgnoreCase) ? "true"
            : address == LearnUrls.Hub && LearnUrls.IsLearn(Http.Request.Path) ? "true"
            : null;
}
