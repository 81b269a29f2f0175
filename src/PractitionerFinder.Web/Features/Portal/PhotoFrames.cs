using System.Text.Json;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>A frame as photo-cropper.js tells it.</summary>
public static class PhotoFrames
{
    /// <summary>The frame; null for anything else. Where it lies is judged by <see cref="PhotoFrame.Within"/>.</summary>
    public static PhotoFrame? Read(string? json)
    {
        try
        {
            return json is { Length: > 0 and < 400 } ? JsonSerializer.Deserialize<PhotoFrame>(json, JsonSerializerOptions.Web) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
