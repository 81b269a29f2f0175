namespace PractitionerFinder.Core.Learn.Screening;

/// <summary>One question of a screen, with one yes and one no.</summary>
/// <param name="Group">Names it in the form; unique in its area.</param>
/// <param name="Flags">The signs it asks for: those of the area, then those of the whole body that its wording covers.</param>
public sealed record ScreenQuestion(string Group, IReadOnlyList<RedFlag> Flags)
{
    private const string Parting = ", or ";
    private const string Child = "For a child";

    /// <summary>What a yes does. All signs of a group are of one stage.</summary>
    public RedFlagStage Stage => Flags[0].Stage;

    /// <summary>How soon a yes needs help. All signs of a group are equally urgent.</summary>
    public Urgency Urgency => Flags[0].Urgency;

    /// <summary>Whom it is about, where that is not the reader, such as "For a child"; null otherwise.</summary>
    public string? About => Flags[0].Question is var words && words.StartsWith(Child, StringComparison.Ordinal) ? words[..words.IndexOf(':', StringComparison.Ordinal)] : null;

    /// <summary>
    /// The signs in words: one is the question itself, several are a list to be asked "Any of these?" of. A sentence of many
    /// signs joined by "or" is for nobody to read.
    /// </summary>
    public IReadOnlyList<string> Signs
    {
        get
        {
            var words = Flags[0].Question.TrimEnd('?');
            words = About is { } about ? words[(about.Length + 1)..].TrimStart() : words;
            var signs = new List<string>();
            foreach (var part in words.Split(Parting))
            {
                // "Diabetes with a hot foot, or with a wound" is one sign: by itself the second half would say nothing of diabetes.
                if (part.StartsWith("with ", StringComparison.Ordinal) && signs.Count > 0)
                {
                    signs[^1] += Parting + part;
                }
                else
                {
                    signs.Add(char.ToUpperInvariant(part[0]) + part[1..]);
                }
            }

            return signs;
        }
    }
}
