using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Web.Features.Learn;

/// <summary>What the parts of Learn are called wherever they are named.</summary>
public static class LearnTrail
{
    public const string Hub = "Learn";

    /// <summary>Pages of a kind.</summary>
    public static string Of(LearnKind kind) => kind switch
    {
        LearnKind.Technique => "Techniques",
        LearnKind.Condition => "Conditions",
        LearnKind.SelfCare => "Self-care",
        _ => "Articles",
    };

    /// <summary>One page of a kind.</summary>
    public static string One(LearnKind kind) => kind switch
    {
        LearnKind.Technique => "Technique",
        LearnKind.Condition => "Condition",
        LearnKind.SelfCare => "Self-care",
        _ => "Article",
    };

    /// <summary>A topic, as a heading.</summary>
    public static string Of(LearnTopic topic) => topic switch
    {
        LearnTopic.Conditions => "Pain, by where it is felt",
        LearnTopic.Understanding => "How it may work",
        LearnTopic.Choosing => "Choosing someone, and going there",
        LearnTopic.LookingAfterYourself => "Looking after yourself",
        _ => "How we know what we say",
    };

    /// <summary>A need, in the reader's words.</summary>
    public static string Of(LearnNeed need) => need switch
    {
        LearnNeed.UnderstandMyPain => "I want to understand my pain",
        LearnNeed.FindWhatMayHelp => "I want to know what may help",
        LearnNeed.TrySomethingMyself => "I want to try something myself",
        LearnNeed.ChooseSomeone => "I am choosing someone to see",
        LearnNeed.PrepareForASession => "I am going to a first session",
        _ => "I want to know how sure you are",
    };

    /// <summary>How long reading takes, in words.</summary>
    public static string Reading(LearnPage page) => page.Minutes == 1 ? "1 minute to read" : $"{page.Minutes} minutes to read";
}
