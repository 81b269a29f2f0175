namespace PractitionerFinder.Core.Learn;

/// <summary>
/// A muscle, and where teachers and clinics map the pain that pressing it may bring on: a row of <c>referred-pain.tsv</c>.
/// These are areas that people often report. They are no diagnosis.
/// </summary>
/// <param name="Muscle">Name of the muscle.</param>
/// <param name="BodyArea">Slug of the area in which it sits.</param>
/// <param name="FeltIn">Codes of the places where the ache is reported; each belongs to one area (<see cref="BodyArea.FeltIn"/>).</param>
/// <param name="Sources">Keys of its sources; none where none was found, and then it is not shown.</param>
public sealed record ReferredPain(string Muscle, string BodyArea, IReadOnlyList<string> FeltIn, IReadOnlyList<string> Sources);
