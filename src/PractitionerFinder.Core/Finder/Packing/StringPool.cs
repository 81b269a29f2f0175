using System.Text;

namespace PractitionerFinder.Core.Finder.Packing;

/// <summary>One string for all that are spelled alike, while many listings are read. For one thread.</summary>
public sealed class StringPool
{
    private const int ShortText = 256;

    private readonly Dictionary<string, string> strings = new(StringComparer.Ordinal);

    /// <summary>The string of some bytes of UTF-8.</summary>
    public string Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > ShortText)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        Span<char> letters = stackalloc char[ShortText];
        var text = letters[..Encoding.UTF8.GetChars(bytes, letters)];
        var lookup = strings.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(text, out var kept))
        {
            kept = text.ToString();
            strings.Add(kept, kept);
        }

        return kept;
    }
}
