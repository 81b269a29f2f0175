namespace PractitionerFinder.Core.Geography.Places;

/// <summary>What the gazetteer makes of a typed place.</summary>
public abstract record PlaceAnswer
{
    private PlaceAnswer()
    {
    }

    /// <summary>Nothing was typed.</summary>
    public sealed record NothingTyped : PlaceAnswer;

    /// <summary>No place of that name or code.</summary>
    /// <param name="Close">Names that are spelt somewhat like it, best first, to offer as links and never to search on.</param>
    public sealed record NotFound(IReadOnlyList<Place> Close) : PlaceAnswer;

    /// <summary>A place was found, and is the one to search from.</summary>
    /// <param name="Place">The best match.</param>
    public sealed record Found(Place Place) : PlaceAnswer
    {
        /// <summary>Other places it may have meant, over 50 km away, best first.</summary>
        public IReadOnlyList<Place> Alternatives { get; init; } = [];

        /// <summary>Whether an alternative is so near in importance that the page should ask "did you mean …?".</summary>
        public bool IsAmbiguous { get; init; }

        /// <summary>Whether a slip in the typing was put right: the page says "showing Manchester for Mancester".</summary>
        public bool Corrected { get; init; }

        /// <summary>The code that was asked for, when only a coarser one is known; else null.</summary>
        public string? FellBackFrom { get; init; }

        /// <summary>The coarser code that is used in its stead; else null.</summary>
        public string? FellBackTo => FellBackFrom is null ? null : Place.Postcode;

        /// <summary>A plain sentence that says a coarser code is used; else null.</summary>
        public string? FallbackStatement => FellBackFrom is null ? null
            : $"We do not know {FellBackFrom}, so distances are measured from the middle of {FellBackTo}.";
    }
}
