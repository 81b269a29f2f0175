using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>
/// What lets eight places through by the bits of their traits, their techniques, what is proven and the instant they are hidden from: never less
/// than the rules let through. For those that are not rare, and where neither areas, languages, words nor proof are asked for, it is all the rules.
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

        void Ask(bool isAsked, ulong mask, ulong value, int shift)
        {
            care |= isAsked ? mask << shift : 0;
            want |= isAsked ? value << shift : 0;
        }
    }

    /// <summary>Which of eight rows pass, as bits, and which are rare.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Passing(in RowBlock block, out uint rare)
    {
        var (low, high) = (Vector256.LoadUnsafe(in block.Traits[0]), Vector256.LoadUnsafe(in block.Traits[0], 4));
        var shown = Vector256.GreaterThan(Vector256.LoadUnsafe(in block.HiddenFrom[0]), now).ExtractMostSignificantBits();
        rare = Rare(low) | Rare(high) << 4;
        shown &= Four(low, Vector256.LoadUnsafe(in block.Techniques[0])) | Four(high, Vector256.LoadUnsafe(in block.Techniques[0], 4)) << 4;
        return verified ? shown & Proven(Vector256.LoadUnsafe(in block.Proofs[0])) : shown;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Rare(Vector256<ulong> traits) =>
        Vector256.ShiftLeft(traits, 63 - BitOperations.TrailingZeroCount(Traits.Rare)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Four(Vector256<ulong> traits, Vector256<ulong> techniques)
    {
        var offers = Vector256.Equals(Vector256.AndNot(wanted, techniques), refused) ^ anyOf;
        return (Vector256.Equals(traits & cares, wants) & offers).ExtractMostSignificantBits();
    }

    /// <summary>Who holds some proof, or may.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Proven(Vector256<uint> codes) =>
        Vector256.GreaterThan((codes & Vector256.Create(ProofCode.HoursMask)).AsInt32(), hours).ExtractMostSignificantBits()
        | codes.ExtractMostSignificantBits();
}
