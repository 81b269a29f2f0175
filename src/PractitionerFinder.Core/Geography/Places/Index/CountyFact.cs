namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>A line of a counties file: what else a county is called, and the districts it covers.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Name">The name of the county's row in the gazetteer.</param>
/// <param name="Alternatives">Other names and abbreviations.</param>
/// <param name="Districts">Districts as the towns' rows spell them.</param>
internal sealed record CountyFact(string Country, string Name, string[] Alternatives, string[] Districts)
{
    /// <summary>Reads the counties files of a folder (<c>counties-gb.tsv</c>).</summary>
    /// <exception cref="InvalidDataException">A line has not four columns.</exception>
    public static IReadOnlyList<CountyFact> ReadAll(string folder) =>
    [
        .. from file in Directory.EnumerateFiles(folder, "counties-*.tsv").Order(StringComparer.Ordinal)
           from line in File.ReadLines(file).Skip(1)
           select Parse(line, Path.GetFileName(file)),
    ];

    private static CountyFact Parse(string line, string file) => line.Split('\t') is [var country, var name, var alternatives, var districts]
        ? new(country, name, alternatives.Split(';', StringSplitOptions.RemoveEmptyEntries), districts.Split(';'))
        : throw new InvalidDataException($"{file}: not four columns: {line}");
}
