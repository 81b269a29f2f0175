using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace PractitionerFinder.Core.Learn;

/// <summary>A word that the pages use and explain.</summary>
/// <param name="Slug">Its place in the glossary.</param>
/// <param name="Term">The word as the glossary lists it.</param>
/// <param name="Forms">The words as they stand in a text.</param>
/// <param name="Definition">What it means, in a sentence or two.</param>
/// <param name="Sources">Where that comes from; none for words of method and of this site.</param>
/// <param name="Page">Address of a page that says more, or null.</param>
public sealed record GlossaryTerm(
    string Slug, string Term, IReadOnlyList<string> Forms, string Definition, IReadOnlyList<Reference> Sources, string? Page);

/// <summary>Words that are explained where a page first uses them.</summary>
public sealed partial class Glossary
{
    private readonly Dictionary<string, GlossaryTerm> byForm;
    private readonly Regex? anyForm;

    /// <exception cref="InvalidDataException">A form stands for two terms, or a slug stands twice.</exception>
    public Glossary(IReadOnlyList<GlossaryTerm> terms)
    {
        if (terms.CountBy(t => t.Slug).FirstOrDefault(c => c.Value > 1).Key is { } twice)
        {
            throw new InvalidDataException($"glossary.tsv: '{twice}' stands twice.");
        }

        if (terms.SelectMany(t => t.Forms).CountBy(f => f, StringComparer.OrdinalIgnoreCase).FirstOrDefault(c => c.Value > 1).Key is { } shared)
        {
            throw new InvalidDataException($"glossary.tsv: '{shared}' stands for two terms.");
        }

        Terms = [.. terms.OrderBy(t => t.Term, StringComparer.OrdinalIgnoreCase)];
        byForm = terms.SelectMany(t => t.Forms.Select(f => (Form: f, Term: t))).ToDictionary(f => f.Form, f => f.Term, StringComparer.OrdinalIgnoreCase);

        // The longest first, so that "active trigger point" is not read as "trigger point".
        var forms = byForm.Keys.OrderByDescending(f => f.Length).Select(Regex.Escape).ToList();
        anyForm = forms.Count == 0 ? null : new Regex($@"(?<![\w-])(?:{string.Join('|', forms)})(?![\w-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>Every term, by name.</summary>
    public IReadOnlyList<GlossaryTerm> Terms { get; }

    /// <summary>Puts the meaning of each term beside its first use.</summary>
    /// <param name="html">A text of ours.</param>
    /// <param name="explained">Slugs that the page has explained already; those explained here are added.</param>
    public string Explain(string html, ISet<string> explained)
    {
        if (anyForm is null)
        {
            return html;
        }

        var text = new StringBuilder(html.Length);
        var skipped = 0;
        foreach (System.Text.RegularExpressions.Match piece in TagOrText().Matches(html))
        {
            if (piece.Groups["name"] is { Success: true, Value: "a" or "sup" or "h3" or "table" })
            {
                // A link inside a link, or a note inside a heading or a narrow cell, would be in the way.
                skipped += piece.Value[1] == '/' ? -1 : 1;
            }

            text.Append(piece.Value[0] == '<' || skipped > 0 ? piece.Value : anyForm.Replace(piece.Value, form => Explained(form.Value, explained)));
        }

        return text.ToString();
    }

    private string Explained(string form, ISet<string> explained)
    {
        var term = byForm[form];
        return explained.Add(term.Slug)
            ? $"""<span class="term"><a href="/glossary#{term.Slug}" aria-describedby="term-{term.Slug}">{form}</a><span class="term-note" role="tooltip" id="term-{term.Slug}">{WebUtility.HtmlEncode(term.Definition)}</span></span>"""
            : form;
    }

    [GeneratedRegex(@"</?(?<name>[a-z0-9]+)[^>]*>|[^<]+")]
    private static partial Regex TagOrText();
}
