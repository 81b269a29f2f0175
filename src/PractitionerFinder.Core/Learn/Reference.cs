using System.Text.RegularExpressions;

namespace PractitionerFinder.Core.Learn;

/// <summary>A source that pages cite: a row of <c>references.tsv</c>.</summary>
/// <param name="Key">What a page writes between square brackets.</param>
/// <param name="Title">Title of the work.</param>
/// <param name="Authors">Who wrote it, as the source names them; blank where our copy does not show it.</param>
/// <param name="Year">Year, or words where none is certain; blank where none is known.</param>
/// <param name="Venue">Journal, publisher or site.</param>
/// <param name="Identifier">DOI, PMID or web address, as the table has them.</param>
/// <param name="Kind">What sort of source it is, and how much of it we saw.</param>
public sealed partial record Reference(string Key, string Title, string Authors, string Year, string Venue, string Identifier, string Kind)
{
    // Copies of a work on such a site are not the publisher's: they are named and not linked.
    private static readonly string[] CopySites =
        ["scribd.com", "docslib.org", "pdfcoffee.com", "esdocs.com", "vdoc.pub", "studylib.net", "excitingspas.com", "massage.net", "coursehero.com", "slideshare.net"];

    /// <summary>
    /// Where the work is: by its DOI, else its PMID, else the publisher's own address; null where there is only a copy, or
    /// none of these.
    /// </summary>
    public Uri? Address
    {
        get
        {
            if (Doi().Match(Identifier) is { Success: true } doi)
            {
                return new Uri("https://doi.org/" + doi.Groups[1].Value);
            }

            if (Pmid().Match(Identifier) is { Success: true } pmid)
            {
                return new Uri($"https://pubmed.ncbi.nlm.nih.gov/{pmid.Groups[1].Value}/");
            }

            return Web().Matches(Identifier).Select(m => new Uri(m.Value))
                .FirstOrDefault(address => !CopySites.Any(site => address.Host == site || address.Host.EndsWith("." + site, StringComparison.Ordinal)));
        }
    }

    /// <summary>Who and when in few words, for a link that must say where it leads: "Loew and others, 2014".</summary>
    public string ShortName
    {
        get
        {
            var first = Authors.Split(',')[0].Trim();
            var family = Initials().Replace(first, "");
            var who = IsUnnamed ? Venue : Authors.Contains(',', StringComparison.Ordinal) ? $"{family} and others" : family;
            return int.TryParse(Year, out _) ? $"{who}, {Year}" : who;
        }
    }

    /// <summary>Whether readers must not be sent to it: it was read and found to be unreliable.</summary>
    public bool IsWithheld => Key.StartsWith("ctr-spam", StringComparison.Ordinal);

    /// <summary>Whether our copy shows no author.</summary>
    public bool IsUnnamed => Authors.Length == 0 || Authors.StartsWith("authors not", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"DOI (10\.[^;\s]+)")]
    private static partial Regex Doi();

    [GeneratedRegex(@"PMID (\d+)")]
    private static partial Regex Pmid();

    [GeneratedRegex(@"https?://[^;\s]+")]
    private static partial Regex Web();

    // "Loew LM" is Loew; "StatPearls (authors not shown in copy)" is StatPearls; "Cancer Research UK" is no person.
    [GeneratedRegex(@"((?<=^\S+)\s\p{Lu}{1,3}$)|(\s\(.*\)$)")]
    private static partial Regex Initials();
}
