using PractitionerFinder.Core.Finder.Packing;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder.Cards;

[Flags]
internal enum CardFlags
{
    Demo = 1,
    Online = 2,
    Photo = 4,
    Paused = 8,
    Hidden = 16,
    Confirmed = 32,
}

/// <summary>Reads what <see cref="CardWriter"/> wrote.</summary>
internal ref struct CardReader(ReadOnlySpan<byte> bytes, string[] words)
{
    public const int AcceptingShift = 6;
    public const int NoProof = 0, EndlessProof = 1, ProofUntil = 2;

    private readonly string[] words = words;
    private PackReader pack = new(bytes);

    public CardFacts Read(long id)
    {
        var flags = pack.Number();
        return new CardFacts
        {
            // In the order in which they were written.
            Id = id,
            Slug = pack.Text(),
            Name = pack.Text(),
            Headline = pack.Text(),
            IsDemo = Has(CardFlags.Demo),
            OffersOnline = Has(CardFlags.Online),
            Accepting = (Accepting)(flags >> AcceptingShift),
            Photo = Has(CardFlags.Photo) ? new Photo(pack.Text(), pack.Text()) : null,
            PausedUntil = Has(CardFlags.Paused) ? pack.Time() : null,
            HiddenFrom = Has(CardFlags.Hidden) ? pack.Time() : null,
            ConfirmedAt = Has(CardFlags.Confirmed) ? pack.Time() : null,
            Techniques = Techniques(),
            Places = Places(),
            VisitAreas = VisitAreas(),
            Confirmations = Confirmations(),
        };

        bool Has(CardFlags flag) => ((CardFlags)flags & flag) != 0;
    }

    private CardFacts.Technique[] Techniques()
    {
        var techniques = new CardFacts.Technique[pack.Number()];
        foreach (ref var technique in techniques.AsSpan())
        {
            var number = pack.Number();
            DateTime? until = (number >> 1 & 3) switch
            {
                NoProof => null,
                EndlessProof => DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc),
                _ => pack.Time(),
            };
            technique = new CardFacts.Technique(words[number >> 3], (number & 1) != 0, until);
        }

        return techniques;
    }

    private CardFacts.Place[] Places()
    {
        var places = new CardFacts.Place[pack.Number()];
        foreach (ref var place in places.AsSpan())
        {
            var key = Word();
            var flags = pack.Byte();
            place = new CardFacts.Place(
                key, (LocationSetting)(flags >> 2), Word(), Word(), new GeoPoint(pack.Degrees(), pack.Degrees()), (flags & 2) != 0, (flags & 1) != 0);
        }

        return places;
    }

    private CardFacts.Visits[] VisitAreas()
    {
        var areas = new CardFacts.Visits[pack.Number()];
        foreach (ref var area in areas.AsSpan())
        {
            area = new CardFacts.Visits(Word(), Word(), Word());
        }

        return areas;
    }

    private CardFacts.Confirmed[] Confirmations()
    {
        var confirmations = new CardFacts.Confirmed[pack.Number()];
        var before = default(DateTime);
        foreach (ref var confirmed in confirmations.AsSpan())
        {
            var fact = pack.Byte();
            before = (fact & 1) != 0 ? before : pack.Time();
            confirmed = new CardFacts.Confirmed((ListingFact)(fact >> 1), before);
        }

        return confirmations;
    }

    private string Word() => words[pack.Number()];
}
