using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder.Cards;

/// <summary>What a result may show of a listing at an instant, by the rules of <see cref="PublicListing"/>.</summary>
public sealed record ListingCard
{
    /// <summary>Address of the page.</summary>
    public required string Slug { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>One line; null when it used a title that is not proved.</summary>
    public string? Headline { get; init; }

    /// <summary>Whether it is fictional.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Whether new people are taken on.</summary>
    public required Accepting Accepting { get; init; }

    /// <summary>A picture; null when there is none.</summary>
    public Photo? Photo { get; init; }

    /// <summary>Techniques that may be shown, in the practitioner's order.</summary>
    public required IReadOnlyList<Technique> Techniques { get; init; }

    /// <summary>Places where people are seen.</summary>
    public required IReadOnlyList<CardFacts.Place> Places { get; init; }

    /// <summary>Areas in which they visit people.</summary>
    public required IReadOnlyList<CardFacts.Visits> VisitAreas { get; init; }

    /// <summary>Whether sessions are held over video or telephone.</summary>
    public bool OffersOnline { get; init; }

    /// <summary>The older of the confirmations of contact and address, UTC.</summary>
    public DateTime? ConfirmedAt { get; init; }

    /// <summary>Of the facts that should have been confirmed again by now, the one whose confirmation is oldest.</summary>
    public CardFacts.Confirmed? Overdue { get; init; }

    /// <summary>The ways in which they can be seen.</summary>
    public IEnumerable<Setting> Settings => Places.Select(p => p.Setting.AsSetting()).Distinct().Order()
        .Concat(VisitAreas.Count > 0 ? [Setting.Visit] : [])
        .Concat(OffersOnline ? [Setting.Online] : []);

    /// <summary>A technique that may be shown.</summary>
    /// <param name="Slug">Its slug.</param>
    /// <param name="IsProven">Whether we hold unexpired, checked proof.</param>
    public readonly record struct Technique(string Slug, bool IsProven);

    /// <summary>What may be shown now.</summary>
    /// <param name="facts">A listing that <see cref="CardFacts.IsShown"/>.</param>
    /// <param name="vocabulary">The words in force.</param>
    /// <param name="now">The instant, UTC.</param>
    public static ListingCard Of(CardFacts facts, Vocabulary vocabulary, DateTime now)
    {
        var techniques = new List<Technique>(facts.Techniques.Count);
        CardFacts.Confirmed? overdue = null;
        foreach (var technique in facts.Techniques)
        {
            if (technique.ProvenUntil > now || !technique.NeedsProof)
            {
                techniques.Add(new Technique(technique.Slug, technique.ProvenUntil > now));
            }
        }

        foreach (var confirmed in facts.Confirmations)
        {
            if (Freshness.DueAt(confirmed.Fact, confirmed.At) <= now && !(overdue is { } other && other.At <= confirmed.At))
            {
                overdue = confirmed;
            }
        }

        return new ListingCard
        {
            Slug = facts.Slug,
            Name = facts.Name,
            Headline = Prose(facts.Headline) is { Length: > 0 } headline ? headline : null,
            IsDemo = facts.IsDemo,
            Accepting = facts.Accepting,
            Photo = facts.Photo is { } photo ? photo with { Alt = Prose(photo.Alt) is { Length: > 0 } alt ? alt : facts.Name } : null,
            Techniques = techniques,
            Places = facts.Places,
            VisitAreas = facts.VisitAreas,
            OffersOnline = facts.OffersOnline,
            ConfirmedAt = facts.ConfirmedAt,
            Overdue = overdue,
        };

        string Prose(string text) => vocabulary.Titles.WithoutUnproven(text, slug => facts.Techniques.Any(t => t.Slug == slug && t.ProvenUntil > now));
    }
}
