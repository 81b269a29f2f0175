namespace PractitionerFinder.Core.Finder.Index;

/// <summary>Techniques that proof is held for until one instant, and the number of what is proven besides.</summary>
/// <param name="Techniques">The techniques.</param>
/// <param name="Until">The instant from which it no longer holds, in ticks, UTC.</param>
/// <param name="Others">The number of a further one; 0 when there is none.</param>
internal readonly record struct Proof(Bits128 Techniques, long Until, int Others);
