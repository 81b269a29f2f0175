using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PractitionerFinder.Core.Listings.Editing;

/// <summary>A field that two people changed to different things.</summary>
/// <param name="Path">Names of properties and keys of entries from the top, such as `about` or `places/p1/line1`.</param>
/// <param name="Base">What both began with; null where there was nothing.</param>
/// <param name="Theirs">What the other person made of it; null where they took it away.</param>
/// <param name="Mine">What this person made of it; null where they took it away.</param>
public sealed record Conflict(string Path, JsonNode? Base, JsonNode? Theirs, JsonNode? Mine);

/// <summary>What two people's versions come to.</summary>
/// <param name="Value">Both together; where they conflict, what this person made of it.</param>
/// <param name="Conflicts">What has to be chosen.</param>
public sealed record Merged(JsonNode Value, IReadOnlyList<Conflict> Conflicts);

/// <summary>
/// A three-way merge of a section's form. Objects merge by property, lists of entries that have a "key" by that key, lists of
/// plain words as sets; anything else changed by both to different things is a conflict, and nothing is dropped unseen.
/// </summary>
public static partial class DraftMerge
{
    private const string Key = "key";

    /// <summary>Merges.</summary>
    public static Merged Merge(JsonNode? origin, JsonNode? theirs, JsonNode? mine)
    {
        var conflicts = new List<Conflict>();
        var value = Node("", origin, theirs, mine, conflicts);
        return new Merged(value ?? new JsonObject(), conflicts);
    }

    /// <summary>Puts a value where a conflict stands; null takes the entry away.</summary>
    /// <param name="root">The section that the conflict was found in.</param>
    /// <param name="path">The conflict's path.</param>
    /// <param name="value">What to put there.</param>
    /// <exception cref="ArgumentException">What holds the field is not there.</exception>
    public static void Put(JsonNode root, string path, JsonNode? value)
    {
        switch (root)
        {
            case JsonObject parent when StepOf(parent, path) is { } step && step.Length < path.Length:
                Put(parent[step] ?? throw Missing(path), path[(step.Length + 1)..], value);
                break;
            case JsonObject when path.Contains('/', StringComparison.Ordinal):
                throw Missing(path);
            case JsonObject parent when value is null:
                parent.Remove(path);
                break;
            case JsonObject parent:
                parent[path] = value.DeepClone();
                break;
            case JsonArray list when StepOf(list, path) is { } step && step.Length < path.Length:
                Put(Child(list, step)!, path[(step.Length + 1)..], value);
                break;
            case JsonArray list when Child(list, path) is { } present:
                var at = list.IndexOf(present);
                list.RemoveAt(at);
                if (value is not null)
                {
                    list.Insert(at, value.DeepClone());
                }

                break;
            case JsonArray list when value is null || KeyOf(value) == path:
                if (value is not null)
                {
                    list.Add(value.DeepClone());
                }

                break;
            default:
                throw Missing(path);
        }
    }

    private static ArgumentException Missing(string path) => new($"There is no '{path}'.", nameof(path));

    /// <summary>The first step of a path: a key may hold a slash itself, such as `places/p1` among the weeks.</summary>
    private static string? StepOf(JsonNode node, string path) => (node is JsonObject parent ? parent.Select(p => p.Key) : KeysOf((JsonArray)node))
        .Where(k => path == k || path.StartsWith(k + "/", StringComparison.Ordinal))
        .MaxBy(k => k.Length);

    private static JsonNode? Node(string path, JsonNode? origin, JsonNode? theirs, JsonNode? mine, List<Conflict> conflicts)
    {
        if (JsonNode.DeepEquals(theirs, mine) || JsonNode.DeepEquals(origin, theirs))
        {
            return mine?.DeepClone();
        }

        if (JsonNode.DeepEquals(origin, mine))
        {
            return theirs?.DeepClone();
        }

        switch (theirs, mine)
        {
            case (JsonObject their, JsonObject my):
                return Properties(path, origin as JsonObject, their, my, conflicts);
            case (JsonArray their, JsonArray my) when IsKeyed(their) && IsKeyed(my):
                return Entries(path, origin as JsonArray ?? [], their, my, conflicts);
            case (JsonArray their, JsonArray my) when IsPlain(their) && IsPlain(my):
                return Words(origin as JsonArray ?? [], their, my);
            default:
                conflicts.Add(new Conflict(path, origin?.DeepClone(), theirs?.DeepClone(), mine?.DeepClone()));
                return mine?.DeepClone();
        }
    }

