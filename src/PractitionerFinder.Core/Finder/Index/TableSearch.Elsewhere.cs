namespace PractitionerFinder.Core.Finder.Index;

/// <content>Rows that are not found by where they lie: those that visit the origin, and those that have the words looked for.</content>
internal sealed partial class TableSearch
{
    // Of so many rows, one is few.
    private const int FewRows = 16;

    private void TakeAnywhere(int row)
    {
        if (row < table.Places + table.Visits && (regions is null || regions[table.RegionOf(row)]))
        {
            Take(row, NoMetres, double.NaN);
        }
    }

    /// <summary>Finds the rows that have the rarest of the words looked for, when they are few enough to be put in order sooner than all are gone through.</summary>
    private bool HasRowsOfWords()
    {
        if (words.Length == 0)
        {
            return false;
        }

        var rarest = table.Words.RowsOf(words[0]);
        foreach (var range in words)
        {
            rarest = table.Words.RowsOf(range) is var rows && rows.Length < rarest.Length ? rows : rarest;
        }

        if (rarest.Length > table.Count / FewRows)
        {
            return false;
        }

        tally.Named.Clear();
        tally.Named.AddRange(rarest);
        InOrder(tally.Named);
        return true;
    }

    private void FindVisits()
    {
        if (table.Cells.IsEmpty)
        {
            return;
        }

        for (var level = 0; level < question.Ancestry.Count; level++)
        {
            if ((table.Cells.Levels >> level & 1) != 0)
            {
                foreach (var row in table.Cells.Of(question.Ancestry[level]))
                {
                    visited.Add(row);
                }
            }
        }

        InOrder(visited);
    }

    /// <summary>Ascending and each once, as the rest expects of rows.</summary>
    private static void InOrder(List<int> rows)
    {
        rows.Sort();
        var distinct = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            if (i == 0 || rows[i] != rows[distinct - 1])
            {
                rows[distinct++] = rows[i];
            }
        }

        rows.RemoveRange(distinct, rows.Count - distinct);
    }
}
