using System.Runtime.InteropServices;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>Takes listings one after another and makes a table of them.</summary>
/// <param name="lexicon">What the rows' numbers stand for.</param>
/// <param name="capacity">About how many listings there will be.</param>
internal sealed class WayTableBuilder(Lexicon lexicon, int capacity)
{
    private readonly List<Row> places = new(capacity);
    private readonly List<Row> visits = [];
    private readonly List<Row> online = [];
    private readonly List<(List<Row> Of, int Row, RareFacts Facts)> rare = [];
    private readonly List<(long Cell, int Visit)> cells = [];
    private readonly List<(int Place, int Places, int Visit, int Visits, bool IsOnline, int Online)> kin = [];
    private readonly WordTable.Builder words = new();

    // Spots of one region or key mostly come one after another.
    private (IndexedRegion Region, int Number) lastRegion = (default, -1);
    private (string? Key, int Number) lastKey;

    /// <summary>Takes a listing.</summary>
    public void Add(IndexedListing listing)
    {
        var (place, visit) = (places.Count, visits.Count);
        var (offered, guarded) = TechniquesOf(listing);
        var shared = new Shared(
            listing,
            offered,
            guarded,
            Traits.OfListing(listing) | (listing.Places.Count + listing.VisitAreas.Count > 1 ? Traits.Kin : 0),
            lexicon.ProofsOf(listing.Techniques),
            lexicon.LanguagesOf(listing.Languages),
            lexicon.AreasOf(listing.Areas),
            listing.ConfirmedAt is { } at ? DateOnly.FromDateTime(at).DayNumber - Traits.FirstDay : WayTable.NeverConfirmed,
            words.Add(listing.SearchText));
        for (var i = 0; i < listing.Places.Count; i++)
        {
            Add(places, shared, listing.Places[i]);
        }

        for (var i = 0; i < listing.VisitAreas.Count; i++)
        {
            var spot = listing.VisitAreas[i];
            foreach (var cell in spot.Cells)
            {
                cells.Add((cell, visits.Count));
            }

            Add(visits, shared, spot);
        }

        var (ofPlaces, ofVisits) = (places.Count - place, visits.Count - visit);
        if (listing.Online is { } met)
        {
            var others = shared with { Traits = (shared.Traits & ~Traits.Kin) | (ofPlaces + ofVisits > 0 ? Traits.Kin : 0) };
            Add(online, others, new IndexedSpot("", Setting.Online, 0, 0, default, met, []));
        }

        if (ofPlaces + ofVisits + (listing.Online is null ? 0 : 1) > 1)
        {
            kin.Add((place, ofPlaces, visit, ofVisits, listing.Online is not null, online.Count - 1));
        }
    }

    /// <summary>Makes the table. The builder is spent.</summary>
    public WayTable Build()
    {
        var (order, bands) = InBands();
        var row = new int[places.Count];
        for (var i = 0; i < order.Length; i++)
        {
            row[order[i]] = i;
        }

        var facts = new Dictionary<int, RareFacts>(rare.Count);
        foreach (var (of, from, all) in rare)
        {
            facts.Add(of == places ? row[from] : from + places.Count + (of == online ? visits.Count : 0), all);
        }

        var (starts, kinRows) = GatherKin(row);
        foreach (ref var cell in CollectionsMarshal.AsSpan(cells))
        {
            cell.Visit += places.Count;
        }

        var count = places.Count + visits.Count + online.Count;
        return new WayTable(lexicon)
        {
            Places = places.Count,
            Visits = visits.Count,
            Count = count,
            Blocks = InBlocks(order),
            MoreTechniques = lexicon.Techniques.Count > 64 ? Column(order, r => r.MoreTechniques) : null,
            Regions = Column(order, r => r.Region),
            Bands = bands,
            Signposts = Signposts(order),
            Rare = facts,
            Kin = starts,
            KinRows = kinRows,
            Cells = new CellRows(cells),
            Words = words.Build(words.IsEmpty ? [] : Column(order, r => r.Words)),
        };
    }

