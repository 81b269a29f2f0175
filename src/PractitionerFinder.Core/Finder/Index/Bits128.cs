using System.Numerics;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>A set of numbers from 0 to 127.</summary>
internal readonly record struct Bits128(ulong Low, ulong High)
{
    public const int Capacity = 128;

    public bool IsEmpty => (Low | High) == 0;

    public static Bits128 Of(int number) => number < 64 ? new(1UL << number, 0) : new(0, 1UL << (number - 64));

    public bool Has(int number) => ((number < 64 ? Low >> number : High >> (number - 64)) & 1) != 0;

    public bool Meets(Bits128 other) => ((Low & other.Low) | (High & other.High)) != 0;

    public bool HoldsAllOf(Bits128 other) => (other & this) == other;

    /// <summary>The numbers of the set, ascending, for `foreach`.</summary>
    public Numbers GetEnumerator() => new(this);

    /// <summary>Adds one to the count of each number of the set.</summary>
    public void AddTo(int[] counts)
    {
        for (var rest = Low; rest != 0; rest &= rest - 1)
        {
            counts[BitOperations.TrailingZeroCount(rest)]++;
        }

        for (var rest = High; rest != 0; rest &= rest - 1)
        {
            counts[64 + BitOperations.TrailingZeroCount(rest)]++;
        }
    }

    public static Bits128 operator &(Bits128 a, Bits128 b) => new(a.Low & b.Low, a.High & b.High);

    public static Bits128 operator |(Bits128 a, Bits128 b) => new(a.Low | b.Low, a.High | b.High);

    public static Bits128 operator ~(Bits128 a) => new(~a.Low, ~a.High);

    /// <summary>Goes through the numbers of a set.</summary>
    public struct Numbers(Bits128 set)
    {
        private ulong low = set.Low;
        private ulong high = set.High;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            if (low != 0)
            {
                Current = BitOperations.TrailingZeroCount(low);
                low &= low - 1;
                return true;
            }

            if (high != 0)
            {
                Current = 64 + BitOperations.TrailingZeroCount(high);
                high &= high - 1;
                return true;
            }

            return false;
        }
    }
}
