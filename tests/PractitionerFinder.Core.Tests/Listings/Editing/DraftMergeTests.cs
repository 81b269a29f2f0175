using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Core.Tests.Geography;

namespace PractitionerFinder.Core.Tests.Listings.Editing;

public sealed class DraftMergeTests
{
    [Theory]
    [InlineData("""{"a":"1","b":"1"}""", """{"a":"2","b":"1"}""", """{"a":"1","b":"3"}""", """{"a":"2","b":"3"}""")]
    [InlineData("""{"a":"1"}""", """{"a":"2"}""", """{"a":"2"}""", """{"a":"2"}""")]
    [InlineData("""{"w":["x","y"]}""", """{"w":["x","y","z"]}""", """{"w":["y"]}""", """{"w":["y","z"]}""")]
    [InlineData("""{"w":["x","y","z"]}""", """{"w":["z","y","x"]}""", """{"w":["x","y","new","z"]}""", """{"w":["z","y","new","x"]}""")]
    [InlineData("""{"w":["x","y","z"]}""", """{"w":["x","z","y"]}""", """{"w":["y","x","z"]}""", """{"w":["y","x","z"]}""")]
    [InlineData("""{"w":["x"]}""", """{"w":[]}""", """{"w":["x","y"]}""", """{"w":["y"]}""")]
    [InlineData("""{"a":"1","b":"1"}""", """{"a":"1"}""", """{"a":"2","b":"1"}""", """{"a":"2"}""")]
    public void Takes_what_each_changed(string origin, string theirs, string mine, string both)
    {
        var merged = Merge(origin, theirs, mine);

        Assert.Empty(merged.Conflicts);
        Assert.Equal(both, merged.Value.ToJsonString());
    }

    [Theory]
    [InlineData("additions of both stay", """[]""", """[{"key":"cupping","y":"1"}]""", """[{"key":"needling","y":"2"}]""", """[{"key":"needling","y":"2"},{"key":"cupping","y":"1"}]""")]
    [InlineData("two entries under one number are two", """[]""", """[{"key":"p1","y":"1"}]""", """[{"key":"p1","y":"2"}]""", """[{"key":"p2","y":"2"},{"key":"p1","y":"1"}]""")]
    [InlineData("the same entry twice is one", """[]""", """[{"key":"p1","y":"1"}]""", """[{"key":"p1","y":"1"}]""", """[{"key":"p1","y":"1"}]""")]
    [InlineData("removed and not touched is gone", """[{"key":"p1","y":"1"},{"key":"p2","y":"1"}]""", """[{"key":"p2","y":"1"}]""", """[{"key":"p1","y":"1"},{"key":"p2","y":"2"}]""", """[{"key":"p2","y":"2"}]""")]
    [InlineData("each field of an entry by itself", """[{"key":"p1","y":"1","z":"1"}]""", """[{"key":"p1","y":"2","z":"1"}]""", """[{"key":"p1","y":"1","z":"3"}]""", """[{"key":"p1","y":"2","z":"3"}]""")]
    [InlineData("their order, where mine is the old one", """[{"key":"p1"},{"key":"p2"}]""", """[{"key":"p2"},{"key":"p1"}]""", """[{"key":"p1"},{"key":"p3"},{"key":"p2"}]""", """[{"key":"p2"},{"key":"p1"},{"key":"p3"}]""")]
    [InlineData("my order, where I changed it", """[{"key":"p1"},{"key":"p2"}]""", """[{"key":"p1"},{"key":"p2"},{"key":"p3"}]""", """[{"key":"p2"},{"key":"p1"}]""", """[{"key":"p2"},{"key":"p3"},{"key":"p1"}]""")]
    public void Entries_merge_by_their_key(string rule, string origin, string theirs, string mine, string both)
    {
        var merged = Merge($$"""{"e":{{origin}}}""", $$"""{"e":{{theirs}}}""", $$"""{"e":{{mine}}}""");

        Assert.True(merged.Conflicts.Count == 0 && merged.Value["e"]!.ToJsonString() == both, $"{rule}: {merged.Value.ToJsonString()}");
    }

