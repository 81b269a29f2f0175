using System.Collections.Concurrent;
using System.Collections.Frozen;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>
/// What rows name by a number: each distinct set or word is kept once. It only grows, and one writer at a time makes it
/// grow; who reads does so through arrays that were handed out before and never change below what was in them then.
/// </summary>
internal sealed class Lexicon
{
    public Lexicon(Vocabulary vocabulary)
    {
        if (vocabulary.Techniques.Count > Bits128.Capacity || vocabulary.Areas.Count > Bits128.Capacity)
        {
            throw new ArgumentException($"The index holds at most {Bits128.Capacity} techniques and as many areas.", nameof(vocabulary));
        }

        TechniqueSlugs = [.. vocabulary.Techniques.Select(t => t.Slug)];
        Techniques = Numbered(TechniqueSlugs);
        AreaSlugs = [.. vocabulary.Areas.Select(a => a.Slug)];
        Areas = Numbered(AreaSlugs);
        Protected = vocabulary.Techniques.Where(t => t.NeedsProof).Aggregate(default(Bits128), (all, t) => all | Bits128.Of(Techniques[t.Slug]));
        AreasFound = [.. AreaSlugs.Select(slug => vocabulary.AreasMatching(slug).Aggregate(default(Bits128), (all, a) => all | Bits128.Of(Areas[a])))];

        // Number 0 of these is "nothing".
        Proofs.NumberOf(default);
        LanguageSets.NumberOf(new LanguageSet([]));
        AreaSets.NumberOf(default);
    }

    /// <summary>Slugs by number.</summary>
    public string[] TechniqueSlugs { get; }

    public FrozenDictionary<string, int> Techniques { get; }

    /// <summary>Techniques that show only with proof.</summary>
    public Bits128 Protected { get; }

    public string[] AreaSlugs { get; }

    public FrozenDictionary<string, int> Areas { get; }

    /// <summary>By area, the areas that a search for any of them finds: itself, its parent, its children.</summary>
    public Bits128[] AreasFound { get; }

    public ConcurrentDictionary<string, int> Languages { get; } = new(StringComparer.Ordinal);

    /// <summary>What is proven and until when.</summary>
    public Interned<Proof> Proofs { get; } = new();

    public Interned<LanguageSet> LanguageSets { get; } = new();

    /// <summary>For a set of areas, the areas by which whoever names them is found.</summary>
    public Interned<Bits128> AreaSets { get; } = new();

    public Interned<IndexedRegion> Regions { get; } = new();

    public Interned<string> Keys { get; } = new();

    public int LanguagesOf(IReadOnlyList<string> codes) => codes.Count == 0 ? 0
        : LanguageSets.NumberOf(new LanguageSet([.. codes.Select(c => Languages.GetOrAdd(c, _ => Languages.Count)).Distinct().Order()]));

    public int AreasOf(IReadOnlyList<string> slugs)
    {
        var found = default(Bits128);
        foreach (var slug in slugs)
        {
            found |= Areas.TryGetValue(slug, out var area) ? AreasFound[area] : default;
        }

        return AreaSets.NumberOf(found);
    }

    /// <summary>The number of what is proven; 0 when nothing is.</summary>
    public int ProofsOf(IReadOnlyList<IndexedTechnique> techniques)
    {
        var proofs = 0;
        foreach (var until in techniques.Select(t => t.ProvenUntil).OfType<DateTime>().Distinct().OrderDescending())
        {
            var proven = techniques.Where(t => t.ProvenUntil == until && Techniques.ContainsKey(t.Slug))
                .Aggregate(default(Bits128), (all, t) => all | Bits128.Of(Techniques[t.Slug]));
            proofs = proven.IsEmpty ? proofs : Proofs.NumberOf(new Proof(proven, until.Ticks, proofs));
        }

        return proofs;
    }

    private static FrozenDictionary<string, int> Numbered(string[] words) =>
        words.Select((w, i) => (w, i)).ToFrozenDictionary(w => w.w, w => w.i, StringComparer.Ordinal);

    /// <summary>Distinct values and their numbers, from 0.</summary>
    public sealed class Interned<T>
        where T : notnull
    {
        private readonly Dictionary<T, int> numbers = [];

        /// <summary>Values by number; the first <see cref="Count"/> hold.</summary>
        public T[] Items { get; private set; } = new T[16];

        public int Count => numbers.Count;

        public int NumberOf(T value)
        {
            if (numbers.TryGetValue(value, out var number))
            {
                return number;
            }

            number = numbers.Count;
            if (number == Items.Length)
            {
                var larger = new T[2 * number];
                Items.CopyTo(larger, 0);
                Items = larger;
            }

            Items[number] = value;
            numbers.Add(value, number);
            return number;
        }
    }

    /// <summary>Numbers of languages, ascending.</summary>
    public sealed record LanguageSet(int[] Numbers)
    {
        public bool Equals(LanguageSet? other) => other is not null && Numbers.AsSpan().SequenceEqual(other.Numbers);

        public override int GetHashCode() => Numbers.Aggregate(17, HashCode.Combine);
    }
}
