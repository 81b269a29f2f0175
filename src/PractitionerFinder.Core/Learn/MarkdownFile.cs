using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PractitionerFinder.Core.Learn;

/// <summary>A file of front matter, between two lines of '---', and text.</summary>
internal sealed class MarkdownFile
{
    private static readonly IDeserializer Yaml =
        new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).IgnoreUnmatchedProperties().Build();

    private readonly string[] lines;
    private readonly int end;

    private MarkdownFile(string path, string[] lines, int end)
    {
        Path = path;
        this.lines = lines;
        this.end = end;
    }

    public string Path { get; }

    /// <summary>The file's own name, for messages.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The number of the line on which the text begins.</summary>
    public int FirstTextLine => end + 2;

    /// <summary>The lines of the text with their numbers, which count from 1 and from the top of the file.</summary>
    public IEnumerable<(string Line, int Number)> Text => lines.Skip(end + 1).Select((line, i) => (line.TrimEnd(), FirstTextLine + i));

    /// <exception cref="InvalidDataException">There is no front matter.</exception>
    public static MarkdownFile Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var end = lines.Length == 0 ? -1 : Array.IndexOf(lines, "---", 1);
        return end >= 0 && lines[0] == "---"
            ? new MarkdownFile(path, lines, end)
            : throw new InvalidDataException($"{System.IO.Path.GetFileName(path)}:1: a page begins with front matter between two lines of '---'.");
    }

    /// <summary>The front matter; keys that <typeparamref name="T"/> does not have are passed over.</summary>
    /// <exception cref="InvalidDataException">It is no YAML, or its slug is not the file's name; the message names the line.</exception>
    public T Front<T>()
        where T : class, IFront, new()
    {
        try
        {
            var front = Yaml.Deserialize<T>(string.Join('\n', lines[1..end])) ?? new T();
            return front.Slug == System.IO.Path.GetFileNameWithoutExtension(Path)
                ? front
                : throw Wrong("slug", $"the slug '{front.Slug}' and the file's name differ.");
        }
        catch (YamlException error)
        {
            throw new InvalidDataException($"{Name}:{error.Start.Line + 1}: {error.Message}", error);
        }
    }

    /// <summary>A value that has to be there.</summary>
    /// <exception cref="InvalidDataException">It is blank; the message names the line.</exception>
    public string Required(string? value, string key, string? name = null) =>
        string.IsNullOrWhiteSpace(value) ? throw Wrong(key, $"'{name ?? key}' is missing.") : value;

    /// <summary>What is wrong with a key, with its line.</summary>
    public InvalidDataException Wrong(string key, string what) => new($"{Name}:{LineOf(key)}: {what}");

    /// <summary>The line of a key, or the last of the front matter when the key is not there.</summary>
    public int LineOf(string key)
    {
        var line = Array.FindIndex(lines, 0, end, l => l.TrimStart().StartsWith($"{key}:", StringComparison.Ordinal));
        return (line < 0 ? end : line) + 1;
    }
}

/// <summary>What every front matter has.</summary>
internal interface IFront
{
    string Slug { get; }
}