    [Theory]
    [InlineData("""{"a":"1"}""", """{"a":"2"}""", """{"a":"3"}""", "a")]
    [InlineData("""{"e":[{"key":"p1","y":"1"}]}""", """{"e":[{"key":"p1","y":"2"}]}""", """{"e":[]}""", "e/p1")]
    [InlineData("""{"e":[{"key":"p1","y":"1"}]}""", """{"e":[]}""", """{"e":[{"key":"p1","y":"2"}]}""", "e/p1")]
    [InlineData("""{"e":[{"key":"p1","y":"1"}]}""", """{"e":[{"key":"p1","y":"2"}]}""", """{"e":[{"key":"p1","y":"3"}]}""", "e/p1/y")]
    [InlineData("""{"e":[]}""", """{"e":[{"key":"cupping","y":"2"}]}""", """{"e":[{"key":"cupping","y":"3"}]}""", "e/cupping/y")]
    [InlineData("""{"o":[[1,2]]}""", """{"o":[[1,3]]}""", """{"o":[[2,2]]}""", "o")]
    [InlineData("""{"of":[{"key":"places/p1","tz":"1"}]}""", """{"of":[{"key":"places/p1","tz":"2"}]}""", """{"of":[{"key":"places/p1","tz":"3"}]}""", "of/places/p1/tz")]
    public void What_both_changed_is_for_a_person_to_choose(string origin, string theirs, string mine, string path)
    {
        var merged = Merge(origin, theirs, mine);

        Assert.Equal(path, Assert.Single(merged.Conflicts).Path);
        Assert.Equal(mine, merged.Value.ToJsonString());
        DraftMerge.Put(merged.Value, path, merged.Conflicts[0].Theirs);
        Assert.Equal(theirs, merged.Value.ToJsonString());
    }

    [Theory]
    [InlineData("e/p1/y")]
    [InlineData("other/y")]
    [InlineData("e/places/p2/y")]
    public void Nothing_is_put_where_nothing_stands(string path) =>
        Assert.Throws<ArgumentException>(() => DraftMerge.Put(JsonNode.Parse("""{"e":[{"key":"places/p1","y":"1"}]}""")!, path, JsonValue.Create("x")));

    [Fact]
    public void One_who_changed_nothing_takes_what_the_other_made_of_it() => Earth.Holds(Cases, c =>
        Same(DraftMerge.Merge(c.Origin, c.Origin, c.Mine), c.Mine)
        && Same(DraftMerge.Merge(c.Origin, c.Theirs, c.Origin), c.Theirs)
        && Same(DraftMerge.Merge(c.Origin, c.Mine, c.Mine), c.Mine));

    [Fact]
    public void Nothing_that_somebody_typed_is_lost() => Earth.Holds(Cases, c =>
    {
        var merged = DraftMerge.Merge(c.Origin, c.Theirs, c.Mine);
        var seen = Texts(merged.Value).Concat(merged.Conflicts.SelectMany(x => Texts(x.Theirs).Concat(Texts(x.Mine)))).ToHashSet();
        return Texts(c.Theirs).Concat(Texts(c.Mine)).Except(Texts(c.Origin)).All(seen.Contains);
    });

    [Fact]
    public void Once_everything_is_chosen_their_words_are_there_and_keys_are_told_apart() => Earth.Holds(Cases, c =>
    {
        var merged = DraftMerge.Merge(c.Origin, c.Theirs, c.Mine);
        foreach (var conflict in merged.Conflicts)
        {
            DraftMerge.Put(merged.Value, conflict.Path, conflict.Theirs);
        }

        var typed = Texts(c.Theirs).Except(Texts(c.Origin)).Where(t => t.StartsWith("theirs", StringComparison.Ordinal));
        var keys = merged.Value["items"]!.AsArray().Select(i => (string)i!["key"]!).ToList();
        return typed.All(Texts(merged.Value).Contains) && keys.Distinct().Count() == keys.Count;
    });

