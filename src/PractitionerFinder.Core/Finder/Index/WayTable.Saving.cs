using PractitionerFinder.Core.Finder.Packing;
using PractitionerFinder.Core.Finder.Saving;

namespace PractitionerFinder.Core.Finder.Index;

/// <content>The table as sections of a file.</content>
internal sealed partial class WayTable
{
    public void Save(SectionWriter sections)
    {
        sections.Write<int>([Places, Visits, Count]);
        sections.Write<RowBlock>(Blocks);
        sections.Write<ulong>(MoreTechniques);
        sections.Write<ushort>(Regions);
        sections.Write<int>(Bands);
        sections.Write<int>(Signposts);
        sections.Write<int>(Kin);
        sections.Write<int>(KinRows);
        sections.Write(Rare, (one, pack) => Write(one.Key, one.Value, pack));
        Cells.Save(sections);
        Words.Save(sections);
    }

    public static WayTable Load(SectionReader sections, Lexicon lexicon)
    {
        var counts = sections.Now<int>();
        var blocks = sections.Later<RowBlock>();
        var moreTechniques = sections.Later<ulong>();
        return new WayTable(lexicon)
        {
            Places = counts[0],
            Visits = counts[1],
            Count = counts[2],
            Blocks = blocks,
            MoreTechniques = lexicon.Techniques.Count > 64 ? moreTechniques : null,
            Regions = sections.Later<ushort>(),
            Bands = sections.Later<int>(),
            Signposts = sections.Later<int>(),
            Kin = sections.Later<int>(),
            KinRows = sections.Later<int>(),
            Rare = sections.Items(ReadRare).ToDictionary(),
            Cells = CellRows.Load(sections),
            Words = WordTable.Load(sections),
        };
    }

    private static void Write(int row, RareFacts facts, PackWriter pack)
    {
        pack.Number(row);
        pack.Number(facts.Id);
        pack.Degrees(facts.Latitude);
        pack.Degrees(facts.Longitude);
        foreach (var time in new[] { facts.PausedUntil, facts.HiddenFrom, facts.OverdueFrom })
        {
            pack.Byte(time is null ? 0 : 1);
            pack.Time(time ?? default);
        }

        // "Never confirmed" is below zero.
        pack.Number((uint)facts.Day);
        pack.Number(facts.Languages);
        pack.Number(facts.Areas);
        pack.Number(facts.Region);
        pack.Number(facts.Key);
        pack.Bits(facts.Protected);
    }

    private static KeyValuePair<int, RareFacts> ReadRare(ref PackReader pack)
    {
        var (row, id, latitude, longitude) = (pack.Number(), pack.Long(), pack.Degrees(), pack.Degrees());
        var (paused, hidden, overdue) = (Time(ref pack), Time(ref pack), Time(ref pack));
        return KeyValuePair.Create(row, new RareFacts(
            id, latitude, longitude, paused, hidden, overdue, (int)(uint)pack.Long(), pack.Number(), pack.Number(), pack.Number(), pack.Number(), pack.Bits()));

        static DateTime? Time(ref PackReader pack)
        {
            var (isThere, time) = (pack.Byte(), pack.Time());
            return isThere == 0 ? null : time;
        }
    }
}
