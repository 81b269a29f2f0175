using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>
/// A row for every way in which a listing is reached: first the places, by band of latitude and within it by longitude;
/// then the home-visit areas; then what is offered online. Nothing of it changes once it is built, but for what is kept of the hour.
/// </summary>
/// <param name="lexicon">What the numbers of its rows stand for; every row has been numbered by it.</param>
internal sealed partial class WayTable(Lexicon lexicon)
{
    /// <summary>Bands of latitude to a degree: 13.9 km high. Half as high, the median search took a seventh longer, for it came to twice as many places in memory.</summary>
    public const int BandsPerDegree = 8;

    /// <summary>Coordinates are whole numbers of so many to a degree, 11 cm apart or less; see <see cref="RareFacts"/> for others.</summary>
    public const double PerDegree = 1_000_000;

    /// <summary>"Never", of an instant.</summary>
    public const uint Never = uint.MaxValue;

    /// <summary>No region has this number.</summary>
    public const ushort NoRegion = ushort.MaxValue;

    /// <summary>The day of what was never confirmed: before any other.</summary>
    public const int NeverConfirmed = int.MinValue;

    /// <summary>Instants are counted from here.</summary>
    public static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>One longitude in so many rows stands once more in <see cref="Signposts"/>: so few that a processor's cache holds them.</summary>
    public const int RowsPerSignpost = 32;

    private OnlineBits? online;
    private PlaceCounts? counts;

    public required int Places { get; init; }

    public required int Visits { get; init; }

    public required int Count { get; init; }

    public required RowBlock[] Blocks { get; init; }

    /// <summary>The other techniques by row; null when there are not so many.</summary>
    public required ulong[]? MoreTechniques { get; init; }

    /// <summary>By row.</summary>
    public required ushort[] Regions { get; init; }

    /// <summary>First row of each band of the places, and one more.</summary>
    public required int[] Bands { get; init; }

    /// <summary>See <see cref="RowsPerSignpost"/>.</summary>
    public required int[] Signposts { get; init; }

    public required Dictionary<int, RareFacts> Rare { get; init; }

    /// <summary>
    /// By row of a listing that is reached in several ways: of one place and one visit area, as most are, the row of the other; else the complement of where
    /// they stand in <see cref="KinRows"/>. Empty when there is no such listing.
    /// </summary>
    public required int[] Kin { get; init; }

    /// <summary>For each such listing a count, then the rows of its places and visit areas, the oldest of each first.</summary>
    public required int[] KinRows { get; init; }

    public required CellRows Cells { get; init; }

    public required WordTable Words { get; init; }

    // What the numbers stand for, as far as this table uses them.
    public Proof[] ProofsByNumber { get; } = lexicon.Proofs.Items;

    public Bits128[] ProofSets { get; } = lexicon.ProofSets.Items;

    public Lexicon.LanguageSet[] LanguageSets { get; } = lexicon.LanguageSets.Items;

    public int LanguageSetCount { get; } = lexicon.LanguageSets.Count;

    public Bits128[] AreaSets { get; } = lexicon.AreaSets.Items;

    public int AreaSetCount { get; } = lexicon.AreaSets.Count;

    public ReadOnlyMemory<IndexedRegion> RegionNames { get; } = lexicon.Regions.Items.AsMemory(0, lexicon.Regions.Count);

    public string[] Keys { get; } = lexicon.Keys.Items;

    /// <summary>Techniques that show only with proof.</summary>
    public Bits128 Protected { get; } = lexicon.Protected;

    public static uint SecondsUp(DateTime instant) => Seconds(instant.Ticks + TimeSpan.TicksPerSecond - 1);

    public static uint SecondsDown(DateTime instant) => Math.Min(Seconds(instant.Ticks), Never - 1);

    public static bool IsWholeSecond(DateTime instant) =>
        instant == DateTime.MaxValue || (instant.Ticks % TimeSpan.TicksPerSecond == 0 && instant >= Epoch && SecondsUp(instant) != Never);

    public ref readonly RowBlock BlockOf(int row) => ref Blocks[row >> RowBlock.Shift];

