namespace PractitionerFinder.Core.Finder.Index;

/// <summary>
/// Who is offered online, during one hour: for everything that may be asked for, a bit for each row. No circle narrows these rows down, and to go
/// through them one by one takes some milliseconds; to combine and count bits takes some microseconds. Rows that an instant of the
/// hour changes, and rare ones, are few: they are named, and looked at like any other.
/// </summary>
internal sealed class OnlineBits
{
    private readonly long hour;
    private readonly long[] turns;

    /// <param name="table">The rows; those offered online are its last.</param>
    /// <param name="now">An instant of the hour.</param>
    public OnlineBits(WayTable table, in WayTable.Moment now)
    {
        hour = now.Time.Ticks / TimeSpan.TicksPerHour;
        var start = new WayTable.Moment(new DateTime(hour * TimeSpan.TicksPerHour, DateTimeKind.Utc));
        var end = new WayTable.Moment(start.Time.AddTicks(TimeSpan.TicksPerHour - 1));
        var first = table.Places + table.Visits;

        // As the bits of dead rows stand.
        FirstWord = first / 64;
        Words = (table.Count + 63) / 64 - FirstWord;
        (Findable, Overdue, Demo, Proven) = (new ulong[Words], new ulong[Words], new ulong[Words], new ulong[Words]);
        var looked = new List<int>();
        var turns = new SortedSet<long>();
        for (var row = first; row < table.Count; row++)
        {
            var traits = table.TraitsOf(row);
            var proven = table.ProvenAt(row, start);
            if ((traits & Traits.Rare) != 0
                || table.IsFindable(row, start) != table.IsFindable(row, end)
                || table.IsOverdue(row, start) != table.IsOverdue(row, end)
                || proven != table.ProvenAt(row, end))
            {
                looked.Add(row);
                table.AddTurns(row, turns);
            }
            else if (table.IsFindable(row, start))
            {
                Set(Findable, row);
                Set(table.IsOverdue(row, start) ? Overdue : [], row);
                Set((traits & Traits.Demo) != 0 ? Demo : [], row);
                Set(proven.IsEmpty ? [] : Proven, row);
                Set(ProvenTechniques, proven, row);
                Set(Techniques, table.TechniquesOf(row) & (~table.Protected | proven), row);
                Set(Areas, table.AreasOf(row), row);
                Set(Accepting, (int)(traits & Traits.AcceptingMask), row);
                Set(Genders, (int)(traits >> Traits.GenderShift & Traits.GenderMask), row);
                Set(Meets, (int)(traits >> Traits.WayShift & Traits.NeedsMask), row);
                foreach (var language in table.LanguageSets[table.LanguageSetOf(row)].Numbers)
                {
                    Set(Languages, language, row);
                }
            }
        }

        Looked = [.. looked];
        this.turns = [.. turns.GetViewBetween(start.Time.Ticks, end.Time.Ticks)];
    }

    /// <summary>The number, among words of bits of the whole table, of the first word here.</summary>
    public int FirstWord { get; }

    public int Words { get; }

    /// <summary>Rows that the bits say nothing of.</summary>
    public int[] Looked { get; }

    public ulong[] Findable { get; }

    public ulong[] Overdue { get; }

    public ulong[] Demo { get; }

    /// <summary>Those with proof of any technique.</summary>
    public ulong[] Proven { get; }

    /// <summary>By technique, those who show it.</summary>
    public List<ulong[]?> Techniques { get; } = [];

    /// <summary>By technique, those with proof of it.</summary>
    public List<ulong[]?> ProvenTechniques { get; } = [];

    public List<ulong[]?> Areas { get; } = [];

    public List<ulong[]?> Languages { get; } = [];

    public List<ulong[]?> Accepting { get; } = [];

    /// <summary>By gender and one; 0 is not said.</summary>
    public List<ulong[]?> Genders { get; } = [];

    /// <summary>By needs met.</summary>
    public List<ulong[]?> Meets { get; } = [];

    /// <summary>Whether they hold at an instant.</summary>
    public bool HoldAt(DateTime now) => now.Ticks / TimeSpan.TicksPerHour == hour;

    /// <summary>A number for the span of time around an instant in which nobody online is hidden, returns or loses a proof; no other span has it.</summary>
    public long SpanOf(in WayTable.Moment now)
    {
        var after = Array.BinarySearch(turns, now.Time.Ticks);
        return (hour << 24) + (after < 0 ? ~after : after + 1);
    }

    /// <summary>A word of the bits of a number.</summary>
    public static ulong WordOf(List<ulong[]?> bits, int number, int word) => number < bits.Count && bits[number] is { } some ? some[word] : 0;

    /// <summary>A word of those with any of some numbers, or with all of them.</summary>
    public static ulong WordOf(List<ulong[]?> bits, Bits128 numbers, bool all, int word)
    {
        var found = all ? ulong.MaxValue : 0;
        foreach (var number in numbers)
        {
            found = all ? found & WordOf(bits, number, word) : found | WordOf(bits, number, word);
        }

        return found;
    }

    private void Set(ulong[] bits, int row)
    {
        if (bits.Length > 0)
        {
            bits[row / 64 - FirstWord] |= 1UL << row;
        }
    }

    private void Set(List<ulong[]?> bits, int number, int row)
    {
        while (bits.Count <= number)
        {
            bits.Add(null);
        }

        Set(bits[number] ??= new ulong[Words], row);
    }

    private void Set(List<ulong[]?> bits, Bits128 numbers, int row)
    {
        foreach (var number in numbers)
        {
            Set(bits, number, row);
        }
    }
}
