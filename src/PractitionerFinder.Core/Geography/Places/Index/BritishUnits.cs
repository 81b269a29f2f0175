using System.IO.Compression;

namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>
/// The 1.7 million postcode units of Great Britain, left as the file packs them (5 MB): each sector's place in the
/// three streams is noted once, and the one sector that is asked for is decoded. The format is in the data's README.
/// </summary>
internal sealed class BritishUnits
{
    private const string Letters = "ABDEFGHJLNPQRSTUWXYZ";
    private const int CellMetres = 50;

    private readonly byte[] bytes;
    private readonly ulong[] sectors;
    private readonly Sector[] places;

    private BritishUnits(byte[] bytes, ulong[] sectors, Sector[] places)
    {
        this.bytes = bytes;
        this.sectors = sectors;
        this.places = places;
    }

    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static BritishUnits Read(string file)
    {
        using var stream = new BrotliStream(File.OpenRead(file), CompressionMode.Decompress);
        using var all = new MemoryStream(6 << 20);
        stream.CopyTo(all);
        try
        {
            return Read(all.ToArray());
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException)
        {
            throw new InvalidDataException($"{Path.GetFileName(file)} is damaged.", e);
        }
    }

    /// <summary>Where a unit is, to 50 m, or null if it was not in use when the file was made.</summary>
    /// <param name="sector">The sector with its space, upper case: "LS6 3".</param>
    /// <param name="unit">The two letters that end the code.</param>
    public GeoPoint? Find(ReadOnlySpan<char> sector, ReadOnlySpan<char> unit)
    {
        var number = Array.BinarySearch(sectors, PostcodeIndex.Pack(sector));
        var wanted = Letters.IndexOf(unit[0]) * Letters.Length + Letters.IndexOf(unit[1]);
        if (number < 0 || Letters.IndexOf(unit[0]) < 0 || Letters.IndexOf(unit[1]) < 0)
        {
            return null;
        }

        var at = places[number];
        var (code, east, north) = (0, 0, 0);
        for (var i = 0; i < at.Count; i++)
        {
            code += Varint(bytes, ref at.Unit);
            east += Zigzag(Varint(bytes, ref at.East));
            north += Zigzag(Varint(bytes, ref at.North));
            if (code == wanted)
            {
                return NationalGrid.ToPoint(east * CellMetres + CellMetres / 2, north * CellMetres + CellMetres / 2);
            }
        }

        return null;
    }

    private static BritishUnits Read(byte[] bytes)
    {
        Span<int> starts = stackalloc int[5];
        for (var block = 0; block < 4; block++)
        {
            starts[block] += 4;
            starts[block + 1] = starts[block] + BitConverter.ToInt32(bytes, starts[block] - 4);
        }

        var sectors = new List<ulong>(10_000);
        var places = new List<Sector>(10_000);
        var table = starts[0];
        var at = new Sector { Unit = starts[1], East = starts[2], North = starts[3] };
        Span<char> name = stackalloc char[8];
        while (table < starts[1] - 4)
        {
            var length = bytes[table++];
            for (var i = 0; i < length; i++)
            {
                name[i] = (char)bytes[table++];
            }

            at.Count = Varint(bytes, ref table);
            sectors.Add(PostcodeIndex.Pack(name[..length]));
            places.Add(at);
            Skip(bytes, ref at.Unit, at.Count);
            Skip(bytes, ref at.East, at.Count);
            Skip(bytes, ref at.North, at.Count);
        }

        var (codes, values) = (sectors.ToArray(), places.ToArray());
        Array.Sort(codes, values);
        return new BritishUnits(bytes, codes, values);
    }

    private static int Varint(byte[] bytes, ref int at)
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[at++];
            value |= (part & 127) << shift;
            if (part < 128)
            {
                return value;
            }
        }
    }

    private static int Zigzag(int value) => value >>> 1 ^ -(value & 1);

    private static void Skip(byte[] bytes, ref int at, int count)
    {
        while (count > 0)
        {
            if (bytes[at++] < 128)
            {
                count--;
            }
        }
    }

    /// <summary>Where a sector begins in each stream, and how many units it has.</summary>
    private struct Sector
    {
        public int Unit;
        public int East;
        public int North;
        public int Count;
    }
}
