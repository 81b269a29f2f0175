using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>What is small of a row, in one word of 64 bits.</summary>
/// <remarks>
/// From the lowest bit: accepting 2, gender 2, fictional 1, needs met 3, setting 2, kin 1, rare 1, also online 1, online evenings
/// and weekends 2, number of the languages 12, of the areas 17, of the key 7, day of confirmation 13. A number that does not
/// fit makes the row a rare one, see <see cref="RareFacts"/>.
/// </remarks>
internal static class Traits
{
    public const ulong AcceptingMask = 3;
    public const int GenderShift = 2;
    public const ulong GenderMask = 3;
    public const ulong Demo = 1UL << 4;
    public const int WayShift = 5;
    public const ulong WayMask = 31;

    /// <summary>Of a way's number, the needs met.</summary>
    public const ulong NeedsMask = 7;

    /// <summary>The listing is reached in other ways too, which have to be looked at together.</summary>
    public const ulong Kin = 1UL << 10;

    /// <summary>The row does not fit the columns.</summary>
    public const ulong Rare = 1UL << 11;

    /// <summary>The listing is offered online too.</summary>
    public const ulong Online = 1UL << 12;

    public const int LanguagesShift = 15;
    public const ulong LanguagesMask = (1UL << 12) - 1;
    public const int AreasShift = 27;
    public const ulong AreasMask = (1UL << 17) - 1;
    public const int KeyShift = 44;
    public const ulong KeyMask = (1UL << 7) - 1;
    public const int DayShift = 51;
    public const ulong DayMask = (1UL << 13) - 1;

    private const int OnlineShift = 13;
    private const int EveningsAndWeekends = 1;

    /// <summary>Days are counted from here; 0 is "never confirmed".</summary>
    public static readonly int FirstDay = new DateOnly(2019, 12, 31).DayNumber;

    /// <summary>The number of a way of being seen: setting and needs met, below 32.</summary>
    public static int Way(Setting setting, Needs meets) => ((int)setting << 3) | (int)meets;

    /// <summary>The ways of a setting that meet some needs, as bits by number.</summary>
    public static uint Ways(Setting setting, Needs needs)
    {
        // Of the eight numbers of needs met, those that hold the bits of each need.
        var meeting = 0xFFu;
        meeting &= (needs & Needs.StepFree) != 0 ? 0xAAu : 0xFF;
        meeting &= (needs & Needs.Evenings) != 0 ? 0xCCu : 0xFF;
        meeting &= (needs & Needs.Weekends) != 0 ? 0xF0u : 0xFF;
        return meeting << Way(setting, Needs.None);
    }

    /// <summary>The ways of some settings that meet some needs, as bits by number.</summary>
    /// <param name="settings">Bits by number of <see cref="Setting"/>.</param>
    /// <param name="needs">What is needed.</param>
    public static uint Ways(int settings, Needs needs)
    {
        var ways = 0u;
        for (var setting = Setting.Clinic; setting <= Setting.Online; setting++)
        {
            ways |= (settings >> (int)setting & 1) != 0 ? Ways(setting, needs) : 0;
        }

        return ways;
    }

    /// <summary>The bits of a row that are the same for every row of a listing.</summary>
    public static ulong OfListing(IndexedListing listing) =>
        (ulong)listing.Accepting
        | (listing.Gender is { } gender ? (ulong)gender + 1 : 0) << GenderShift
        | (listing.IsDemo ? Demo : 0)
        | (listing.Online is { } met ? Online | (ulong)met >> EveningsAndWeekends << OnlineShift : 0);

    public static ulong OfWay(Setting setting, Needs meets) => (ulong)Way(setting, meets) << WayShift;

    /// <summary>The way of a row, as a bit by its number.</summary>
    public static uint WayOf(ulong traits) => 1u << (int)(traits >> WayShift & WayMask);

    public static Setting SettingOf(ulong traits) => (Setting)(traits >> (WayShift + 3) & 3);

    /// <summary>The online way of a row's listing, as a bit by its number; 0 when there is none.</summary>
    public static uint OnlineWayOf(ulong traits) =>
        (traits & Online) == 0 ? 0 : 1u << Way(Setting.Online, Needs.StepFree | (Needs)((traits >> OnlineShift & 3) << EveningsAndWeekends));
}

/// <summary>All facts of a row of which one does not fit the columns: a coordinate finer than a millionth of a degree, an instant within a second, a pause, a large key, a name that was protected or free when the listing was approved and is not now.</summary>
internal sealed record RareFacts(
    long Id, double Latitude, double Longitude, DateTime? PausedUntil, DateTime? HiddenFrom, DateTime? OverdueFrom, int Day, int Languages, int Areas, int Region, int Key, Bits128 Protected);
