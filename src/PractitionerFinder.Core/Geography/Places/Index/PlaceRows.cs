using System.Buffers.Text;
using System.Text;

namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>Reads the lines of gazetteer files into columns, straight from UTF-8.</summary>
internal sealed class PlaceRows
{
    private readonly Dictionary<string, int> regionNumbers = [];
    private readonly Dictionary<string, int> districtNumbers = new() { [""] = 0 };
    private byte[] lastRegion = [];
    private int lastRegionNumber;

    public List<int> Line { get; } = new(300_000);

    public List<PlaceKind> Kind { get; } = new(300_000);

    public List<int> Region { get; } = new(300_000);

    public List<int> District { get; } = new(300_000);

    public List<int> Latitude { get; } = new(300_000);

    public List<int> Longitude { get; } = new(300_000);

    public List<int> Population { get; } = new(300_000);

    public List<byte> Rank { get; } = new(300_000);

    public List<int> Spread { get; } = new(300_000);

    public List<(ushort Country, string Code, string Name)> Regions { get; } = [];

    public List<string> Countries { get; } = [];

    public List<string> Districts { get; } = [""];

    /// <summary>Reads a file that stands at <paramref name="start"/> of the joined text.</summary>
    /// <exception cref="InvalidDataException">A line is not a place; the message has the file's name and the line.</exception>
    public void Read(byte[] text, int start, int length, string file)
    {
        var end = start + length;
        var number = 1;
        for (var at = NextLine(text, start, end); at < end; at = NextLine(text, at, end))
        {
            number++;
            if (!ReadLine(text, at, NextLine(text, at, end)))
            {
                throw new InvalidDataException($"{file}, line {number}: not a place of 14 columns.");
            }
        }
    }

    private static int NextLine(byte[] text, int at, int end)
    {
        var newLine = text.AsSpan(at, end - at).IndexOf((byte)'\n');
        return newLine < 0 ? end : at + newLine + 1;
    }

    private bool ReadLine(byte[] text, int start, int next)
    {
        var line = text.AsSpan(start, next - start);
        Span<int> tabs = stackalloc int[14];
        var at = -1;
        for (var column = 0; column < 13; column++)
        {
            var tab = line[(at + 1)..].IndexOf((byte)'\t');
            if (tab < 0)
            {
                return false;
            }

            tabs[column] = at += tab + 1;
        }

        tabs[13] = line[^1] == '\n' ? line.Length - 1 : -1;
        if (tabs[13] < 0
            || KindOf(line[..tabs[0]]) is not { } kind
            || !TryFixed(Cell(line, tabs, PlaceColumn.Latitude), 90, out var latitude)
            || !TryFixed(Cell(line, tabs, PlaceColumn.Longitude), 180, out var longitude)
            || !TryCount(Cell(line, tabs, PlaceColumn.Population), out var population)
            || !TryCount(Cell(line, tabs, PlaceColumn.Rank), out var rank)
            || !TryCount(Cell(line, tabs, PlaceColumn.Spread), out var spread))
        {
            return false;
        }

        Line.Add(start);
        Kind.Add(kind);
        Region.Add(RegionOf(line, tabs));
        District.Add(kind == PlaceKind.Postcode ? 0 : DistrictOf(Cell(line, tabs, PlaceColumn.Admin2)));
        Latitude.Add(latitude);
        Longitude.Add(longitude);
        Population.Add(population);
        Rank.Add((byte)Math.Min(rank, 99));
        Spread.Add(spread);
        return true;
    }

    private static ReadOnlySpan<byte> Cell(ReadOnlySpan<byte> line, ReadOnlySpan<int> tabs, PlaceColumn column) =>
        line[(tabs[(int)column - 1] + 1)..tabs[(int)column]];

    private static PlaceKind? KindOf(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("city"u8) ? PlaceKind.City
        : word.SequenceEqual("postcode"u8) ? PlaceKind.Postcode
        : word.SequenceEqual("locality"u8) ? PlaceKind.Locality
        : word.SequenceEqual("county"u8) ? PlaceKind.County
        : word.SequenceEqual("region"u8) ? PlaceKind.Region
        : word.SequenceEqual("country"u8) ? PlaceKind.Country
        : null;

    /// <summary>Country and region codes; the rows are sorted by them, so that the last one is mostly the one.</summary>
    private int RegionOf(ReadOnlySpan<byte> line, ReadOnlySpan<int> tabs)
    {
        var codes = line[(tabs[0] + 1)..tabs[2]];
        if (codes.SequenceEqual(lastRegion))
        {
            return lastRegionNumber;
        }

        lastRegion = codes.ToArray();
        var key = Encoding.UTF8.GetString(codes);
        if (!regionNumbers.TryGetValue(key, out lastRegionNumber))
        {
            var (country, code) = (key[..key.IndexOf('\t')], key[(key.IndexOf('\t') + 1)..]);
            var countryNumber = Countries.IndexOf(country);
            if (countryNumber < 0)
            {
                countryNumber = Countries.Count;
                Countries.Add(country);
            }

            regionNumbers[key] = lastRegionNumber = Regions.Count;
            Regions.Add(((ushort)countryNumber, code, ""));
        }

        // Postcodes leave the name out, so the first row that has it names the region.
        if (Regions[lastRegionNumber].Name.Length == 0 && tabs[3] > tabs[2] + 1)
        {
            var name = Encoding.UTF8.GetString(Cell(line, tabs, PlaceColumn.Admin1));
            Regions[lastRegionNumber] = Regions[lastRegionNumber] with { Name = name };
        }

        return lastRegionNumber;
    }

    private int DistrictOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return 0;
        }

        Span<char> chars = bytes.Length <= 256 ? stackalloc char[256] : new char[bytes.Length];
        ReadOnlySpan<char> name = chars[..Encoding.UTF8.GetChars(bytes, chars)];
        var known = districtNumbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(name, out var number))
        {
            number = Districts.Count;
            known[name] = number;
            Districts.Add(name.ToString());
        }

        return number;
    }

    private static bool TryCount(ReadOnlySpan<byte> digits, out int count)
    {
        count = 0;
        return digits.IsEmpty || (Utf8Parser.TryParse(digits, out count, out var read) && read == digits.Length && count >= 0);
    }

    private static bool TryFixed(ReadOnlySpan<byte> digits, int limit, out int steps)
    {
        steps = 0;
        if (!Utf8Parser.TryParse(digits, out decimal degrees, out var read) || read != digits.Length || Math.Abs(degrees) > limit)
        {
            return false;
        }

        steps = (int)Math.Round(degrees * 10_000);
        return true;
    }
}
