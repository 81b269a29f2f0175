using PractitionerFinder.Core.Finder.Cards;
using PractitionerFinder.Core.Finder.Index;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder.Packing;

/// <summary>
/// The searchable rows of a listing as bytes beside the listing, so that a snapshot of a million is read from one table and every listing as of one
/// instant. Whoever changes what is written has a migration empty the columns: what is missing is written again.
/// </summary>
public static class ListingPack
{
    /// <summary>Packs techniques, areas, languages, places and home-visit areas.</summary>
    /// <param name="listing">A listing with all these rows, in the order in which they are or will be saved.</param>
    public static byte[] OfRows(Listing listing)
    {
        var pack = new PackWriter();
        pack.Number(listing.Techniques.Count);
        foreach (var technique in listing.Techniques.OrderBy(t => t.Position))
        {
            pack.Text(technique.Slug);
            pack.Byte((technique.NeedsProof ? 1 : 0) | (technique.ProvenUntil is not null ? 2 : 0));
            if (technique.ProvenUntil is { } until)
            {
                pack.Time(until);
            }
        }

        Texts(pack, listing.Areas.Select(a => a.Slug));
        Texts(pack, listing.Languages.Select(l => l.Code));
        pack.Number(listing.Locations.Count);
        foreach (var place in listing.Locations.OrderBy(l => l.Id))
        {
            Spot(pack, place.Key, place.Point, place.Locality, new IndexedRegion(place.Country, place.Admin1Code, place.County), IndexedListing.NeedsMet(place.StepFree, place.Evenings, place.Weekends));
            pack.Byte((int)place.Setting << 1 | (place.Approximate ? 1 : 0));
        }

        pack.Number(listing.VisitAreas.Count);
        foreach (var area in listing.VisitAreas.OrderBy(v => v.Id))
        {
            Spot(pack, area.Key, area.Point, area.Locality, new IndexedRegion(area.Country, area.Admin1Code, area.County), IndexedListing.NeedsMet(stepFree: true, area.Evenings, area.Weekends));
            pack.Number(area.Cells.Count);
            foreach (var cell in area.Cells)
            {
                pack.Number(cell.Cell);
            }
        }

        return pack.Written.ToArray();
    }

    /// <summary>Packs when each fact was confirmed.</summary>
    public static byte[] OfConfirmations(IReadOnlyList<Confirmation> confirmations)
    {
        var pack = new PackWriter();
        pack.Number(confirmations.Count);
        foreach (var confirmation in confirmations.OrderBy(c => c.Fact))
        {
            pack.Byte((int)confirmation.Fact);
            pack.Time(confirmation.At);
        }

        return pack.Written.ToArray();
    }

    /// <summary>Puts the rows of a listing with what stands in the listing itself.</summary>
    /// <param name="facts">What is searched, without rows.</param>
    /// <param name="card">What is shown, without rows.</param>
    /// <param name="rows"><see cref="OfRows"/>.</param>
    /// <param name="confirmations"><see cref="OfConfirmations"/>.</param>
    /// <param name="pool">Keeps what many have.</param>
    public static PublishedListing Unpack(IndexedListing facts, CardFacts card, ReadOnlySpan<byte> rows, ReadOnlySpan<byte> confirmations, StringPool pool)
    {
        var pack = new PackReader(rows);
        var techniques = new CardFacts.Technique[pack.Number()];
        foreach (ref var technique in techniques.AsSpan())
        {
            var slug = pack.Text(pool);
            var flags = pack.Byte();
            technique = new CardFacts.Technique(slug, (flags & 1) != 0, (flags & 2) != 0 ? pack.Time() : null);
        }

        var (areas, languages) = (Texts(ref pack, pool), Texts(ref pack, pool));
        var (places, placesShown) = Places(ref pack, pool);
        var (visits, visitsShown) = VisitAreas(ref pack, pool);
        return new PublishedListing(
            facts with
            {
                Techniques = Array.ConvertAll(techniques, t => new IndexedTechnique(t.Slug, t.NeedsProof, t.ProvenUntil)),
                Areas = areas,
                Languages = languages,
                Places = places,
                VisitAreas = visits,
            },
            card with { Techniques = techniques, Places = placesShown, VisitAreas = visitsShown, Confirmations = Confirmations(confirmations) });
    }

