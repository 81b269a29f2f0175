using System.Runtime.InteropServices;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>Takes listings one after another and makes a table of them.</summary>
internal sealed class WayTableBuilder(Lexicon lexicon)
{
    // Micro-degrees from −180 up as a number that sorts.
    private const long WestEdge = 180_000_000;
    private const int LongitudeBits = 32;

    private readonly Rows places = new();
    private readonly Rows visits = new();
    private readonly Rows online = new();
    private readonly List<(long Cell, int Visit)> cells = [];
    private readonly List<(long Id, int Place, int Places, int Visit, int Visits)> kin = [];
    private readonly WordTable.Builder words = new();
    private readonly bool hasMore = lexicon.TechniqueSlugs.Length > 64;

    /// <summary>Takes a listing.</summary>
    public void Add(IndexedListing listing)
    {
        var (place, visit) = (places.Count, visits.Count);
        var shared = new Shared(
            listing,
            TechniquesOf(listing, _ => true),
            TechniquesOf(listing, t => t.NeedsProof),
            Traits.OfListing(listing) | (listing.Places.Count + listing.VisitAreas.Count > 1 ? Traits.Kin : 0),
            lexicon.ProofsOf(listing.Techniques),
            lexicon.LanguagesOf(listing.Languages),
            lexicon.AreasOf(listing.Areas),
            listing.ConfirmedAt is { } at ? DateOnly.FromDateTime(at).DayNumber - Traits.FirstDay : WayTable.NeverConfirmed,
            words.Add(listing.SearchText));
        foreach (var spot in listing.Places)
        {
            Add(places, shared, spot);
        }

        foreach (var spot in listing.VisitAreas)
        {
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
            kin.Add((listing.Id, place, ofPlaces, visit, ofVisits));
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

        var rare = new Dictionary<int, RareFacts>(places.Rare.Count + visits.Rare.Count + online.Rare.Count);
        foreach (var (from, facts) in places.Rare)
        {
            rare.Add(row[from], facts);
        }

        foreach (var (from, facts) in visits.Rare)
        {
            rare.Add(places.Count + from, facts);
        }

        foreach (var (from, facts) in online.Rare)
        {
            rare.Add(places.Count + visits.Count + from, facts);
        }

        var (starts, kinRows) = GatherKin(row);
        foreach (ref var cell in CollectionsMarshal.AsSpan(cells))
        {
            cell.Visit += places.Count;
        }

        return new WayTable
        {
            Places = places.Count,
            Visits = visits.Count,
            Ids = Column(r => r.Ids, order),
            Latitudes = Column(r => r.Latitudes, order),
            Longitudes = Column(r => r.Longitudes, order),
            Techniques = Column(r => r.Techniques, order),
            MoreTechniques = hasMore ? Column(r => r.MoreTechniques, order) : null,
            Traits = Column(r => r.Traits, order),
            HiddenFrom = Column(r => r.HiddenFrom, order),
            OverdueFrom = Column(r => r.OverdueFrom, order),
            Proofs = Column(r => r.Proofs, order),
            Regions = Column(r => r.Regions, order),
            Bands = bands,
            Rare = rare,
            Kin = starts,
            KinRows = kinRows,
            Cells = new CellRows(cells),
            Words = words.Build(words.IsEmpty ? [] : Column(r => r.Words, order)),
            ProofsByNumber = lexicon.Proofs.Items,
            Protected = lexicon.Protected,
            LanguageSets = lexicon.LanguageSets.Items,
            LanguageSetCount = lexicon.LanguageSets.Count,
            AreaSets = lexicon.AreaSets.Items,
            RegionNames = lexicon.Regions.Items.AsMemory(0, lexicon.Regions.Count),
            Keys = lexicon.Keys.Items,
        };
    }

    private void AddSpot(Rows rows, in Shared shared, in IndexedSpot spot, (int Region, int Key) numbers)
    {
        var listing = shared.Listing;
        var (latitude, longitude) = ((int)Math.Round(spot.Latitude * WayTable.PerDegree), (int)Math.Round(spot.Longitude * WayTable.PerDegree));
        var fits = latitude / WayTable.PerDegree == spot.Latitude && longitude / WayTable.PerDegree == spot.Longitude
            && listing.PausedUntil is null
            && (listing.HiddenFrom is not { } hidden || WayTable.IsWholeSecond(hidden))
            && (listing.OverdueFrom is not { } overdue || WayTable.IsWholeSecond(overdue))
            && (ulong)shared.Languages <= Traits.LanguagesMask && (ulong)shared.Areas <= Traits.AreasMask
            && (ulong)numbers.Key <= Traits.KeyMask && shared.Day is WayTable.NeverConfirmed or (> 0 and <= (int)Traits.DayMask)
            && numbers.Region < WayTable.NoRegion
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
            rows.Rare.Add((rows.Count, new RareFacts(
                spot.Latitude, spot.Longitude, listing.PausedUntil, listing.HiddenFrom, listing.OverdueFrom, shared.Day, shared.Languages, shared.Areas, numbers.Region, numbers.Key, shared.Protected)));
        }

        rows.Ids.Add(listing.Id);
        rows.Latitudes.Add(latitude);
        rows.Longitudes.Add(longitude);
        rows.Techniques.Add(shared.Techniques.Low);
        rows.MoreTechniques.Add(shared.Techniques.High);
        rows.Traits.Add(traits);
        rows.HiddenFrom.Add(listing.HiddenFrom is { } from ? WayTable.SecondsUp(from) : WayTable.Never);
        rows.OverdueFrom.Add(listing.OverdueFrom is { } due ? WayTable.SecondsUp(due) : WayTable.Never);
        rows.Proofs.Add(shared.Proofs);
        rows.Regions.Add((ushort)Math.Min(numbers.Region, WayTable.NoRegion));
        rows.Words.Add(shared.Words);
    }

