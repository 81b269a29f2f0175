using System.Text.Json.Nodes;

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
public static class DraftMerge
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
    public static void Put(JsonNode root, string path, JsonNode? value)
    {
        var steps = path.Split('/');
        var node = root;
        foreach (var step in steps[..^1])
        {
            node = Child(node, step) ?? throw new ArgumentException($"There is no '{path}'.", nameof(path));
        }

        var last = steps[^1];
        switch (node)
        {
            case JsonObject parent:
                parent[last] = value?.DeepClone();
                break;
            case JsonArray list when value is null:
                list.Remove(Child(list, last));
                break;
            case JsonArray list when Child(list, last) is { } present:
                list[list.IndexOf(present)] = value.DeepClone();
                break;
            case JsonArray list:
                list.Add(value.DeepClone());
                break;
            default:
                throw new ArgumentException($"There is no '{path}'.", nameof(path));
        }
    }

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
            merged[name] = Node(Join(path, name), origin?[name], theirs[name], mine[name], conflicts);
        }

        return merged;
    }

    /// <summary>In the order of whoever changed it, mine where both did; what the other added stands at the end.</summary>
    private static JsonArray Entries(string path, JsonArray origin, JsonArray theirs, JsonArray mine, List<Conflict> conflicts)
    {
        var keys = (KeysOf(mine).SequenceEqual(KeysOf(origin)) ? KeysOf(theirs).Union(KeysOf(mine)) : KeysOf(mine).Union(KeysOf(theirs))).ToList();
        var merged = new JsonArray();
        foreach (var key in keys)
        {
            var (old, their, my) = (Child(origin, key), Child(theirs, key), Child(mine, key));
            if (Node(Join(path, key), old, their, my, conflicts) is { } entry)
            {
                merged.Add(entry);
            }
        }

        return merged;
    }

    private static JsonArray Words(JsonArray origin, JsonArray theirs, JsonArray mine)
    {
        var (old, their, my) = (TextsOf(origin), TextsOf(theirs), TextsOf(mine));
        var order = my.SequenceEqual(old) ? their.Union(my) : my.Union(their);
        return [.. order.Where(w => old.Contains(w) ? their.Contains(w) && my.Contains(w) : true).Select(w => (JsonNode)JsonValue.Create(w))];
    }

    private static bool IsKeyed(JsonArray list) => list.All(e => e is JsonObject o && o[Key] is JsonValue);

    private static bool IsPlain(JsonArray list) => list.All(e => e is JsonValue v && v.TryGetValue<string>(out _));

    private static List<string> KeysOf(JsonArray list) => [.. list.Select(e => (string)e![Key]!)];

    private static List<string> TextsOf(JsonArray list) => [.. list.Select(e => (string)e!)];

    private static JsonNode? Child(JsonNode node, string step) => node switch
    {
        JsonObject parent => parent[step],
        JsonArray list => list.FirstOrDefault(e => e is JsonObject o && (string?)o[Key] == step),
        _ => null,
    };

    private static string Join(string path, string step) => path.Length == 0 ? step : $"{path}/{step}";
}