    private static (IndexedSpot[] Places, CardFacts.Place[] Shown) Places(ref PackReader pack, StringPool pool)
    {
        var places = new IndexedSpot[pack.Number()];
        var shown = new CardFacts.Place[places.Length];
        for (var i = 0; i < places.Length; i++)
        {
            var (spot, locality) = Spot(ref pack, pool);
            var kind = pack.Byte();
            var setting = (LocationSetting)(kind >> 1);
            places[i] = spot with { Setting = setting.AsSetting() };
            shown[i] = new CardFacts.Place(
                spot.Key, setting, locality, spot.Region.Country, new GeoPoint(spot.Latitude, spot.Longitude), (kind & 1) != 0, spot.Meets.HasFlag(Needs.StepFree));
        }

        return (places, shown);
    }

    private static (IndexedSpot[] Areas, CardFacts.Visits[] Shown) VisitAreas(ref PackReader pack, StringPool pool)
    {
        var areas = new IndexedSpot[pack.Number()];
        var shown = new CardFacts.Visits[areas.Length];
        for (var i = 0; i < areas.Length; i++)
        {
            var (spot, locality) = Spot(ref pack, pool);
            var cells = new long[pack.Number()];
            foreach (ref var cell in cells.AsSpan())
            {
                cell = pack.Long();
            }

            areas[i] = spot with { Setting = Setting.Visit, Cells = cells };
            shown[i] = new CardFacts.Visits(spot.Key, locality, spot.Region.Country);
        }

        return (areas, shown);
    }

    private static CardFacts.Confirmed[] Confirmations(ReadOnlySpan<byte> bytes)
    {
        var pack = new PackReader(bytes);
        var confirmations = new CardFacts.Confirmed[pack.Number()];
        foreach (ref var confirmed in confirmations.AsSpan())
        {
            confirmed = new CardFacts.Confirmed((ListingFact)pack.Byte(), pack.Time());
        }

        return confirmations;
    }

    private static void Spot(PackWriter pack, string key, GeoPoint point, string locality, IndexedRegion region, Needs meets)
    {
        pack.Text(key);
        pack.Degrees(point.Latitude);
        pack.Degrees(point.Longitude);
        pack.Text(locality);
        pack.Text(region.Country);
        pack.Text(region.Admin1Code ?? "");
        pack.Text(region.County ?? "");
        pack.Byte((int)meets | (region.Admin1Code is not null ? 8 : 0) | (region.County is not null ? 16 : 0));
    }

    private static (IndexedSpot Spot, string Locality) Spot(ref PackReader pack, StringPool pool)
    {
        var (key, latitude, longitude) = (pack.Text(pool), pack.Degrees(), pack.Degrees());
        var (locality, country, admin1, county) = (pack.Text(pool), pack.Text(pool), pack.Text(pool), pack.Text(pool));
        var flags = pack.Byte();
        var region = new IndexedRegion(country, (flags & 8) != 0 ? admin1 : null, (flags & 16) != 0 ? county : null);
        return (new IndexedSpot(key, default, latitude, longitude, region, (Needs)(flags & 7), []), locality);
    }

    private static void Texts(PackWriter pack, IEnumerable<string> texts)
    {
        var all = texts.ToList();
        pack.Number(all.Count);
        all.ForEach(pack.Text);
    }

    private static string[] Texts(ref PackReader pack, StringPool pool)
    {
        var texts = new string[pack.Number()];
        foreach (ref var text in texts.AsSpan())
        {
            text = pack.Text(pool);
        }

        return texts;
    }
}
