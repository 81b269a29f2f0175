using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Core.Finder;

/// <summary>One way up the <see cref="Ladder"/>: whoever can count, however it is done, is asked one changed question after another.</summary>
public sealed class Climb
{
    private readonly List<Relaxation> relaxations = [];
    private readonly IEnumerator<(Radius Within, SearchCriteria Criteria)> wider;
    private readonly IEnumerator<(string Change, string Value, SearchCriteria Criteria)> changes;
    private readonly int total;
    private int best;
    private bool isWidening = true;

    /// <summary>Begins.</summary>
    /// <param name="criteria">The question that few match.</param>
    /// <param name="total">How many match it.</param>
    /// <param name="vocabulary">The words in force.</param>
    public Climb(SearchCriteria criteria, int total, Vocabulary vocabulary)
    {
        this.total = best = total;
        wider = Ladder.Wider(criteria).GetEnumerator();
        changes = Ladder.SingleChanges(criteria, vocabulary).GetEnumerator();
        GoOn();
    }

    /// <summary>What is to be counted next; null at the end.</summary>
    public (string Change, string Value, SearchCriteria Criteria)? Next { get; private set; }

    /// <summary>The changes that find more, in the order in which they are offered.</summary>
    public IReadOnlyList<Relaxation> Relaxations => relaxations;

    /// <summary>Takes how many match <see cref="Next"/>, and goes on.</summary>
    public void Counted(int count)
    {
        if (!isWidening)
        {
            if (count > total)
            {
                relaxations.Add(new Relaxation(changes.Current.Change, changes.Current.Value, count, changes.Current.Criteria));
            }
        }
        else if (count > best)
        {
            best = count;
            relaxations.Add(new Relaxation("within", wider.Current.Within.ToString(), count, wider.Current.Criteria));
        }

        GoOn();
    }

    private void GoOn()
    {
        isWidening = isWidening && relaxations.Count < Ladder.MostWider && wider.MoveNext();
        Next = isWidening ? ("within", wider.Current.Within.ToString(), wider.Current.Criteria)
            : changes.MoveNext() ? changes.Current
            : null;
    }
}
