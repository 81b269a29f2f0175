using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared.Parts;
using PractitionerFinder.Web.Shared.Uploads;

namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>The photo of a listing, or its monogram where it has none.</summary>
public sealed partial class Portrait
{
    /// <summary>Name of the cascading value of <see cref="PhotosAt"/>.</summary>
    public const string PhotosAtName = "PhotosAt";

    private const int SmallSize = 52;

    [Parameter, EditorRequired]
    public Photo? Photo { get; set; }

    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>Address of the listing.</summary>
    [Parameter, EditorRequired]
    public string Slug { get; set; } = "";

    /// <summary>52 or 112, in CSS pixels.</summary>
    [Parameter]
    public int Size { get; set; } = SmallSize;

    /// <summary>Where photos are asked for: a preview shows one that is not public, from the portal's own address.</summary>
    [CascadingParameter(Name = PhotosAtName)]
    private string? PhotosAt { get; set; }

    /// <summary>The photo or the monogram as HTML, for what is drawn without components.</summary>
    public static MarkupString Of(Photo? photo, string name, string slug, int size, string? photosAt = null)
    {
        if (photo is null)
        {
            return Monogram.Of(name, slug, size);
        }

        using var html = new HtmlWriter();
        var (isSmall, at) = (size == SmallSize, photosAt ?? PhotoUrls.Public);
        html.Write($"""<img class="portrait portrait-{size}" src="{(isSmall ? PhotoUrls.Small(photo.Key, at) : PhotoUrls.Served(photo.Key, at))}" width="{size}" height="{size}" alt="{photo.Alt}"{new MarkupString(isSmall ? " loading=\"lazy\" decoding=\"async\"" : "")}>""");
        return html.ToMarkup();
    }
}