    [Fact]
    public void Changes_of_different_fields_never_conflict() => Earth.Holds(
        Gen.Elements(0, 1, 2).ArrayOf(Fields.Length),
        owners =>
        {
            var (origin, theirs, mine, both) = (Begin(3), Begin(3), Begin(3), Begin(3));
            for (var i = 0; i < Fields.Length; i++)
            {
                Write(owners[i] == 1 ? theirs : owners[i] == 2 ? mine : origin, Fields[i], owners[i] == 0 ? null : $"new {i}");
                Write(both, Fields[i], owners[i] == 0 ? null : $"new {i}");
            }

            var merged = DraftMerge.Merge(origin, theirs, mine);
            return merged.Conflicts.Count == 0 && JsonNode.DeepEquals(merged.Value, both);
        });

    private static readonly string[] Fields = ["title", "note", "items/0/a", "items/0/b", "items/1/a", "items/1/b", "items/2/a", "items/2/b"];

    private static readonly Gen<(int What, int Which)[]> Edits =
        from count in Gen.Choose(0, 5)
        from edits in (from what in Gen.Choose(0, 9) from which in Gen.Choose(0, 3) select (what, which)).ArrayOf(count)
        select edits;

    private static readonly Gen<(JsonObject Origin, JsonObject Theirs, JsonObject Mine)> Cases =
        from items in Gen.Choose(0, 3)
        from their in Edits
        from my in Edits
        select (Begin(items), Edited(items, their, "theirs"), Edited(items, my, "mine"));

    private static JsonObject Begin(int items) => new()
    {
        ["title"] = "title",
        ["note"] = "",
        ["flag"] = false,
        ["tags"] = new JsonArray("x", "y"),
        ["items"] = new JsonArray([.. Enumerable.Range(1, items).Select(n => Item(n, "a"))]),
        ["outline"] = new JsonArray(),
    };

    private static JsonObject Item(int number, string text) =>
        new() { ["key"] = $"p{number}", ["a"] = text, ["b"] = "", ["subs"] = new JsonArray() };

    private static JsonObject Edited(int begun, (int What, int Which)[] edits, string who)
    {
        var form = Begin(begun);
        for (var i = 0; i < edits.Length; i++)
        {
            var (tags, items) = (form["tags"]!.AsArray(), form["items"]!.AsArray());
            var item = items.Count == 0 ? null : items[edits[i].Which % items.Count];
            var text = $"{who} {i}";
            switch (edits[i].What)
            {
                case 0:
                    form["title"] = text;
                    break;
                case 1:
                    form["note"] = text;
                    break;
                case 2:
                    form["flag"] = true;
                    break;
                case 3:
                    tags.Insert(edits[i].Which % (tags.Count + 1), text);
                    break;
                case 4 when tags.Count > 0:
                    tags.RemoveAt(0);
                    break;
                case 5:
                    items.Add(Item(items.Select(x => int.Parse(((string)x!["key"]!)[1..])).Append(begun).Max() + 1, text));
                    break;
                case 6 when item is not null:
                    items.Remove(item);
                    break;
                case 7 when item is not null:
                    item["a"] = text;
                    break;
                case 8 when item is not null:
                    items.Remove(item);
                    items.Insert(0, item);
                    break;
                case 9 when item is not null:
                    item["subs"]!.AsArray().Add(new JsonObject { ["key"] = $"s{item["subs"]!.AsArray().Count + 1}", ["from"] = text });
                    break;
            }
        }

        return form;
    }

    private static void Write(JsonObject form, string field, string? text)
    {
        if (text is null)
        {
            return;
        }

        if (field.Split('/') is [_, var at, var name])
        {
            form["items"]![int.Parse(at)]![name] = text;
        }
        else
        {
            form[field] = text;
        }
    }

    private static Merged Merge(string origin, string theirs, string mine) =>
        DraftMerge.Merge(JsonNode.Parse(origin), JsonNode.Parse(theirs), JsonNode.Parse(mine));

    private static bool Same(Merged merged, JsonNode node) => merged.Conflicts.Count == 0 && JsonNode.DeepEquals(merged.Value, node);

    /// <summary>Every text but the keys, which are ours to number.</summary>
    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject o => o.Where(p => p.Key != "key").SelectMany(p => Texts(p.Value)),
        JsonArray a => a.SelectMany(Texts),
        JsonValue v when v.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
