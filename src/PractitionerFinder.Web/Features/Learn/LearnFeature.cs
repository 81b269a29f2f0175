using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Learning;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Learn;

public static class LearnFeature
{
    /// <summary>The techniques of the vocabulary.</summary>
    public sealed record TechniquesAnswer(IReadOnlyList<TechniqueRow> Techniques);

    /// <summary>A technique.</summary>
    /// <param name="Slug">Names it in searches; never changes.</param>
    /// <param name="Name">Name as shown.</param>
    /// <param name="Family">Group in indexes.</param>
    /// <param name="Summary">One sentence on what it is.</param>
    /// <param name="EvidenceStrokes">How much research there is: 0 none, 1 little, 2 some, 3 a fair amount, 4 a lot.</param>
    /// <param name="EvidenceFinding">What the research found.</param>
    /// <param name="NeedsProof">Whether only those with checked proof are listed under it.</param>
    public sealed record TechniqueRow(
        string Slug, string Name, string Family, string Summary, int EvidenceStrokes, string EvidenceFinding, bool NeedsProof);

    public static IServiceCollection AddLearn(this IServiceCollection services) =>
        services.AddSingleton<LearnShelf>().AddSingleton<NearbyPeople>().AddSingleton<ReadPage>().AddSingleton<LearnCards>();

    /// <summary>Reads the pages before the first reader asks, so that what is broken is said at the start.</summary>
    public static void ReadPages(this WebApplication app) => app.Services.GetRequiredService<LearnShelf>();

    public static void MapLearn(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(LearnUrls.TechniquesApi, (Vocabulary vocabulary) => TypedResults.Ok(new TechniquesAnswer(
                [.. vocabulary.Techniques.Select(t => new TechniqueRow(t.Slug, t.Name, t.Family, t.OneLine, t.Evidence.Strokes, t.Evidence.Finding, t.NeedsProof))])))
            .WithName("techniques").WithTags("Techniques").WithMetadata(new PublicAnswer())
            .WithSummary("The techniques that can be searched for, and what is known of each");
        LearnCards.Map(endpoints);
        endpoints.MapGet(LearnUrls.Feed, LearnFeed.Answer).WithMetadata(new PublicAnswer()).ExcludeFromDescription();
    }
}