    private static JsonObject Properties(string path, JsonObject? origin, JsonObject theirs, JsonObject mine, List<Conflict> conflicts)
    {
        var merged = new JsonObject();
        foreach (var name in mine.Select(p => p.Key).Union(theirs.Select(p => p.Key)))
        {
            var value = Node(Join(path, name), origin?[name], theirs[name], mine[name], conflicts);
            if (value is not null || (mine.TryGetPropertyValue(name, out var my) && my is null))
            {
                merged[name] = value;
            }
        }

        return merged;
    }

    private static JsonArray Entries(string path, JsonArray origin, JsonArray theirs, JsonArray mine, List<Conflict> conflicts)
    {
        mine = Apart(origin, theirs, mine);
        var merged = new JsonArray();
        foreach (var key in InOrder(KeysOf(origin), KeysOf(theirs), KeysOf(mine)))
        {
            if (Node(Join(path, key), Child(origin, key), Child(theirs, key), Child(mine, key), conflicts) is { } entry)
            {
                merged.Add(entry);
            }
        }

        return merged;
    }

    private static JsonArray Words(JsonArray origin, JsonArray theirs, JsonArray mine)
    {
        var (old, their, my) = (TextsOf(origin), TextsOf(theirs), TextsOf(mine));
        var kept = InOrder(old, their, my).Where(w => !old.Contains(w) || (their.Contains(w) && my.Contains(w)));
        return [.. kept.Select(w => (JsonNode)JsonValue.Create(w))];
    }

    /// <summary>
    /// Keys are numbered, so that two people who each add an entry give both the same one. They are two entries: mine, which
    /// nobody else has seen, takes the next number. Where the key is a name, such as that of a technique, they are the same.
    /// </summary>
    private static JsonArray Apart(JsonArray origin, JsonArray theirs, JsonArray mine)
    {
        var taken = KeysOf(origin).Concat(KeysOf(theirs)).Concat(KeysOf(mine)).ToHashSet();
        var apart = new JsonArray();
        foreach (var entry in mine.Select(e => e!.DeepClone()))
        {
            var key = KeyOf(entry)!;
            if (Numbered().IsMatch(key) && Child(origin, key) is null && Child(theirs, key) is { } other && !JsonNode.DeepEquals(entry, other))
            {
                entry[Key] = Enumerable.Range(1, int.MaxValue).Select(n => string.Create(CultureInfo.InvariantCulture, $"{key[0]}{n}")).First(taken.Add);
            }

            apart.Add(entry);
        }

        return apart;
    }

    /// <summary>In my order where I changed it, else in theirs; what only the other has stands behind what it stood behind there.</summary>
    private static List<string> InOrder(List<string> origin, List<string> theirs, List<string> mine)
    {
        var isMine = !mine.Where(origin.Contains).SequenceEqual(origin.Where(mine.Contains));
        var (lead, other) = isMine ? (mine, theirs) : (theirs, mine);
        var order = lead.Distinct().ToList();
        for (var i = 0; i < other.Count; i++)
        {
            if (!order.Contains(other[i]))
            {
                order.Insert(i == 0 ? 0 : order.IndexOf(other[i - 1]) + 1, other[i]);
            }
        }

        return order;
    }

    private static bool IsKeyed(JsonArray list) => list.All(e => KeyOf(e) is not null) && list.DistinctBy(KeyOf).Count() == list.Count;

    private static bool IsPlain(JsonArray list) => list.All(e => e is JsonValue v && v.TryGetValue<string>(out _));

    private static List<string> KeysOf(JsonArray list) => [.. list.Select(KeyOf).OfType<string>()];

    private static List<string> TextsOf(JsonArray list) => [.. list.OfType<JsonValue>().Select(v => v.TryGetValue<string>(out var text) ? text : null).OfType<string>()];

    private static string? KeyOf(JsonNode? entry) => entry is JsonObject o && o[Key] is JsonValue v && v.TryGetValue<string>(out var key) ? key : null;

    private static JsonNode? Child(JsonArray list, string key) => list.FirstOrDefault(e => KeyOf(e) == key);

    private static string Join(string path, string step) => path.Length == 0 ? step : $"{path}/{step}";

    [GeneratedRegex(@"^[a-z][0-9]{1,9}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
