using System.IO.Compression;
using System.Text;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Geography.Places.Importing;

namespace PractitionerFinder.Core.Tests.Geography.Places;

public sealed class PlaceImportsTests : IDisposable
{
    private const string Hamlet = "1\tNether Wibbleton\tNether Wibbleton\tWibbleton Isaf,Нижний\t54.1234\t-2.2345\tP\tPPL\tGB\t\tENG\tJ7\t\t\t120\t\t100\tEurope/London\t2024-01-01";
    private const string Otley = "2\tOtley\tOtley\tOtley-on-Wharfe\t53.9100\t-1.6900\tP\tPPL\tGB\t\tENG\tH3\t\t\t15000\t\t60\tEurope/London\t2024-01-01";
    private const string Hill = "3\tQvorxle Tump\tQvorxle Tump\t\t54.2\t-2.3\tT\tHLL\tGB\t\tENG\t\t\t\t0\t\t300\tEurope/London\t2024-01-01";
    private const string FrenchCode = "FR\t75011\tParis 11\tÎle-de-France\t11\tParis\t75\tParis\t751\t48.8574\t2.3795\t5";

    private readonly string root = Directory.CreateTempSubdirectory("places").FullName;

    private string Folder => Path.Combine(root, "imports");

    private PlaceImports Imports => new(Folder, TimeProvider.System);

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void A_country_dump_adds_its_populated_places()
    {
        var import = Imported(File("GB.txt", Hamlet, Hill));
        Assert.Equal((PlaceImportKind.GeoNamesPlaces, "CC BY 4.0", 1, "geonames-places-gb"), (import.Kind, import.Licence, import.Rows, import.Name));
        var gazetteer = Load();
        var place = Found(gazetteer, "Nether Wibbleton");
        Assert.Equal(("GB", "England", 120, new GeoPoint(54.1234, -2.2345)), (place.Country, place.Admin1, place.Population, place.Point));
        Assert.Equal(place, Found(gazetteer, "wibbleton isaf"));
        Assert.IsType<PlaceAnswer.NotFound>(gazetteer.Resolve("Qvorxle Tump", "GB"));
    }

    [Fact]
    public void A_place_that_was_known_moves_and_keeps_its_names()
    {
        Imported(File("GB.txt", Otley));
        var gazetteer = Load();
        var place = Found(gazetteer, "Otley");
        Assert.Equal(("Leeds", 15000, new GeoPoint(53.91, -1.69)), (place.Admin2, place.Population, place.Point));
        Assert.Equal(place, Found(gazetteer, "Otley on Wharfe"));
        Assert.Single(gazetteer.Suggest("otley", "GB", 20), p => p.Name == "Otley" && p.Point.MetresTo(place.Point) < 10_000);
    }

    [Fact]
    public void Postal_codes_come_in_a_zip_beside_their_readme()
    {
        Imported(Zip("FR.zip", ("readme.txt", "not data"), ("FR.txt", FrenchCode + "\n")));
        Assert.Equal("75011", Found(Load(), "75011", "FR").Postcode);
    }

    [Fact]
    public void Open_Names_comes_as_many_files_with_full_postcodes_and_settlements()
    {
        var import = Imported(Zip(
            "opname.zip",
            ("Doc/OS_Open_Names_Header.csv", "ID,NAMES_URI\n"),
            ("Data/TR09.csv", OpenName("BT1 5GS", "other", "Postcode", 651_409.903, 313_177.270, "Caister") + "\r\n"),
            ("Data/TR10.csv", OpenName("Wibbleton Parva", "populatedPlace", "Hamlet", 640_000, 300_000, "") + "\n" + OpenName("High Street", "transportNetwork", "Named Road", 640_000, 300_000, "") + "\n")));
        Assert.Equal((PlaceImportKind.OsOpenNames, 2, "Open Government Licence v3.0"), (import.Kind, import.Rows, import.Licence));
        var gazetteer = Load();
        var code = Assert.IsType<PlaceAnswer.Found>(gazetteer.Resolve("bt15gs", "GB"));
        Assert.Equal(("BT1 5GS", null), (code.Place.Name, code.FellBackFrom));
        Assert.InRange(code.Place.Point.MetresTo(new GeoPoint(52.657977, 1.716038)), 0, 15);
        Assert.Equal("Norfolk, with a comma", Found(gazetteer, "Wibbleton Parva").Admin2);
    }

    [Theory]
    [InlineData("GB\tLS1", 2, "columns")]
    [InlineData("F1\t75011\tParis\t\t\t\t\t\t\t48.8\t2.3\t5", 2, "country")]
    [InlineData("FR\t75011\tParis\t\t\t\t\t\t\t98.8\t2.3\t5", 2, "latitude")]
    [InlineData("FR\t75011\tParis\t\t\t\t\t\t\t48.8\tNaN\t5", 2, "latitude")]
    [InlineData("FR\t\tParis\t\t\t\t\t\t\t48.8\t2.3\t5", 2, "postal code")]
    [InlineData("FR\t75011\tPa\u0001ris\t\t\t\t\t\t\t48.8\t2.3\t5", 2, "control")]
    public void A_malformed_line_is_refused_by_its_number_and_nothing_changes(string line, int number, string reason)
    {
        Imported(File("FR.txt", FrenchCode));
        var before = System.IO.File.ReadAllBytes(Directory.GetFiles(Folder, "*.gz").Single());
        var refused = Refused(File("FR.txt", FrenchCode, line));
        Assert.Equal(number, refused.Line);
        Assert.Contains(reason, refused.Reason, StringComparison.Ordinal);
        Assert.Equal(before, System.IO.File.ReadAllBytes(Directory.GetFiles(Folder, "*.gz").Single()));
    }

