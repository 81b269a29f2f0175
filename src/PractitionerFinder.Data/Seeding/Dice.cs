namespace PractitionerFinder.Data.Seeding;

/// <summary>
/// A small repeatable generator (SplitMix64: Steele, Lea and Flood, Fast splittable pseudorandom number generators,
/// OOPSLA 2014). System.Random promises the same numbers for a seed only within one version of the runtime.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>A number from 0 up to, but not, the limit.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>A number from the first to the last, both included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>A number from 0 up to, but not, 1.</summary>
    public double Fraction() => (Next() >> 11) / (double)(1UL << 53);

    /// <summary>True in so many of a hundred throws.</summary>
    public bool Percent(double chance) => Fraction() * 100 < chance;

    /// <summary>One of several, each as likely.</summary>
    public T Of<T>(IReadOnlyList<T> several) => several[Below(several.Count)];

    /// <summary>One of several, by weight.</summary>
    public T Of<T>(IReadOnlyList<T> several, Func<T, double> weight)
    {
        var left = Fraction() * several.Sum(weight);
        foreach (var one in several)
        {
            left -= weight(one);
            if (left < 0)
            {
                return one;
            }
        }

        return several[^1];
    }

    /// <summary>The place of one of the weights.</summary>
    public int Share(params ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        var left = Fraction() * sum;
        for (var i = 0; i < weights.Length; i++)
        {
            left -= weights[i];
            if (left < 0)
            {
                return i;
            }
        }

        return weights.Length - 1;
    }

    /// <summary>A pattern with every # replaced by a digit.</summary>
    public string Digits(string pattern) =>
        string.Concat(pattern.Select(c => c == '#' ? (char)('0' + Below(10)) : c));

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
