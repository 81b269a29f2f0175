using PractitionerFinder.Core.Finder.Packing;
using PractitionerFinder.Core.Finder.Saving;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>
/// What rows name by a number: each distinct set or word is kept once. It only grows, and one writer at a time makes it
/// grow; who reads does so through arrays and words that were handed out before and never change below what was in them then.
/// </summary>
internal sealed class Lexicon
{
    private readonly Interned<string> languages = new();
    private NumberedWords languageWords = new([]);

    public Lexicon(Vocabulary vocabulary)
    {
        if (vocabulary.Techniques.Count > Bits128.Capacity || vocabulary.Areas.Count > Bits128.Capacity)
        {
            throw new ArgumentException($"The index holds at most {Bits128.Capacity} techniques and as many areas.", nameof(vocabulary));
        }

        Techniques = new NumberedWords([.. vocabulary.Techniques.Select(t => t.Slug)]);
        Areas = new NumberedWords([.. vocabulary.Areas.Select(a => a.Slug)]);
        Protected = SetOf(vocabulary.Techniques.Where(t => t.NeedsProof).Select(t => t.Slug), Techniques);
        AreasFound = [.. vocabulary.Areas.Select(a => SetOf(vocabulary.AreasMatching(a.Slug), Areas))];

        // Number 0 of these is "nothing".
        Proofs.NumberOf(default);
        ProofSets.NumberOf(default);
        LanguageSets.NumberOf(new LanguageSet([]));
        AreaSets.NumberOf(default);
    }

    public NumberedWords Techniques { get; }

    /// <summary>Techniques that show only with proof.</summary>
    public Bits128 Protected { get; }

    public NumberedWords Areas { get; }

    /// <summary>By area, the areas that a search for any of them finds: itself, its parent, its children.</summary>
    public Bits128[] AreasFound { get; }

    /// <summary>What is proven and until when, where it does not fit a <see cref="ProofCode"/>.</summary>
    public Interned<Proof> Proofs { get; } = new();

    /// <summary>Sets of techniques that somebody holds proof for until one instant.</summary>
    public Interned<Bits128> ProofSets { get; } = new();

    public Interned<LanguageSet> LanguageSets { get; } = new();

    /// <summary>For a set of areas, the areas by which whoever names them is found.</summary>
    public Interned<Bits128> AreaSets { get; } = new();

    public Interned<IndexedRegion> Regions { get; } = new();

    public Interned<string> Keys { get; } = new();

    /// <summary>The languages so far. An index keeps those of its making: later ones come with later rows.</summary>
    public NumberedWords Languages() => languageWords.Count == languages.Count ? languageWords
        : languageWords = new NumberedWords(languages.Items[..languages.Count]);

    public int LanguagesOf(IReadOnlyList<string> codes)
    {
        if (codes.Count == 0)
        {
            return 0;
        }

        var numbers = new int[codes.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = languages.NumberOf(codes[i]);
        }

        Array.Sort(numbers);
        return LanguageSets.NumberOf(new LanguageSet(HasTwice(numbers) ? [.. numbers.Distinct()] : numbers));
    }

    public int AreasOf(IReadOnlyList<string> slugs)
    {
        var found = default(Bits128);
        for (var i = 0; i < slugs.Count; i++)
        {
            found |= Areas.TryGet(slugs[i], out var area) ? AreasFound[area] : default;
        }

        return AreaSets.NumberOf(found);
    }

