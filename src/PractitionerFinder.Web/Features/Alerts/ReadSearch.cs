using PractitionerFinder.Core.Alerts;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Finding;

namespace PractitionerFinder.Web.Features.Alerts;

/// <summary>Reads the part of a search that an alert or a feed keeps: place, distance and techniques.</summary>
public sealed class ReadSearch(Vocabulary vocabulary, Origins origins, TimeProvider time)
{
    /// <param name="Criteria">What is kept of the search, with where its place is; null when it has no place that is known.</param>
    /// <param name="Unknown">A place that nobody knows; null when there is none.</param>
    /// <param name="LeftOut">What was asked and is not kept, in words.</param>
    public sealed record Result(SearchCriteria? Criteria, string? Unknown, IReadOnlyList<string> LeftOut);

    private static readonly (string Parameter, string Words)[] NotKept =
    [
        ("area", "the part of the body"), ("q", "your words"), ("match", "that one person offers every technique (any of them will do)"), ("setting", "where you want to be seen"),
        ("accepting", "whether new people are taken on"), ("verified", "proof of training"), ("need", "access and hours"), ("language", "the language"), ("gender", "the gender"),
    ];

    public Result Run(IQueryCollection parameters)
    {
        var asked = Read(parameters.Where(p => NotKept.All(n => !n.Parameter.Equals(p.Key, StringComparison.OrdinalIgnoreCase)))
            .ToDictionary(p => p.Key, IReadOnlyList<string> (p) => [.. p.Value.Select(v => v ?? "")], StringComparer.OrdinalIgnoreCase));

        // Coordinates that were typed as a place are coordinates.
        if (asked.Near is { } near && Origins.ReadPoint(near) is { } point)
        {
            asked = asked with { Near = null, Coordinates = point };
        }

        var leftOut = NotKept.Where(n => !string.IsNullOrWhiteSpace(parameters[n.Parameter])).Select(n => n.Words).ToList();
        return asked.Origin is null ? new Result(null, asked.Near, leftOut) : new Result(Of(SearchAlert.QueryOf(asked)), null, leftOut);
    }

    /// <summary>A search that was kept, asked now; null when its place is not known any more.</summary>
    public SearchCriteria? Of(string query)
    {
        var criteria = Read(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query)
            .ToDictionary(p => p.Key, IReadOnlyList<string> (p) => [.. p.Value.Select(v => v ?? "")], StringComparer.OrdinalIgnoreCase));
        return criteria.Origin is null ? null : criteria;
    }

    private SearchCriteria Read(Dictionary<string, IReadOnlyList<string>> parameters) =>
        new SearchParser(vocabulary, Locate, origins.At).Read(parameters, time.GetUtcNow().UtcDateTime, showDemo: false).Criteria;

    private SearchOrigin? Locate(string near, string? country) =>
        Origins.ReadPoint(near) is { } point ? origins.At(point)
            : origins.Resolve(near, country) is PlaceAnswer.Found found ? origins.Of(found.Place) : null;
}
