namespace PractitionerFinder.Web.Shared.Cards;

/// <summary>What a share card says.</summary>
/// <param name="Kind">What the page is, such as "Technique". The site's own name beside its logo is not said twice.</param>
/// <param name="Title">The page's title, up to 120 characters.</param>
/// <param name="Summary">A sentence or two; what does not fit is cut at a word.</param>
/// <param name="Strokes">How much research there is, 0 to 4, or nothing where the page grades none.</param>
/// <param name="Finding">What the research found, in the words used everywhere; it is never cut.</param>
public sealed record ShareCardText(string Kind, string Title, string Summary, int? Strokes = null, string? Finding = null);