    [Fact]
    public void What_is_none_of_the_files_is_refused()
    {
        Assert.Contains("none of the files", Refused(File("notes.txt", "hello")).Reason, StringComparison.Ordinal);
        Assert.Contains("no places", Refused(File("empty.txt")).Reason, StringComparison.Ordinal);
        Assert.Contains("no such file", Refused(Path.Combine(root, "missing.txt")).Reason, StringComparison.Ordinal);
        Assert.Contains("too long", Refused(File("long.txt", new string('x', 100_000))).Reason, StringComparison.Ordinal);
        Assert.Contains("Grid", Refused(File("os.csv", OpenName("Nowhere", "populatedPlace", "Hamlet", 900_000, 0, ""))).Reason, StringComparison.Ordinal);
        Assert.Contains("quotation", Refused(File("os.csv", OpenName("A", "populatedPlace", "Hamlet", 1, 1, ""), "\"open")).Reason, StringComparison.Ordinal);
        Assert.Empty(Imports.List());
    }

    [Fact]
    public void A_damaged_zip_is_refused()
    {
        var whole = System.IO.File.ReadAllBytes(Zip("FR.zip", ("FR.txt", string.Concat(Enumerable.Repeat(FrenchCode + "\n", 500)))));
        var cut = Path.Combine(root, "cut.zip");
        System.IO.File.WriteAllBytes(cut, whole[..(whole.Length / 2)]);
        Assert.Contains("cannot be read", Refused(cut).Reason, StringComparison.Ordinal);
        whole[60] ^= 0xFF;
        System.IO.File.WriteAllBytes(cut, whole);
        Refused(cut);
        Assert.Empty(Imports.List());
    }

    [Fact]
    public void What_a_killed_import_leaves_is_never_read_and_is_swept_by_the_next()
    {
        Directory.CreateDirectory(Folder);
        var left = Path.Combine(Folder, "geonames-places-gb.unfinished");
        System.IO.File.WriteAllText(left, "half a fi");
        Assert.Empty(Imports.List());
        Imported(File("FR.txt", FrenchCode));
        Assert.False(System.IO.File.Exists(left));
    }

    [Fact]
    public void Of_two_imports_at_once_the_second_is_told_to_wait()
    {
        Imported(File("FR.txt", FrenchCode));
        using var other = new FileStream(Path.Combine(Folder, "importing.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Contains("another import", Refused(File("FR.txt", FrenchCode)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Imports_are_listed_replaced_and_removed_by_name()
    {
        var first = Imported(File("FR.txt", FrenchCode));
        var second = Imported(File("FR.txt", FrenchCode, FrenchCode.Replace("75011", "75012", StringComparison.Ordinal)));
        Assert.Equal(first.Name, second.Name);
        Assert.Equal([second], Imports.List());
        Assert.False(Imports.Remove("../" + first.Name));
        Assert.True(Imports.Remove(first.Name));
        Assert.False(Imports.Remove(first.Name));
        Assert.Empty(Imports.List());
    }

    [Fact]
    public void A_truncated_import_stops_the_gazetteer_from_loading_by_name()
    {
        var import = Imported(File("FR.txt", [.. Enumerable.Repeat(FrenchCode, 2000)]));
        var path = Path.Combine(Folder, import.Name + ".tsv.gz");
        System.IO.File.WriteAllBytes(path, System.IO.File.ReadAllBytes(path)[..^20]);
        Assert.Contains(import.Name, Assert.ThrowsAny<Exception>(Load).ToString(), StringComparison.Ordinal);
    }

    private static string OpenName(string name, string type, string localType, double east, double north, string place)
    {
        var cells = Enumerable.Repeat("", 34).ToArray();
        (cells[0], cells[2], cells[6], cells[7], cells[18], cells[29]) = ("osgb1", name, type, localType, place, "England");
        (cells[8], cells[9]) = (east.ToString("0.###", null), north.ToString("0.###", null));
        cells[24] = "\"Norfolk, with a comma\"";
        return string.Join(',', cells);
    }

    private string File(string name, params string[] lines)
    {
        var path = Path.Combine(root, name);
        System.IO.File.WriteAllLines(path, lines);
        return path;
    }

    private string Zip(string name, params (string Name, string Text)[] entries)
    {
        var path = Path.Combine(root, name);
        using var zip = new ZipArchive(System.IO.File.Create(path), ZipArchiveMode.Create);
        foreach (var entry in entries)
        {
            using var stream = zip.CreateEntry(entry.Name).Open();
            stream.Write(Encoding.UTF8.GetBytes(entry.Text));
        }

        return path;
    }

    private Gazetteer Load() => Gazetteer.Load(GazetteerFixture.Folder, Folder);

    private static Place Found(Gazetteer gazetteer, string text, string country = "GB") =>
        Assert.IsType<PlaceAnswer.Found>(gazetteer.Resolve(text, country)).Place;

    private PlaceImport Imported(string file) => Assert.IsType<PlaceImportOutcome.Imported>(Imports.Import(file)).Import;

    private PlaceImportOutcome.Refused Refused(string file) => Assert.IsType<PlaceImportOutcome.Refused>(Imports.Import(file));
}
