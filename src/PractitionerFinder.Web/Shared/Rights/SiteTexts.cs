using PractitionerFinder.Core.Accounts;

namespace PractitionerFinder.Web.Shared.Rights;

/// <summary>The versions of the texts that people agree to: the day from which the words on their pages hold. Change the day with the words.</summary>
public static class SiteTexts
{
    public static readonly DateOnly Terms = new(2026, 11, 28);

    public static readonly DateOnly Privacy = new(2026, 11, 28);

    /// <summary>Every text with the version in force.</summary>
    public static IReadOnlyList<(ConsentText Text, DateOnly Version)> All { get; } = [(ConsentText.Terms, Terms), (ConsentText.Privacy, Privacy)];
}