    private void AddSpot(List<Row> rows, in Shared shared, in IndexedSpot spot, (int Region, int Key) numbers)
    {
        var listing = shared.Listing;
        var (latitude, longitude) = ((int)Math.Round(spot.Latitude * WayTable.PerDegree), (int)Math.Round(spot.Longitude * WayTable.PerDegree));
        var fits = latitude / WayTable.PerDegree == spot.Latitude && longitude / WayTable.PerDegree == spot.Longitude
            && listing.PausedUntil is null
            && (listing.HiddenFrom is not { } hidden || WayTable.IsWholeSecond(hidden))
            && (listing.OverdueFrom is not { } overdue || WayTable.IsWholeSecond(overdue))
            && (ulong)shared.Languages <= Traits.LanguagesMask && (ulong)shared.Areas <= Traits.AreasMask
            && (ulong)numbers.Key <= Traits.KeyMask && shared.Day is WayTable.NeverConfirmed or (> 0 and <= (int)Traits.DayMask)
            && numbers.Region < WayTable.NoRegion && (ulong)listing.Id <= uint.MaxValue
            && shared.Protected == (shared.Techniques & lexicon.Protected);
        var traits = shared.Traits | Traits.OfWay(spot.Setting, spot.Meets);
        if (fits)
        {
            traits |= (ulong)shared.Languages << Traits.LanguagesShift | (ulong)shared.Areas << Traits.AreasShift
                | (ulong)numbers.Key << Traits.KeyShift | (ulong)Math.Max(0, shared.Day) << Traits.DayShift;
        }
        else
        {
            traits |= Traits.Rare;
            rare.Add((rows, rows.Count, new RareFacts(
                listing.Id, spot.Latitude, spot.Longitude, listing.PausedUntil, listing.HiddenFrom, listing.OverdueFrom, shared.Day, shared.Languages, shared.Areas, numbers.Region, numbers.Key, shared.Protected)));
        }

        rows.Add(new Row(
            latitude,
            longitude,
            shared.Techniques.Low,
            shared.Techniques.High,
            traits,
            listing.HiddenFrom is { } from ? WayTable.SecondsUp(from) : WayTable.Never,
            listing.OverdueFrom is { } due ? WayTable.SecondsUp(due) : WayTable.Never,
            shared.Proofs,
            (uint)listing.Id,
            (ushort)Math.Min(numbers.Region, WayTable.NoRegion),
            shared.Words));
    }

    private void Add(List<Row> rows, in Shared shared, in IndexedSpot spot)
    {
        if (spot.Setting != Setting.Online && (lastRegion.Number < 0 || spot.Region != lastRegion.Region))
        {
            lastRegion = (spot.Region, lexicon.Regions.NumberOf(spot.Region));
        }

        if (spot.Key != lastKey.Key)
        {
            lastKey = (spot.Key, lexicon.Keys.NumberOf(spot.Key));
        }

        AddSpot(rows, shared, spot, (spot.Setting == Setting.Online ? 0 : lastRegion.Number, lastKey.Number));
    }

    private (Bits128 All, Bits128 Protected) TechniquesOf(IndexedListing listing)
    {
        var (all, guarded) = (default(Bits128), default(Bits128));
        for (var i = 0; i < listing.Techniques.Count; i++)
        {
            var technique = listing.Techniques[i];
            if (lexicon.Techniques.TryGet(technique.Slug, out var number))
            {
                all |= Bits128.Of(number);
                guarded |= technique.NeedsProof ? Bits128.Of(number) : default;
            }
        }

        return (all, guarded);
    }

    /// <summary>The places by band and longitude, and where each band begins.</summary>
    private (int[] Order, int[] Bands) InBands()
    {
        // Micro-degrees from −180 up, a number that sorts, above the row.
        const long westEdge = 180_000_000;
        const int rowBits = 32;

        var bands = new int[LatitudeBands.Of(90, WayTable.BandsPerDegree) + 2];
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(places))
        {
            bands[BandOf(row) + 1]++;
        }

        for (var band = 1; band < bands.Length; band++)
        {
            bands[band] += bands[band - 1];
        }

