namespace PractitionerFinder.Web.Shared.Forms;

/// <summary>What is wrong with a form, field by field, in the order in which it was found.</summary>
public sealed class FormErrors
{
    private readonly List<(string Field, string Words)> all = [];

    public IReadOnlyList<(string Field, string Words)> All => all;

    public bool Any => all.Count > 0;

    /// <summary>What is wrong with a field, which is its id too; null when nothing is.</summary>
    public string? this[string field] => all.FirstOrDefault(e => e.Field == field).Words;

    /// <summary>Says what to do about a field. The first words about it stay.</summary>
    public void Add(string field, string words)
    {
        if (this[field] is null)
        {
            all.Add((field, words));
        }
    }
}
