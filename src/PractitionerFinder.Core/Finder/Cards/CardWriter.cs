using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace PractitionerFinder.Core.Finder.Cards;

/// <summary>
/// Cards as bytes. Numbers take as few bytes as they need, seven bits in each; what many cards have in common, such as the name of a town, is kept
/// once and named by its number; an instant that is that of the fact before is not written again.
/// </summary>
internal sealed class CardWriter
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly ArrayBufferWriter<byte> bytes = new();

    /// <summary>Words by number.</summary>
    public string[] Words => [.. numbers.OrderBy(n => n.Value).Select(n => n.Key)];

    /// <summary>The bytes of a card, until the next is written.</summary>
    public ReadOnlySpan<byte> Write(CardFacts card)
    {
        bytes.ResetWrittenCount();
        var flags = (CardFlags)((int)card.Accepting << CardReader.AcceptingShift)
            | (card.IsDemo ? CardFlags.Demo : 0)
            | (card.OffersOnline ? CardFlags.Online : 0)
            | (card.Photo is not null ? CardFlags.Photo : 0)
            | (card.PausedUntil is not null ? CardFlags.Paused : 0)
            | (card.HiddenFrom is not null ? CardFlags.Hidden : 0)
            | (card.ConfirmedAt is not null ? CardFlags.Confirmed : 0);
        WriteNumber((int)flags);
        WriteText(card.Slug);
        WriteText(card.Name);
        WriteText(card.Headline);
        if (card.Photo is { } photo)
        {
            WriteText(photo.Key);
            WriteText(photo.Alt);
        }

        WriteTime(card.PausedUntil);
        WriteTime(card.HiddenFrom);
        WriteTime(card.ConfirmedAt);
        WriteTechniques(card.Techniques);
        WritePlaces(card);
        WriteConfirmations(card.Confirmations);
        return bytes.WrittenSpan;
    }

    private void WriteTechniques(IReadOnlyList<CardFacts.Technique> techniques)
    {
        WriteNumber(techniques.Count);
        foreach (var technique in techniques)
        {
            var proof = technique.ProvenUntil is not { } until ? CardReader.NoProof : until == DateTime.MaxValue ? CardReader.EndlessProof : CardReader.ProofUntil;
            WriteNumber(NumberOf(technique.Slug) << 3 | proof << 1 | (technique.NeedsProof ? 1 : 0));
            if (proof == CardReader.ProofUntil)
            {
                WriteTime(technique.ProvenUntil);
            }
        }
    }

    private void WritePlaces(CardFacts card)
    {
        WriteNumber(card.Places.Count);
        foreach (var place in card.Places)
        {
            WriteNumber(NumberOf(place.Key));
            WriteByte((byte)((int)place.Setting << 2 | (place.IsApproximate ? 2 : 0) | (place.IsStepFree ? 1 : 0)));
            WriteNumber(NumberOf(place.Locality));
            WriteNumber(NumberOf(place.Country));
            WriteDegrees(place.Point.Latitude);
            WriteDegrees(place.Point.Longitude);
        }

        WriteNumber(card.VisitAreas.Count);
        foreach (var area in card.VisitAreas)
        {
            WriteNumber(NumberOf(area.Key));
            WriteNumber(NumberOf(area.Locality));
            WriteNumber(NumberOf(area.Country));
        }
    }

    private void WriteConfirmations(IReadOnlyList<CardFacts.Confirmed> confirmations)
    {
        WriteNumber(confirmations.Count);
        var before = default(DateTime);
        foreach (var confirmed in confirmations)
        {
            WriteByte((byte)((int)confirmed.Fact << 1 | (confirmed.At == before ? 1 : 0)));
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
            BinaryPrimitives.WriteInt64LittleEndian(bytes.GetSpan(sizeof(long)), at.Ticks);
            bytes.Advance(sizeof(long));
        }
    }

    private void WriteDegrees(double degrees)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.GetSpan(sizeof(double)), degrees);
        bytes.Advance(sizeof(double));
    }

    private void WriteText(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        WriteNumber(length);
        Encoding.UTF8.GetBytes(text, bytes.GetSpan(length));
        bytes.Advance(length);
    }

    private void WriteNumber(int number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            WriteByte((byte)(number | 0x80));
        }

        WriteByte((byte)number);
    }

    private void WriteByte(byte value)
    {
        bytes.GetSpan(1)[0] = value;
        bytes.Advance(1);
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
