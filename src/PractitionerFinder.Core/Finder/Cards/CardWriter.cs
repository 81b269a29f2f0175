using PractitionerFinder.Core.Finder.Packing;

namespace PractitionerFinder.Core.Finder.Cards;

/// <summary>
/// Cards as bytes. Numbers take as few bytes as they need, seven bits in each; what many cards have in common, such as the name of a town, is kept
/// once and named by its number; an instant that is that of the fact before is not written again.
/// </summary>
internal sealed class CardWriter
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly PackWriter pack = new();

    /// <summary>Words by number.</summary>
    public string[] Words => [.. numbers.OrderBy(n => n.Value).Select(n => n.Key)];

    /// <summary>The bytes of a card, until the next is written.</summary>
    public ReadOnlySpan<byte> Write(CardFacts card)
    {
        pack.Clear();
        var flags = (CardFlags)((int)card.Accepting << CardReader.AcceptingShift)
            | (card.IsDemo ? CardFlags.Demo : 0)
            | (card.OffersOnline ? CardFlags.Online : 0)
            | (card.Photo is not null ? CardFlags.Photo : 0)
            | (card.PausedUntil is not null ? CardFlags.Paused : 0)
            | (card.HiddenFrom is not null ? CardFlags.Hidden : 0)
            | (card.ConfirmedAt is not null ? CardFlags.Confirmed : 0);
        pack.Number((int)flags);
        pack.Text(card.Slug);
        pack.Text(card.Name);
        pack.Text(card.Headline);
        if (card.Photo is { } photo)
        {
            pack.Text(photo.Key);
            pack.Text(photo.Alt);
        }

        WriteTime(card.PausedUntil);
        WriteTime(card.HiddenFrom);
        WriteTime(card.ConfirmedAt);
        WriteTechniques(card.Techniques);
        WritePlaces(card);
        WriteConfirmations(card.Confirmations);
        return pack.Written;
    }

    private void WriteTechniques(IReadOnlyList<CardFacts.Technique> techniques)
    {
        pack.Number(techniques.Count);
        foreach (var technique in techniques)
        {
            var proof = technique.ProvenUntil is not { } until ? CardReader.NoProof : until == DateTime.MaxValue ? CardReader.EndlessProof : CardReader.ProofUntil;
            pack.Number(NumberOf(technique.Slug) << 3 | proof << 1 | (technique.NeedsProof ? 1 : 0));
            if (proof == CardReader.ProofUntil)
            {
                WriteTime(technique.ProvenUntil);
            }
        }
    }

    private void WritePlaces(CardFacts card)
    {
        pack.Number(card.Places.Count);
        foreach (var place in card.Places)
        {
            pack.Number(NumberOf(place.Key));
            pack.Byte(((int)place.Setting << 2 | (place.IsApproximate ? 2 : 0) | (place.IsStepFree ? 1 : 0)));
            pack.Number(NumberOf(place.Locality));
            pack.Number(NumberOf(place.Country));
            pack.Degrees(place.Point.Latitude);
            pack.Degrees(place.Point.Longitude);
        }

        pack.Number(card.VisitAreas.Count);
        foreach (var area in card.VisitAreas)
        {
            pack.Number(NumberOf(area.Key));
            pack.Number(NumberOf(area.Locality));
            pack.Number(NumberOf(area.Country));
        }
    }

    private void WriteConfirmations(IReadOnlyList<CardFacts.Confirmed> confirmations)
    {
        pack.Number(confirmations.Count);
        var before = default(DateTime);
        foreach (var confirmed in confirmations)
        {
            pack.Byte(((int)confirmed.Fact << 1 | (confirmed.At == before ? 1 : 0)));
            if (confirmed.At != before)
            {
                WriteTime(confirmed.At);
            }

            before = confirmed.At;
        }
    }

    private void WriteTime(DateTime? time)
    {
        if (time is { } at)
        {
            pack.Time(at);
        }
    }

    private int NumberOf(string word)
    {
        if (!numbers.TryGetValue(word, out var number))
        {
            number = numbers.Count;
            numbers.Add(word, number);
        }

        return number;
    }
}
