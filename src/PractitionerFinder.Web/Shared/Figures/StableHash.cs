using System.Text;

namespace PractitionerFinder.Web.Shared.Figures;

/// <summary>A number for a text, to choose a drawing by.</summary>
internal static class StableHash
{
    // FNV-1a: the same on every node and in every run, which the platform's own hash of a text is not.
    public static uint Of(string text) =>
        Encoding.UTF8.GetBytes(text).Aggregate(2_166_136_261u, (hash, b) => unchecked((hash ^ b) * 16_777_619u));
}