    /// <summary>What is proven, see <see cref="ProofCode"/>; 0 when nothing is.</summary>
    public uint ProofsOf(IReadOnlyList<IndexedTechnique> techniques)
    {
        var (code, first) = (0u, default(Proof));
        for (var until = Latest(techniques, null); until is not null; until = Latest(techniques, until))
        {
            var proven = default(Bits128);
            for (var i = 0; i < techniques.Count; i++)
            {
                proven |= techniques[i].ProvenUntil == until && Techniques.TryGet(techniques[i].Slug, out var number) ? Bits128.Of(number) : default;
            }

            if (proven.IsEmpty)
            {
                continue;
            }

            if (code == 0 && ProofCode.Fits(until.Value) && ProofSets.NumberOf(proven) is var set && set < ProofCode.MostSets)
            {
                first = new Proof(proven, until.Value.Ticks, Others: 0);
                code = (uint)set << ProofCode.SetShift | ProofCode.Hours(until.Value.Ticks);
                continue;
            }

            // What was thought to be all is one of several.
            var others = (code & ProofCode.IsNumber) != 0 ? (int)(code & ~ProofCode.IsNumber) : code == 0 ? 0 : Proofs.NumberOf(first);
            code = ProofCode.IsNumber | (uint)Proofs.NumberOf(new Proof(proven, until.Value.Ticks, others));
        }

        return code;
    }

    /// <summary>What was numbered, in order.</summary>
    public void Save(SectionWriter sections)
    {
        sections.Write(languages.Items.Take(languages.Count));
        sections.Write<Proof>(Proofs.Items.AsSpan(0, Proofs.Count));
        sections.Write<Bits128>(ProofSets.Items.AsSpan(0, ProofSets.Count));
        sections.Write(LanguageSets.Items.Take(LanguageSets.Count), (set, pack) =>
        {
            pack.Number(set.Numbers.Length);
            Array.ForEach(set.Numbers, n => pack.Number(n));
        });
        sections.Write<Bits128>(AreaSets.Items.AsSpan(0, AreaSets.Count));
        sections.Write(Regions.Items.Take(Regions.Count), (region, pack) =>
        {
            pack.Text(region.Country);
            pack.Byte((region.Admin1Code is null ? 0 : 1) | (region.County is null ? 0 : 2));
            pack.Text(region.Admin1Code ?? "");
            pack.Text(region.County ?? "");
        });
        sections.Write(Keys.Items.Take(Keys.Count));
    }

    /// <summary>Numbers again what was saved.</summary>
    public void Load(SectionReader sections)
    {
        Array.ForEach(sections.Texts(), l => languages.NumberOf(l));
        Array.ForEach(sections.Now<Proof>(), p => Proofs.NumberOf(p));
        Array.ForEach(sections.Now<Bits128>(), p => ProofSets.NumberOf(p));
        Array.ForEach(sections.Items(ReadLanguages), s => LanguageSets.NumberOf(s));
        Array.ForEach(sections.Now<Bits128>(), s => AreaSets.NumberOf(s));
        Array.ForEach(sections.Items(ReadRegion), r => Regions.NumberOf(r));
        Array.ForEach(sections.Texts(), k => Keys.NumberOf(k));
    }

    private static LanguageSet ReadLanguages(ref PackReader pack)
    {
        var numbers = new int[pack.Number()];
        foreach (ref var number in numbers.AsSpan())
        {
            number = pack.Number();
        }

        return new LanguageSet(numbers);
    }

    private static IndexedRegion ReadRegion(ref PackReader pack)
    {
        var (country, flags) = (pack.Text(), pack.Byte());
        var (admin1, county) = (pack.Text(), pack.Text());
        return new IndexedRegion(country, (flags & 1) != 0 ? admin1 : null, (flags & 2) != 0 ? county : null);
    }

    private static DateTime? Latest(IReadOnlyList<IndexedTechnique> techniques, DateTime? before)
    {
        DateTime? latest = null;
        for (var i = 0; i < techniques.Count; i++)
        {
            if (techniques[i].ProvenUntil is { } until && !(until >= before) && !(until <= latest))
            {
                latest = until;
            }
        }

        return latest;
    }

    private static bool HasTwice(int[] sorted)
    {
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1])
            {
                return true;
            }
        }

        return false;
    }

    private static Bits128 SetOf(IEnumerable<string> slugs, NumberedWords words) =>
        slugs.Aggregate(default(Bits128), (all, slug) => words.TryGet(slug, out var number) ? all | Bits128.Of(number) : all);

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

        public override int GetHashCode()
        {
            var hash = 17;
            foreach (var number in Numbers)
            {
                hash = hash * 31 + number;
            }

            return hash;
        }
    }
}
