namespace PractitionerFinder.Core.Learn;

/// <summary>Whom to call in a country: a row of <c>emergency-numbers.tsv</c>. These are widely published numbers, to be checked again before the site goes live.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Name">Name of the country.</param>
/// <param name="Numbers">Numbers that can be dialled in an emergency; the first is the one to show.</param>
/// <param name="UrgentAdvice">The number for advice the same day; null where none is known.</param>
/// <param name="Note">What has to be known about them; blank for nothing.</param>
public sealed record EmergencyNumber(string Country, string Name, IReadOnlyList<string> Numbers, string? UrgentAdvice, string Note);
