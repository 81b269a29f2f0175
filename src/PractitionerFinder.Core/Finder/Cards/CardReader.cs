using System.Buffers.Binary;
using System.Text;
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
    private ReadOnlySpan<byte> rest = bytes;

    public CardFacts Read(long id)
    {
        var flags = Number();
        return new CardFacts
        {
            // In the order in which they were written.
            Id = id,
            Slug = Text(),
            Name = Text(),
            Headline = Text(),
            IsDemo = Has(CardFlags.Demo),
            OffersOnline = Has(CardFlags.Online),
            Accepting = (Accepting)(flags >> AcceptingShift),
            Photo = Has(CardFlags.Photo) ? new Photo(Text(), Text()) : null,
            PausedUntil = Has(CardFlags.Paused) ? Time() : null,
            HiddenFrom = Has(CardFlags.Hidden) ? Time() : null,
            ConfirmedAt = Has(CardFlags.Confirmed) ? Time() : null,
            Techniques = Techniques(),
            Places = Places(),
            VisitAreas = VisitAreas(),
            Confirmations = Confirmations(),
        };

        bool Has(CardFlags flag) => ((CardFlags)flags & flag) != 0;
    }

    private CardFacts.Technique[] Techniques()
    {
        var techniques = new CardFacts.Technique[Number()];
        foreach (ref var technique in techniques.AsSpan())
        {
            var number = Number();
            DateTime? until = (number >> 1 & 3) switch
            {
                NoProof => null,
                EndlessProof => DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc),
                _ => Time(),
            };
            technique = new CardFacts.Technique(words[number >> 3], (number & 1) != 0, until);
        }

        return techniques;
    }

    private CardFacts.Place[] Places()
    {
        var places = new CardFacts.Place[Number()];
        foreach (ref var place in places.AsSpan())
        {
            var key = Word();
            var flags = Byte();
            place = new CardFacts.Place(
                key, (LocationSetting)(flags >> 2), Word(), Word(), new GeoPoint(Degrees(), Degrees()), (flags & 2) != 0, (flags & 1) != 0);
        }

        return places;
    }

    private CardFacts.Visits[] VisitAreas()
    {
        var areas = new CardFacts.Visits[Number()];
        foreach (ref var area in areas.AsSpan())
        {
            area = new CardFacts.Visits(Word(), Word(), Word());
        }

        return areas;
    }

    private CardFacts.Confirmed[] Confirmations()
    {
        var confirmations = new CardFacts.Confirmed[Number()];
        var before = default(DateTime);
        foreach (ref var confirmed in confirmations.AsSpan())
        {
            var fact = Byte();
            before = (fact & 1) != 0 ? before : Time();
            confirmed = new CardFacts.Confirmed((ListingFact)(fact >> 1), before);
        }

        return confirmations;
    }

    private string Word() => words[Number()];

    private string Text()
    {
        var length = Number();
        var text = Encoding.UTF8.GetString(rest[..length]);
        rest = rest[length..];
        return text;
    }

    private DateTime Time()
    {
        var time = new DateTime(BinaryPrimitives.ReadInt64LittleEndian(rest), DateTimeKind.Utc);
        rest = rest[sizeof(long)..];
        return time;
    }

    private double Degrees()
    {
        var degrees = BinaryPrimitives.ReadDoubleLittleEndian(rest);
        rest = rest[sizeof(double)..];
        return degrees;
    }

    private int Byte()
    {
        var value = rest[0];
        rest = rest[1..];
        return value;
    }

    private int Number()
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = Byte();
            number |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                return number;
            }
        }
    }
}
