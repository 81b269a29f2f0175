using System.Globalization;
using System.Text;

namespace PractitionerFinder.Core.Learn;

/// <summary>What the pages may refer to.</summary>
/// <param name="Folder">The folder <c>seed-data</c>.</param>
/// <param name="Vocabulary">Techniques and areas.</param>
/// <param name="References">The sources, by key.</param>
/// <param name="Addresses">Every address that a page may link to.</param>
/// <param name="Muscles">Where pain of each muscle is reported.</param>
/// <param name="Glossary">The words that are explained at their first use.</param>
internal sealed record PageFacts(
    string Folder,
    Vocabulary Vocabulary,
    IReadOnlyDictionary<string, Reference> References,
    IReadOnlySet<string> Addresses,
    IReadOnlyList<ReferredPain> Muscles,
    Glossary Glossary)
{
    /// <summary>A table of the muscles whose pain is reported in any of these areas, as a page would write it.</summary>
    public string MusclesIn(IReadOnlyList<string> areas)
    {
        var rows = InvolvedMuscles.In(areas, Vocabulary, Muscles);
        if (rows.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder("These are areas people often report. They are not a diagnosis, and the same pain can come from joints, nerves, teeth, heart or other organs. Experts do not expect a fixed area. [delphi2018]\n\n")
            .AppendLine("| Muscle | Where people often feel it |").AppendLine("| --- | --- |");
        foreach (var muscle in rows)
        {
            var places = Vocabulary.Areas.Where(a => a.FeltIn.Intersect(muscle.FeltIn).Any()).Select(a => a.Name.ToLowerInvariant());
            text.AppendLine(CultureInfo.InvariantCulture, $"| {muscle.Muscle} | {string.Join(", ", places)} [{string.Join("; ", muscle.Sources)}] |");
        }

        return text.ToString();
    }
}
