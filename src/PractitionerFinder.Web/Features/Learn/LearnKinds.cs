using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Web.Features.Learn;

/// <summary>Which kind of page an address is about.</summary>
public static class LearnKinds
{
    /// <summary>The kind whose index stands at the beginning of a path of Learn.</summary>
    public static LearnKind Of(PathString path) =>
        Enum.GetValues<LearnKind>().First(kind => path.StartsWithSegments(LearnUrls.Index(kind), StringComparison.OrdinalIgnoreCase));
}
