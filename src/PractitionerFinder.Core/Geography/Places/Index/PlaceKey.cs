using System.Text;
using PractitionerFinder.Core.Finder;

namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>
/// The form in which names are compared: a to z, 0 to 9 and single spaces, without accents or apostrophes, with the
/// words that people shorten (saint, mount, fort, county) shortened and "and" left out. Query and index go through
/// the same door.
/// </summary>
internal static class PlaceKey
{
    /// <summary>Longest key, in characters; the longest name of the gazetteer has 97.</summary>
    public const int MaxLength = 120;

    private const int TableSize = 0x2100;

    private static readonly string[] Table = [.. Enumerable.Range(0, TableSize).Select(c => LatinLetters.Fold((char)c))];

    /// <summary>The key of a text, cut at <see cref="MaxLength"/>; blank if it has no Latin letter or digit.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        Span<byte> key = stackalloc byte[MaxLength];
        return Encoding.ASCII.GetString(key[..Fold(text, key)]);
    }

    /// <summary>Writes the key of a text, in ASCII, and returns its length.</summary>
    public static int Fold(ReadOnlySpan<char> text, Span<byte> key)
    {
        var length = 0;
        var word = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            {
                Append(key, ref length, (byte)c);
            }
            else if (char.IsAsciiLetterUpper(c))
            {
                Append(key, ref length, (byte)(c | 0x20));
            }
            else
            {
                foreach (var part in c < TableSize ? Table[c] : LatinLetters.Fold(c))
                {
                    if (part == ' ')
                    {
                        EndWord(key, ref length, ref word);
                    }
                    else
                    {
                        Append(key, ref length, (byte)part);
                    }
                }
            }
        }

        EndWord(key, ref length, ref word);
        return length > 0 && key[length - 1] == ' ' ? length - 1 : length;
    }

    private static void Append(Span<byte> key, ref int length, byte letter)
    {
        if (length < key.Length)
        {
            key[length++] = letter;
        }
    }

    /// <summary>Shortens the word that ends here, and starts the next after one space.</summary>
    private static void EndWord(Span<byte> key, ref int length, ref int word)
    {
        if (length == word)
        {
            return;
        }

        var written = key[word..length];
        length = word + (written.Length is < 3 or > 6 ? written.Length
            : written.SequenceEqual("and"u8) ? 0
            : written.SequenceEqual("saint"u8) ? Replace(written, "st"u8)
            : written.SequenceEqual("sainte"u8) ? Replace(written, "ste"u8)
            : written.SequenceEqual("mount"u8) ? Replace(written, "mt"u8)
            : written.SequenceEqual("fort"u8) ? Replace(written, "ft"u8)
            : written.SequenceEqual("county"u8) ? Replace(written, "co"u8)
            : written.Length);
        if (length > word)
        {
            Append(key, ref length, (byte)' ');
        }

        word = length;
    }

    private static int Replace(Span<byte> word, ReadOnlySpan<byte> shorter)
    {
        shorter.CopyTo(word);
        return shorter.Length;
    }
}
