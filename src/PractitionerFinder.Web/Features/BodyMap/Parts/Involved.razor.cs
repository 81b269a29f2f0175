using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Learn.Screening;
using PractitionerFinder.Web.Shared.Finding;
using PractitionerFinder.Web.Shared.Learning;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.BodyMap.Parts;

/// <summary>What stands behind the questions: what may be involved, what people try for it with what is known of that, and who offers it near a place.</summary>
public sealed partial class Involved
{
    // Experts on referred pain, who do not expect fixed areas (evidence base, section 4).
    private const string OnAreas = "delphi2018";

    private const string NearbyId = "nearby";

    [Parameter, EditorRequired]
    public BodyArea Area { get; set; } = default!;

    /// <summary>What somebody should look at all the same.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ScreenQuestion> Cards { get; set; } = [];

    /// <summary>Whom to call where the reader is; null where that is not known.</summary>
    [Parameter, EditorRequired]
    public EmergencyNumber? Here { get; set; }

    [Parameter, EditorRequired]
    public CountNearby.Result Nearby { get; set; } = default!;

    /// <summary>The answers, to go along with the question for a place: they are kept nowhere else.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<(string Name, string Value)> Repeat { get; set; } = [];

    /// <summary>Where the page is.</summary>
    [Parameter, EditorRequired]
    public string Address { get; set; } = "";

    [Inject]
    private Vocabulary Vocabulary { get; set; } = default!;

    [Inject]
    private LearnShelf Shelf { get; set; } = default!;

    [Inject]
    private SiteSettings Site { get; set; } = default!;

    private IReadOnlyList<ReferredPain> Muscles { get; set; } = [];

    private LearnPage? Condition { get; set; }

    private IReadOnlyList<Technique> Techniques { get; set; } = [];

    private IReadOnlyList<LearnPage> SelfCare { get; set; } = [];

    private IReadOnlyList<Reference> Sources { get; set; } = [];

    private string NoMuscles => Area.FeltIn.Count == 0 && Area.Parent is null
        ? "Pain all over points to no muscle in particular, so none is named here."
        : "Our sources name no muscle whose pain people report just here.";

    private string CountedWords =>
        (Nearby.Total == 1 ? "says that they work with this part of the body." : "say that they work with this part of the body.")
        + (Site.ShowDemo ? " Fictional people, shown to try the site out, are counted too." : "");

    protected override void OnParametersSet()
    {
        var shelf = Shelf.Current;
        Muscles = InvolvedMuscles.In([Area.Slug], Vocabulary, shelf.Muscles);
        Condition = shelf.ConditionOf(Area);
        var named = Muscles.SelectMany(m => m.Techniques).Concat(Condition?.Techniques ?? []).CountBy(t => t).ToDictionary();
        Techniques = [.. Vocabulary.Techniques.Where(t => named.ContainsKey(t.Slug)).OrderByDescending(t => named[t.Slug])];
        SelfCare = [.. Muscles.SelectMany(m => m.SelfCare).Distinct().Select(s => shelf.Page(LearnKind.SelfCare, s)).OfType<LearnPage>().OrderBy(p => p.Title, StringComparer.Ordinal)];
        Sources = [.. Muscles.SelectMany(m => m.Sources).Prepend(OnAreas).Distinct().Select(k => shelf.References[k]).Where(r => !r.IsWithheld)];
    }

    private string FeltIn(ReferredPain muscle) =>
        string.Join(", ", Vocabulary.Areas.Where(a => a.FeltIn.Intersect(muscle.FeltIn).Any()).Select(a => a.Name.ToLowerInvariant()));

    private SearchCriteria Offering(Technique technique) =>
        (Nearby.IsPlaced ? Nearby.Found!.Criteria : new SearchCriteria { Area = Area.Slug }) with { Techniques = [technique.Slug] };

    private string OfferWords(Technique technique) => !Nearby.IsPlaced ? "Find people"
        : Nearby.Offering(technique.Slug) is > 0 and var count ? $"{SearchSentences.People(count)} near {Nearby.Found!.Criteria.Origin!.Name}"
        : $"Nobody yet near {Nearby.Found!.Criteria.Origin!.Name}";
}
