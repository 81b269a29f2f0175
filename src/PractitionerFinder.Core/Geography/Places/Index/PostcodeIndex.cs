namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>Rows by their code. A code of up to eight letters and digits is kept as one number of the same order.</summary>
internal sealed class PostcodeIndex
{
    private readonly ulong[] codes;
    private readonly int[] rows;

    public PostcodeIndex(PlaceTable table)
    {
        var found = new List<(ulong Code, int Row)>(100_000);
        Span<char> code = stackalloc char[8];
        for (var row = 0; row < table.Count; row++)
        {
            if (table.Kind[row] == PlaceKind.Postcode && Read(table.Bytes(row, PlaceColumn.Postcode), code) is var length and > 0)
            {
                found.Add((Pack(code[..length]), row));
            }
        }

        codes = [.. found.Select(f => f.Code)];
        rows = [.. found.Select(f => f.Row)];
        Array.Sort(codes, rows);
    }

    /// <summary>The rows of a code: letters and digits alone, but for the space of a British sector ("LS6 3").</summary>
    public ReadOnlySpan<int> Rows(ReadOnlySpan<char> code)
    {
        if (code.Length is 0 or > 8)
        {
            return [];
        }

        var packed = Pack(code);
        return Between(packed, packed + 1);
    }

    /// <summary>The rows of the codes that begin with a text of one to seven letters and digits.</summary>
    public ReadOnlySpan<int> RowsStartingWith(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 7)
        {
            return [];
        }

        var packed = Pack(text);
        return Between(packed, packed + (1UL << (64 - 8 * text.Length)));
    }

    /// <summary>Upper-case ASCII of up to eight characters as a number; a shorter code comes before the longer ones it begins.</summary>
    public static ulong Pack(ReadOnlySpan<char> code)
    {
        var packed = 0UL;
        for (var i = 0; i < 8; i++)
        {
            packed = packed << 8 | (i < code.Length ? (byte)code[i] : 0u);
        }

        return packed;
    }

    private ReadOnlySpan<int> Between(ulong from, ulong to)
    {
        var first = FirstFrom(from);
        return rows.AsSpan(first, FirstFrom(to) - first);
    }

    private int FirstFrom(ulong code)
    {
        var (low, high) = (0, codes.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = codes[middle] < code ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>A code without spaces and hyphens; a British sector keeps its space, for "M1 1" is not the outcode "M11".</summary>
    private static int Read(ReadOnlySpan<byte> text, Span<char> code)
    {
        var isSector = text.Length >= 4 && text[^2] == ' ' && char.IsAsciiLetter((char)text[0]);
        var length = 0;
        foreach (var letter in text)
        {
            var c = char.ToUpperInvariant((char)letter);
            if (char.IsAsciiLetterOrDigit(c) || (c == ' ' && isSector))
            {
                if (length == code.Length)
                {
                    return 0;
                }

                code[length++] = c;
            }
        }

        return length;
    }
}