    /// <summary>See <see cref="Traits"/>.</summary>
    public ulong TraitsOf(int row) => BlockOf(row).Traits[row & (RowBlock.Rows - 1)];

    public long IdOf(int row) => Facts(row)?.Id ?? BlockOf(row).Ids[row & (RowBlock.Rows - 1)];

    public int LongitudeOf(int row) => BlockOf(row).Longitudes[row & (RowBlock.Rows - 1)];

    public int LatitudeOf(int row) => BlockOf(row).Latitudes[row & (RowBlock.Rows - 1)];

    public GeoPoint PointOf(int row) => Facts(row) is { } rare
        ? new GeoPoint(rare.Latitude, rare.Longitude)
        : new GeoPoint(BlockOf(row).Latitudes[row & (RowBlock.Rows - 1)] / PerDegree, LongitudeOf(row) / PerDegree);

    public string KeyOf(int row) => Keys[Facts(row)?.Key ?? (int)(TraitsOf(row) >> Traits.KeyShift & Traits.KeyMask)];

    public int RegionOf(int row) => Facts(row)?.Region ?? Regions[row];

    public int LanguageSetOf(int row) => Facts(row)?.Languages ?? (int)(TraitsOf(row) >> Traits.LanguagesShift & Traits.LanguagesMask);

    public Bits128 AreasOf(int row) => AreaSets[Facts(row)?.Areas ?? (int)(TraitsOf(row) >> Traits.AreasShift & Traits.AreasMask)];

    /// <summary>Days from <see cref="Traits.FirstDay"/> to that of the confirmation, or <see cref="NeverConfirmed"/>.</summary>
    public int DayOf(int row) => Facts(row)?.Day ?? ((int)(TraitsOf(row) >> Traits.DayShift & Traits.DayMask) is > 0 and var day ? day : NeverConfirmed);

    /// <summary>Techniques of a row that show only with proof.</summary>
    public Bits128 ProtectedOf(int row) => Facts(row)?.Protected ?? Protected;

    public Bits128 ProvenAt(uint code, in Moment now)
    {
        if ((code & ProofCode.IsNumber) == 0)
        {
            return (code & ProofCode.HoursMask) > now.Hours ? ProofSets[code >> ProofCode.SetShift] : default;
        }

        var proven = default(Bits128);
        for (var number = (int)(code & ~ProofCode.IsNumber); number != 0;)
        {
            ref readonly var proof = ref ProofsByNumber[number];
            proven |= proof.Until > now.Time.Ticks ? proof.Techniques : default;
            number = proof.Others;
        }

        return proven;
    }

    public Bits128 ProvenAt(int row, in Moment now) => ProvenAt(BlockOf(row).Proofs[row & (RowBlock.Rows - 1)], now);

    public Bits128 TechniquesOf(int row) => new(BlockOf(row).Techniques[row & (RowBlock.Rows - 1)], MoreTechniques is null ? 0 : MoreTechniques[row]);

    /// <summary>Whether it is neither paused nor hidden.</summary>
    public bool IsFindable(int row, in Moment now) => Facts(row) is { } rare
        ? !(rare.PausedUntil > now.Time) && !(rare.HiddenFrom <= now.Time)
        : BlockOf(row).HiddenFrom[row & (RowBlock.Rows - 1)] > now.Seconds;

    public bool IsOverdue(int row, in Moment now) => Facts(row) is { } rare
        ? rare.OverdueFrom <= now.Time
        : BlockOf(row).OverdueFrom[row & (RowBlock.Rows - 1)] <= now.Seconds;

    /// <summary>Adds the instants, in ticks, at which it changes whether a row is findable or what is proven of it.</summary>
    public void AddTurns(int row, ISet<long> turns)
    {
        ref readonly var block = ref BlockOf(row);
        if (Facts(row) is { } rare)
        {
            turns.UnionWith(new[] { rare.PausedUntil, rare.HiddenFrom }.OfType<DateTime>().Select(t => t.Ticks));
        }
        else
        {
            turns.Add(Epoch.Ticks + block.HiddenFrom[row & (RowBlock.Rows - 1)] * TimeSpan.TicksPerSecond);
        }

        var code = block.Proofs[row & (RowBlock.Rows - 1)];
        if ((code & ProofCode.IsNumber) == 0)
        {
            turns.Add(Epoch.Ticks + (code & ProofCode.HoursMask) * TimeSpan.TicksPerHour);
            return;
        }

        for (var number = (int)(code & ~ProofCode.IsNumber); number != 0; number = ProofsByNumber[number].Others)
        {
            turns.Add(ProofsByNumber[number].Until);
        }
    }

