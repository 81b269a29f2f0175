using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>
/// A row for every way in which a listing is reached, as columns: first the places, by band of latitude and within it by longitude;
/// then the home-visit areas; then what is offered online. Nothing of it changes once it is built.
/// </summary>
internal sealed class WayTable
{
    /// <summary>Bands of latitude to a degree: 6.9 km high, about as far as a short search goes.</summary>
    public const int BandsPerDegree = 16;

    /// <summary>Coordinates are whole numbers of so many to a degree, 11 cm apart or less; see <see cref="RareFacts"/> for others.</summary>
    public const double PerDegree = 1_000_000;

    /// <summary>"Never", of an instant.</summary>
    public const uint Never = uint.MaxValue;

    /// <summary>No region has this number.</summary>
    public const ushort NoRegion = ushort.MaxValue;

    /// <summary>The day of what was never confirmed: before any other.</summary>
    public const int NeverConfirmed = int.MinValue;

    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public required int Places { get; init; }

    public required int Visits { get; init; }

    public required long[] Ids { get; init; }

    public required int[] Latitudes { get; init; }

    public required int[] Longitudes { get; init; }

    /// <summary>The first 64 techniques.</summary>
    public required ulong[] Techniques { get; init; }

    /// <summary>The other techniques; null when there are not so many.</summary>
    public required ulong[]? MoreTechniques { get; init; }

    /// <summary>See <see cref="Index.Traits"/>.</summary>
    public required ulong[] Traits { get; init; }

    /// <summary>Instants in seconds since 2000.</summary>
    public required uint[] HiddenFrom { get; init; }

    public required uint[] OverdueFrom { get; init; }

    /// <summary>Numbers of proofs; 0 is none.</summary>
    public required int[] Proofs { get; init; }

    public required ushort[] Regions { get; init; }

    /// <summary>First row of each band of the places, and one more.</summary>
    public required int[] Bands { get; init; }

    public required Dictionary<int, RareFacts> Rare { get; init; }

    /// <summary>Of listings that are reached in several ways, where their rows stand in <see cref="KinRows"/>: a count, then places and visit areas, the oldest of each first.</summary>
    public required Dictionary<long, int> Kin { get; init; }

    public required int[] KinRows { get; init; }

    public required CellRows Cells { get; init; }

    public required WordTable Words { get; init; }

    // What the numbers stand for, as far as this table uses them.
    public required Proof[] ProofsByNumber { get; init; }

    public required Lexicon.LanguageSet[] LanguageSets { get; init; }

    public required int LanguageSetCount { get; init; }

    public required Bits128[] AreaSets { get; init; }

    public required ReadOnlyMemory<IndexedRegion> RegionNames { get; init; }

    public required string[] Keys { get; init; }

    /// <summary>Techniques that show only with proof.</summary>
    public required Bits128 Protected { get; init; }

    public int Count => Ids.Length;

    public static uint SecondsUp(DateTime instant) => Seconds(instant.Ticks + TimeSpan.TicksPerSecond - 1);

    public static uint SecondsDown(DateTime instant) => Math.Min(Seconds(instant.Ticks), Never - 1);

    public static bool IsWholeSecond(DateTime instant) =>
        instant == DateTime.MaxValue || (instant.Ticks % TimeSpan.TicksPerSecond == 0 && instant >= Epoch && SecondsUp(instant) != Never);

    public GeoPoint PointOf(int row) => Facts(row) is { } rare
        ? new GeoPoint(rare.Latitude, rare.Longitude)
        : new GeoPoint(Latitudes[row] / PerDegree, Longitudes[row] / PerDegree);

    public string KeyOf(int row) => Keys[Facts(row)?.Key ?? (int)(Traits[row] >> Index.Traits.KeyShift & Index.Traits.KeyMask)];

    public int RegionOf(int row) => Facts(row)?.Region ?? Regions[row];

    public int LanguageSetOf(int row) => Facts(row)?.Languages ?? (int)(Traits[row] >> Index.Traits.LanguagesShift & Index.Traits.LanguagesMask);

    public Bits128 AreasOf(int row) => AreaSets[Facts(row)?.Areas ?? (int)(Traits[row] >> Index.Traits.AreasShift & Index.Traits.AreasMask)];

    /// <summary>Days from <see cref="Index.Traits.FirstDay"/> to that of the confirmation, or <see cref="NeverConfirmed"/>.</summary>
    public int DayOf(int row) => Facts(row)?.Day ?? ((int)(Traits[row] >> Index.Traits.DayShift & Index.Traits.DayMask) is > 0 and var day ? day : NeverConfirmed);

    /// <summary>Techniques of a row that show only with proof.</summary>
    public Bits128 ProtectedOf(int row) => Facts(row)?.Protected ?? Protected;

    public Bits128 ProvenAt(int row, long ticks)
    {
        var proven = default(Bits128);
        for (var number = Proofs[row]; number != 0;)
        {
            ref readonly var proof = ref ProofsByNumber[number];
            if (proof.Until > ticks)
            {
                proven |= proof.Techniques;
            }

            number = proof.Others;
        }

        return proven;
    }

    public Bits128 TechniquesOf(int row) => new(Techniques[row], MoreTechniques is null ? 0 : MoreTechniques[row]);

    /// <summary>Whether it is neither paused nor hidden.</summary>
    public bool IsFindable(int row, in Moment now) => Facts(row) is { } rare
        ? !(rare.PausedUntil > now.Time) && !(rare.HiddenFrom <= now.Time)
        : HiddenFrom[row] > now.Seconds;

    public bool IsOverdue(int row, in Moment now) => Facts(row) is { } rare ? rare.OverdueFrom <= now.Time : OverdueFrom[row] <= now.Seconds;

    /// <summary>The places of a band from one longitude to another, in degrees: the first row and the one after the last.</summary>
    public (int From, int To) RowsBetween(int band, double west, double east)
    {
        var all = Longitudes.AsSpan(0, Bands[band + 1])[Bands[band]..];
        var from = Lower(all, (int)Math.Floor(west * PerDegree));
        return (Bands[band] + from, Bands[band] + from + Lower(all[from..], (int)Math.Ceiling(east * PerDegree) + 1));
    }

    /// <summary>The places and visit areas of a listing that is reached in several ways.</summary>
    public ReadOnlySpan<int> KinOf(int row)
    {
        var start = Kin[Ids[row]];
        return KinRows.AsSpan(start + 1, KinRows[start]);
    }

    private RareFacts? Facts(int row) => (Traits[row] & Index.Traits.Rare) == 0 ? null : Rare[row];

    private static int Lower(ReadOnlySpan<int> sorted, int value)
    {
        var (from, to) = (0, sorted.Length);
        while (from < to)
        {
            var middle = (int)((uint)(from + to) / 2);
            (from, to) = sorted[middle] < value ? (middle + 1, to) : (from, middle);
        }

        return from;
    }

    private static uint Seconds(long ticks) => (uint)Math.Clamp((ticks - Epoch.Ticks) / TimeSpan.TicksPerSecond, 0, Never);

    /// <summary>When a question is asked.</summary>
    public readonly record struct Moment(DateTime Time)
    {
        /// <summary>Whole seconds since 2000, rounded down: an instant on a whole second has come when it is not more.</summary>
        public uint Seconds { get; } = SecondsDown(Time);
    }
}
