using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Learning;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Tests.Shared;

public sealed class LearnShelfTests : IDisposable
{
    private const string Page = "techniques/cupping.md";

    private readonly string seed = Directory.CreateTempSubdirectory("shelf-").FullName;

    public LearnShelfTests()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "seed-data");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".md" or ".tsv"))
        {
            var copy = Path.Combine(seed, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => Directory.Delete(seed, recursive: true);

    [Fact]
    public void While_the_site_is_written_a_saved_file_shows_and_the_kept_answers_are_told_apart()
    {
        var shelf = Shelf(Environments.Development);
        var before = shelf.Version;
        Assert.DoesNotContain("A sentence of a test.", TextOf(shelf), StringComparison.Ordinal);

        Save(text => text.Replace("## What it is\n", "## What it is\nA sentence of a test. {ours}\n\n", StringComparison.Ordinal));

        Assert.Contains("A sentence of a test.", TextOf(shelf), StringComparison.Ordinal);
        Assert.NotEqual(before, shelf.Version);
    }

    [Fact]
    public void A_page_that_was_broken_while_it_is_written_is_left_out_until_it_is_mended()
    {
        var shelf = Shelf(Environments.Development);

        Save(text => text.Replace("## What it is\n", "## What it is\nNo source.\n\n", StringComparison.Ordinal));
        Assert.Null(shelf.Current.Page(LearnKind.Technique, "cupping"));
        Assert.NotNull(shelf.Current.Page(LearnKind.Technique, "thai-massage"));

        Save(text => text.Replace("No source.\n\n", "", StringComparison.Ordinal));
        Assert.NotNull(shelf.Current.Page(LearnKind.Technique, "cupping"));
    }

    [Fact]
    public void A_table_that_cannot_be_read_leaves_the_pages_as_they_were()
    {
        var shelf = Shelf(Environments.Development);

        File.AppendAllText(Path.Combine(seed, "tables", "references.tsv"), "half a row");

        Assert.NotNull(shelf.Current.Page(LearnKind.Technique, "cupping"));
    }

    [Fact]
    public void In_production_the_pages_are_read_once()
    {
        var shelf = Shelf(Environments.Production);
        var pages = shelf.Current;

        Save(text => text + "\nNo source.\n");

        Assert.Same(pages, shelf.Current);
        Assert.Empty(shelf.Version);
    }

    private static string TextOf(LearnShelf shelf) => shelf.Current.Page(LearnKind.Technique, "cupping")!.Section("What it is")!.Text;

    private void Save(Func<string, string> change)
    {
        var path = Path.Combine(seed, Page);
        var saved = File.GetLastWriteTimeUtc(path);
        File.WriteAllText(path, change(File.ReadAllText(path)));

        // Two saves within one tick of the file system's clock are nobody's typing.
        File.SetLastWriteTimeUtc(path, new[] { saved, DateTime.UtcNow }.Max().AddSeconds(1));
    }

    private LearnShelf Shelf(string environment) => new(
        new SiteSettings(new Uri("https://finder.example"), "GB", false, seed, seed, new ContactSettings(null, null, null, null)),
        VocabularyFiles.Load(seed),
        new Surroundings(environment, seed),
        NullLogger<LearnShelf>.Instance);

    private sealed class Surroundings(string environment, string root) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = environment;

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = Path.Combine(root, "src", "web");

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
