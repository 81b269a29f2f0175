using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>
/// What lets eight places through by the bits of their traits, their techniques, what is proven and the instant they are hidden from: never less
/// than the rules let through. For those that are not doubtful, and where neither areas, languages, words nor proof of something are asked for, it is all the rules.
/// </summary>
internal readonly struct MapSieve
{
    private const int SettingShift = Traits.WayShift + 3;
    private const ulong SettingMask = 3;

    private readonly Vector256<ulong> cares;
    private readonly Vector256<ulong> wants;
    private readonly Vector256<ulong> wanted;
    private readonly Vector256<ulong> anyOf;
    private readonly Vector256<ulong> refused;
    private readonly Vector256<uint> now;
    private readonly Vector256<int> hours;
    private readonly bool verified;
    private readonly bool wantsTechniques;

    public MapSieve(Question question, uint ways)
    {
        var care = (question.ShowDemo ? 0 : Traits.Demo) | (ulong)question.Needs << Traits.WayShift;
        var want = (ulong)question.Needs << Traits.WayShift;
        Ask(question.Accepting is not null, Traits.AcceptingMask, (ulong)(question.Accepting ?? 0), 0);
        Ask(question.Gender is not null, Traits.GenderMask, (ulong)(question.Gender ?? 0) + 1, Traits.GenderShift);
        var (clinics, homes) = ((ways & Traits.Ways(Setting.Clinic, Needs.None)) != 0, (ways & Traits.Ways(Setting.TheirHome, Needs.None)) != 0);
        Ask(clinics != homes, SettingMask, (ulong)(clinics ? Setting.Clinic : Setting.TheirHome), SettingShift);
        cares = Vector256.Create(care);
        wants = Vector256.Create(want);
        now = Vector256.Create(question.Now.Seconds);
        hours = Vector256.Create((int)question.Now.Hours);
        verified = question.Verified;

        // All of those wanted: nothing is missing. Some of them: not all are. Of more than 64, some are looked up.
        var all = question.MatchAll || question.Wanted.High != 0 || question.Wanted.IsEmpty;
        wanted = Vector256.Create(all && !question.MatchAll ? 0 : question.Wanted.Low);
        anyOf = all ? Vector256<ulong>.Zero : Vector256<ulong>.AllBitsSet;
        refused = wanted & anyOf;
        wantsTechniques = wanted != Vector256<ulong>.Zero;

        void Ask(bool isAsked, ulong mask, ulong value, int shift)
        {
            care |= isAsked ? mask << shift : 0;
            want |= isAsked ? value << shift : 0;
        }
    }

    /// <summary>Which of eight rows pass, as bits.</summary>
    /// <param name="block">The rows.</param>
    /// <param name="rare">Those whose facts stand beside the columns.</param>
    /// <param name="doubtful">Those, and where proof is asked for whoever's proof stands there.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Passing(in RowBlock block, out uint rare, out uint doubtful)
    {
        var (low, high) = (Vector256.LoadUnsafe(in block.Traits[0]), Vector256.LoadUnsafe(in block.Traits[0], 4));
        var shown = Vector256.GreaterThan(Vector256.LoadUnsafe(in block.HiddenFrom[0]), now).ExtractMostSignificantBits();
        rare = doubtful = Rare(low) | Rare(high) << 4;
        shown &= Asked(low) | Asked(high) << 4;
        if (wantsTechniques)
        {
            shown &= Offers(Vector256.LoadUnsafe(in block.Techniques[0])) | Offers(Vector256.LoadUnsafe(in block.Techniques[0], 4)) << 4;
        }

        if (verified)
        {
            var codes = Vector256.LoadUnsafe(in block.Proofs[0]);
            var numbers = codes.ExtractMostSignificantBits();
            shown &= Proven(codes) | numbers;
            doubtful |= numbers;
        }

        return shown;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Rare(Vector256<ulong> traits) =>
        Vector256.ShiftLeft(traits, 63 - BitOperations.TrailingZeroCount(Traits.Rare)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Asked(Vector256<ulong> traits) => Vector256.Equals(traits & cares, wants).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Offers(Vector256<ulong> techniques) =>
        (Vector256.Equals(Vector256.AndNot(wanted, techniques), refused) ^ anyOf).ExtractMostSignificantBits();

    /// <summary>Who holds proof that has not ended, by one code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Proven(Vector256<uint> codes) =>
        Vector256.GreaterThan((codes & Vector256.Create(ProofCode.HoursMask)).AsInt32(), hours).ExtractMostSignificantBits();
}