    private void Add(Rows rows, in Shared shared, in IndexedSpot spot) => AddSpot(
        rows, shared, spot, (spot.Setting == Setting.Online ? 0 : lexicon.Regions.NumberOf(spot.Region), lexicon.Keys.NumberOf(spot.Key)));

    private Bits128 TechniquesOf(IndexedListing listing, Func<IndexedTechnique, bool> which)
    {
        var techniques = default(Bits128);
        foreach (var technique in listing.Techniques)
        {
            techniques |= which(technique) && lexicon.Techniques.TryGetValue(technique.Slug, out var number) ? Bits128.Of(number) : default;
        }

        return techniques;
    }

    /// <summary>The places by band and longitude, and where each band begins.</summary>
    private (int[] Order, int[] Bands) InBands()
    {
        var latitudes = CollectionsMarshal.AsSpan(places.Latitudes);
        var longitudes = CollectionsMarshal.AsSpan(places.Longitudes);
        var keys = new long[places.Count];
        var order = new int[places.Count];
        var bands = new int[LatitudeBands.Of(90, WayTable.BandsPerDegree) + 2];
        for (var i = 0; i < keys.Length; i++)
        {
            var band = LatitudeBands.Of(latitudes[i] / WayTable.PerDegree, WayTable.BandsPerDegree);
            keys[i] = (long)band << LongitudeBits | (longitudes[i] + WestEdge);
            order[i] = i;
            bands[band + 1]++;
        }

        Array.Sort(keys, order);
        for (var band = 1; band < bands.Length; band++)
        {
            bands[band] += bands[band - 1];
        }

        return (order, bands);
    }

    private (Dictionary<long, int> Starts, int[] Rows) GatherKin(int[] row)
    {
        var starts = new Dictionary<long, int>(kin.Count);
        var rows = new List<int>();
        foreach (var (id, place, ofPlaces, visit, ofVisits) in kin)
        {
            starts.Add(id, rows.Count);
            rows.Add(ofPlaces + ofVisits);
            for (var i = place; i < place + ofPlaces; i++)
            {
                rows.Add(row[i]);
            }

            for (var i = visit; i < visit + ofVisits; i++)
            {
                rows.Add(places.Count + i);
            }
        }

        return (starts, [.. rows]);
    }

    private T[] Column<T>(Func<Rows, List<T>> of, int[] order)
    {
        var column = new T[places.Count + visits.Count + online.Count];
        var first = CollectionsMarshal.AsSpan(of(places));
        for (var i = 0; i < order.Length; i++)
        {
            column[i] = first[order[i]];
        }

        of(visits).CopyTo(column, places.Count);
        of(online).CopyTo(column, places.Count + visits.Count);
        return column;
    }

    private readonly record struct Shared(
        IndexedListing Listing, Bits128 Techniques, Bits128 Protected, ulong Traits, int Proofs, int Languages, int Areas, int Day, int Words);

    private sealed class Rows
    {
        public List<long> Ids { get; } = [];

        public List<int> Latitudes { get; } = [];

        public List<int> Longitudes { get; } = [];

        public List<ulong> Techniques { get; } = [];

        public List<ulong> MoreTechniques { get; } = [];

        public List<ulong> Traits { get; } = [];

        public List<uint> HiddenFrom { get; } = [];

        public List<uint> OverdueFrom { get; } = [];

        public List<int> Proofs { get; } = [];

        public List<ushort> Regions { get; } = [];

        public List<int> Words { get; } = [];

        public List<(int Row, RareFacts Facts)> Rare { get; } = [];

        public int Count => Ids.Count;
    }
}
