namespace PractitionerFinder.Core.Geography.Places.Index;

/// <summary>The best few hits, each row once, in order; what does not make it is forgotten at once.</summary>
internal sealed class BestHits(PlaceTable table, int capacity)
{
    private readonly List<Hit> hits = new(capacity + 1);

    public int Count => hits.Count;

    public IReadOnlyList<Hit> Ordered => hits;

    /// <summary>Whether a hit of so many points might still be among the best.</summary>
    public bool Admits(int score) => hits.Count < capacity || score >= hits[^1].Score;

    public void Add(Hit hit)
    {
        if (!Admits(hit.Score))
        {
            return;
        }

        var known = hits.FindIndex(h => IsSame(h.Row, hit.Row));
        if (known >= 0)
        {
            if (!IsBefore(hit, hits[known]))
            {
                return;
            }

            hits.RemoveAt(known);
        }

        var at = hits.Count;
        while (at > 0 && IsBefore(hit, hits[at - 1]))
        {
            at--;
        }

        hits.Insert(at, hit);
        if (hits.Count > capacity)
        {
            hits.RemoveAt(capacity);
        }
    }

    private bool IsBefore(Hit a, Hit b) =>
        a.Score != b.Score ? a.Score > b.Score
        : table.Population[a.Row] != table.Population[b.Row] ? table.Population[a.Row] > table.Population[b.Row]
        : a.Row < b.Row;

    /// <summary>Some places stand in two files; a reader must see one.</summary>
    private bool IsSame(int a, int b) => a == b
        || (table.Kind[a] == table.Kind[b] && table.Region[a] == table.Region[b] && table.Latitude[a] == table.Latitude[b]
            && table.Bytes(a, PlaceColumn.Name).SequenceEqual(table.Bytes(b, PlaceColumn.Name))
            && table.Bytes(a, PlaceColumn.Postcode).SequenceEqual(table.Bytes(b, PlaceColumn.Postcode)));
}
