using System.Globalization;

namespace PractitionerFinder.Data.Seeding;

/// <summary>A row of one of the tables that the demonstration is made of, its cells found by the header's names.</summary>
internal sealed class DemoRow(string place, string[] header, string[] cells)
{
    public string this[string column] => Array.IndexOf(header, column) is >= 0 and var i
        ? cells[i]
        : throw new InvalidDataException($"{place}: there is no column '{column}'.");

    public int Int(string column) => int.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new InvalidDataException($"{place}: '{column}' is a whole number.");

    public double Degrees(string column) => double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees)
        ? degrees
        : throw new InvalidDataException($"{place}: '{column}' is in degrees.");

    public string[] List(string column) => this[column].Split(';', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Reads those tables: tab separated, one header line.</summary>
internal static class DemoTable
{
    /// <exception cref="InvalidDataException">A row has more or fewer cells than the header; the message names file and line.</exception>
    public static List<DemoRow> Read(string folder, string file)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, file));
        var header = lines[0].Split('\t');
        var rows = new List<DemoRow>(lines.Length);
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = lines[i].Split('\t');
            if (cells.Length != header.Length)
            {
                throw new InvalidDataException($"{file}:{i + 1}: {cells.Length} cells, wanted {header.Length}.");
            }

            rows.Add(new DemoRow($"{file}:{i + 1}", header, cells));
        }

        return rows;
    }
}
