namespace PractitionerFinder.Core.Listings.Editing;

/// <summary>
/// The rule table of what goes live without review: facts that change often, harm nobody when they are wrong for a day, and
/// say nothing that staff could judge. Pausing and resuming are not content and need no review either.
/// </summary>
public static class SmallFacts
{
    /// <summary>The table as it is published: a fact, and why it needs no review.</summary>
    public static IReadOnlyList<(string Fact, string Why)> Table { get; } =
    [
        ("Hours and days away", "They change often, and nobody but the practitioner knows them."),
        ("Whether new clients are taken", "A wrong answer costs a patient a call; a late one costs more."),
        ("Fees", "They are the practitioner’s own, and the page says when they were last confirmed."),
        ("Pausing the page, and coming back", "It hides the page or shows again what staff had approved."),
    ];

    /// <summary>Whether a change needs no review.</summary>
    public static bool Allows(FieldPath field) =>
        field.Text is "accepting" or "fees" || (field.Section == HoursForm.Section && field.Text.EndsWith("/hours", StringComparison.Ordinal));

    /// <summary>Whether a change needs no review.</summary>
    public static bool Allows(FieldChange change) => Allows(change.Field);

    /// <summary>Whether two contents differ in small facts alone.</summary>
    public static bool OnlyDiffer(ListingContent before, ListingContent after) => ListingJson.AreSame(Carry(after, before), after);

    /// <summary>Puts the small facts of one content onto another: hours by the keys of places, areas and online sessions that both have.</summary>
    public static ListingContent Carry(ListingContent from, ListingContent onto) => onto with
    {
        Accepting = from.Accepting,
        Fees = from.Fees,
        Locations = [.. onto.Locations.Select(l => from.Locations.FirstOrDefault(f => f.Key == l.Key) is { } same ? l with { Hours = same.Hours } : l)],
        VisitAreas = [.. onto.VisitAreas.Select(v => from.VisitAreas.FirstOrDefault(f => f.Key == v.Key) is { } same ? v with { Hours = same.Hours } : v)],
        Online = onto.Online is not null && from.Online is not null ? from.Online : onto.Online,
    };

    /// <summary>
    /// Parts a proposal: what can be public at once, and whether a field is left for staff. What a newer gazetteer makes of a
    /// place that nobody touched is no field, and waits for the next change that staff see anyway.
    /// </summary>
    /// <param name="shown">What is public.</param>
    /// <param name="proposed">What is proposed.</param>
    public static (ListingContent Small, bool NeedsReview) Split(ListingContent shown, ListingContent proposed)
    {
        var small = Carry(proposed, shown);
        return (small, ContentDiff.Between(small, proposed).Count > 0);
    }
}
