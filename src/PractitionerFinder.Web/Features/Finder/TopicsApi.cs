using System.Globalization;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Finder;

/// <summary>What a typed technique or problem may become, for programs and the form.</summary>
public static class TopicsApi
{
    private const int DefaultLimit = 7;
    private const int MaxLimit = 20;

    /// <param name="Topics">Best first; empty while fewer than two characters are typed.</param>
    public sealed record Answer(IReadOnlyList<Topic> Topics);

    /// <param name="Kind">technique or area.</param>
    /// <param name="Slug">Names it in searches, as `technique` or `area`.</param>
    /// <param name="Label">Its name.</param>
    /// <param name="Matched">The other word for it that was found; null when it was its name.</param>
    public sealed record Topic(string Kind, string Slug, string Label, string? Matched);

    public static void MapTopicsApi(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(FinderUrls.TopicsApi, AnswerOf)
        .WithName("topics").WithTags("Search")
        .WithSummary("Techniques and parts of the body by name or any other word for them, best first")
        .WithMetadata(new PublicAnswer())
        .Produces<Answer>()
        .ProducesValidationProblem();

    // Everything arrives as text: a number bound by the framework would be refused in another shape than ours.
    private static IResult AnswerOf(TopicReader topics, string? q, string? limit)
    {
        var most = DefaultLimit;
        return !string.IsNullOrWhiteSpace(limit) && !(int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out most) && most is >= 1 and <= MaxLimit)
            ? TypedResults.ValidationProblem(new Dictionary<string, string[]>
            {
                ["limit"] = [$"Give a whole number from 1 to {MaxLimit}, or leave it out for {DefaultLimit}."],
            })
            : TypedResults.Ok(new Answer(
                [.. topics.Suggest(q is { Length: > FindEntrance.WhatMaxLength } ? null : q, most).Select(t => new Topic(t.IsArea ? "area" : "technique", t.Slug, t.Label, t.Matched))]));
    }
}