    /// <summary>
    /// Rows that hold all places of a band from one longitude to another, in degrees, and a few to either side: the first and the one after the last.
    /// </summary>
    public (int From, int To) RowsAround(int band, double west, double east)
    {
        var (from, to) = (Bands[band], Bands[band + 1]);
        if (to - from <= RowsPerSignpost)
        {
            return (from, to);
        }

        // The signposts that stand in the band.
        var first = (from + RowsPerSignpost - 1) / RowsPerSignpost;
        var within = Signposts.AsSpan(first, (to + RowsPerSignpost - 1) / RowsPerSignpost - first);
        var start = Lower(within, (int)Math.Floor(west * PerDegree));
        var end = start + LowerNear(within[start..], (int)Math.Ceiling(east * PerDegree) + 1);
        return (Math.Max(from, (first + start - 1) * RowsPerSignpost), Math.Min(to, (first + end) * RowsPerSignpost));
    }

    /// <summary>Those offered online as they are at an instant. Two threads may make the same: either is right.</summary>
    public OnlineBits OnlineAt(in Moment now) => online is { } kept && kept.HoldAt(now.Time) ? kept : online = new OnlineBits(this, now);

    /// <summary>How many places there are at an instant, by cell. Two threads may make the same: either is right.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="showDemo">Whether fictional listings take part.</param>
    public PlaceCounts CountsAt(in Moment now, bool showDemo) =>
        counts is { } kept && kept.HoldAt(now.Time, showDemo) ? kept : counts = new PlaceCounts(this, now, showDemo);

    /// <summary>The places and visit areas of a listing that is reached in several ways.</summary>
    /// <param name="row">One of its rows.</param>
    /// <param name="pair">Room for two.</param>
    public ReadOnlySpan<int> KinOf(int row, Span<int> pair)
    {
        var kin = Kin[row];
        if (kin >= 0)
        {
            (pair[0], pair[1]) = (Math.Min(row, kin), Math.Max(row, kin));
            return pair;
        }

        return KinRows.AsSpan(~kin + 1, KinRows[~kin]);
    }

    private RareFacts? Facts(int row) => (TraitsOf(row) & Traits.Rare) == 0 ? null : Rare[row];

    /// <summary>How many are less: a binary search whose steps are no branches that a processor could guess wrong.</summary>
    private static int Lower(ReadOnlySpan<int> sorted, int value)
    {
        var from = 0;
        for (var length = sorted.Length; length > 0;)
        {
            var half = (length + 1) / 2;
            from += sorted[from + half - 1] < value ? half : 0;
            length -= half;
        }

        return from;
    }

    /// <summary>The same where it is likely to be few.</summary>
    private static int LowerNear(ReadOnlySpan<int> sorted, int value)
    {
        var reach = 1;
        while (reach < sorted.Length && sorted[reach - 1] < value)
        {
            reach *= 2;
        }

        return Lower(sorted[..Math.Min(reach, sorted.Length)], value);
    }

    private static uint Seconds(long ticks) => (uint)Math.Clamp((ticks - Epoch.Ticks) / TimeSpan.TicksPerSecond, 0, Never);

    /// <summary>When a question is asked.</summary>
    public readonly record struct Moment(DateTime Time)
    {
        /// <summary>Whole seconds since 2000, rounded down: an instant on a whole second has come when it is not more.</summary>
        public uint Seconds { get; } = SecondsDown(Time);

        /// <summary>Whole hours since 2000, rounded down.</summary>
        public uint Hours { get; } = ProofCode.Hours(Time.Ticks);
    }
}