        var keys = new long[places.Count];
        var next = bands.ToArray();
        for (var i = 0; i < keys.Length; i++)
        {
            keys[next[BandOf(places[i])]++] = (places[i].Longitude + westEdge) << rowBits | (uint)i;
        }

        Parallel.For(0, bands.Length - 1, band => keys.AsSpan(bands[band]..bands[band + 1]).Sort());
        return (Array.ConvertAll(keys, k => (int)k), bands);

        static int BandOf(in Row row) => LatitudeBands.Of(row.Latitude / WayTable.PerDegree, WayTable.BandsPerDegree);
    }

    private RowBlock[] InBlocks(int[] order)
    {
        var blocks = new RowBlock[(places.Count + visits.Count + online.Count + RowBlock.Rows - 1) / RowBlock.Rows];
        Parallel.For(0, blocks.Length, number =>
        {
            ref var block = ref blocks[number];
            for (var i = 0; i < RowBlock.Rows && number * RowBlock.Rows + i < places.Count + visits.Count + online.Count; i++)
            {
                ref readonly var row = ref RowAt(order, number * RowBlock.Rows + i);
                block.Latitudes[i] = row.Latitude;
                block.Longitudes[i] = row.Longitude;
                block.Traits[i] = row.Traits;
                block.HiddenFrom[i] = row.HiddenFrom;
                block.OverdueFrom[i] = row.OverdueFrom;
                block.Techniques[i] = row.Techniques;
                block.Proofs[i] = row.Proofs;
                block.Ids[i] = row.Id;
            }
        });
        return blocks;
    }

    private int[] Signposts(int[] order)
    {
        var signposts = new int[(places.Count + WayTable.RowsPerSignpost - 1) / WayTable.RowsPerSignpost];
        for (var i = 0; i < signposts.Length; i++)
        {
            signposts[i] = places[order[i * WayTable.RowsPerSignpost]].Longitude;
        }

        return signposts;
    }

    private (int[] Starts, int[] Rows) GatherKin(int[] row)
    {
        if (kin.Count == 0)
        {
            return ([], []);
        }

        var starts = new int[places.Count + visits.Count + online.Count];
        var rows = new List<int>();
        foreach (var (place, ofPlaces, visit, ofVisits, isOnline, session) in kin)
        {
            var start = rows.Count;
            var isPair = ofPlaces == 1 && ofVisits == 1;
            rows.Add(ofPlaces + ofVisits);
            for (var i = place; i < place + ofPlaces; i++)
            {
                rows.Add(row[i]);
            }

            for (var i = visit; i < visit + ofVisits; i++)
            {
                rows.Add(places.Count + i);
            }

            for (var i = start + 1; i < rows.Count; i++)
            {
                starts[rows[i]] = isPair ? rows[start + 1] + rows[start + 2] - rows[i] : ~start;
            }

            if (isOnline)
            {
                starts[places.Count + visits.Count + session] = ~start;
            }
        }

        return (starts, [.. rows]);
    }

    private T[] Column<T>(int[] order, Func<Row, T> of)
    {
        var column = new T[places.Count + visits.Count + online.Count];
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = of(RowAt(order, i));
        }

        return column;
    }

    private ref readonly Row RowAt(int[] order, int at)
    {
        if (at < places.Count)
        {
            return ref CollectionsMarshal.AsSpan(places)[order[at]];
        }

        at -= places.Count;
        return ref at < visits.Count ? ref CollectionsMarshal.AsSpan(visits)[at] : ref CollectionsMarshal.AsSpan(online)[at - visits.Count];
    }

    private readonly record struct Shared(
        IndexedListing Listing, Bits128 Techniques, Bits128 Protected, ulong Traits, uint Proofs, int Languages, int Areas, int Day, int Words);

    private readonly record struct Row(
        int Latitude, int Longitude, ulong Techniques, ulong MoreTechniques, ulong Traits, uint HiddenFrom, uint OverdueFrom, uint Proofs, uint Id, ushort Region, int Words);
}
