using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Learn.Screening;

namespace PractitionerFinder.Core.Tests.Learn;

public sealed class RedFlagScreenTests
{
    private static readonly Vocabulary Vocabulary = VocabularyFiles.Load(SeedData);
    private static readonly LearnLibrary Library = LearnLibrary.Load(SeedData, Vocabulary);
    private static readonly IReadOnlyList<RedFlag> Asked = [.. Library.RedFlags.Where(f => f.Stage != RedFlagStage.Booking)];

    private static string SeedData => Path.Combine(AppContext.BaseDirectory, "seed-data");

    private static IEnumerable<(BodyArea Area, RedFlagScreen Screen)> Screens => Vocabulary.Areas.Select(a => (a, RedFlagScreen.Of(a, Library.RedFlags)));

    [Fact]
    public void Every_set_of_answers_stops_or_leads_on_as_the_table_says()
    {
        foreach (var (area, screen) in Screens.Where(s => s.Area.Parent is null))
        {
            var questions = screen.Questions;
            for (var code = 0; code < (int)Math.Pow(3, questions.Count); code++)
            {
                var answers = questions.Select((q, i) => (q.Group, Answer: (code / (int)Math.Pow(3, i) % 3) switch { 0 => (bool?)null, 1 => false, _ => true }))
                    .ToDictionary(a => a.Group, a => a.Answer);
                var stops = Asked.Any(f => f.Stage == RedFlagStage.Stop && (f.Area == area.Slug || f.Area == RedFlag.Anywhere) && answers[f.Group] == true);
                switch (screen.Judge(g => answers[g]))
                {
                    case ScreenOutcome.Stopped stopped:
                        Assert.True(stops);
                        Assert.True(answers[stopped.At.Group]);
                        Assert.Equal(questions.First(q => q.Stage == RedFlagStage.Stop && answers[q.Group] == true), stopped.At);
                        break;
                    case ScreenOutcome.Unfinished unfinished:
                        Assert.False(stops);
                        Assert.Equal(questions.Where(q => answers[q.Group] is null), unfinished.Missing);
                        Assert.NotEmpty(unfinished.Missing);
                        break;
                    case ScreenOutcome.Passed passed:
                        Assert.False(stops);
                        Assert.DoesNotContain(null, answers.Values);
                        Assert.Equal(questions.Where(q => answers[q.Group] == true), passed.Cards);
                        Assert.All(passed.Cards, q => Assert.Equal(RedFlagStage.Card, q.Stage));
                        break;
                }
            }
        }
    }

    [Fact]
    public void Every_sign_that_is_asked_for_is_in_a_question_of_its_area()
    {
        foreach (var flag in Asked)
        {
            var areas = Vocabulary.Areas.Where(a => flag.Area == RedFlag.Anywhere || (a.Parent ?? a.Slug) == flag.Area).ToList();
            Assert.NotEmpty(areas);
            Assert.All(areas, a => Assert.Single(RedFlagScreen.Of(a, Library.RedFlags).Questions, q => q.Flags.Contains(flag)));
        }
    }

    [Fact]
    public void A_question_of_an_area_covers_what_is_asked_of_any()
    {
        var screen = RedFlagScreen.Of(Vocabulary.Area("head")!, Library.RedFlags);

        var injury = screen.Questions.Single(q => q.Group == "sudden-or-injury");
        Assert.Equal("head", injury.Flags[0].Area);
        Assert.Contains(injury.Flags, f => f.Area == RedFlag.Anywhere);
        Assert.StartsWith("A sudden headache", injury.Signs[0], StringComparison.Ordinal);
    }

    [Fact]
    public void At_most_eight_are_asked_and_the_most_urgent_first() => Assert.All(Screens, s =>
    {
        Assert.InRange(s.Screen.Questions.Count, 1, RedFlagScreen.MostQuestions);
        Assert.Equal(s.Screen.Questions.OrderBy(q => q.Urgency), s.Screen.Questions);
        Assert.Equal(s.Screen.Questions.OrderBy(q => q.Stage), s.Screen.Questions);
        Assert.All(s.Screen.Questions, q => Assert.Single(q.Flags.Select(f => (f.Stage, f.Urgency, f.Group)).Distinct()));
    });

    [Fact]
    public void A_finer_area_asks_what_its_wide_area_asks() => Assert.All(
        Screens.Where(s => s.Area.Parent is not null),
        s => Assert.Equal(RedFlagScreen.Of(Vocabulary.Area(s.Area.Parent!)!, Library.RedFlags).Questions.Select(q => q.Group), s.Screen.Questions.Select(q => q.Group)));

    [Theory]
    [InlineData("low-back", "cauda-equina", 5, "Loss of bladder or bowel control")]
    [InlineData("foot-and-ankle", "diabetes-foot", 1, "Diabetes with a hot, swollen, discoloured or changed-shape foot, or with a wound, blister or ulcer on the foot")]
    [InlineData("hip-and-groin", "child-hip", 3, "Hip or knee pain with a stiff, turned-out leg")]
    public void A_question_of_several_signs_is_a_list(string area, string group, int count, string sign)
    {
        var question = RedFlagScreen.Of(Vocabulary.Area(area)!, Library.RedFlags).Questions.Single(q => q.Group == group);

        Assert.Equal(count, question.Signs.Count);
        Assert.Contains(sign, question.Signs);
    }

    [Fact]
    public void What_is_asked_about_a_child_says_so() =>
        Assert.Equal("For a child or teenager", RedFlagScreen.Of(Vocabulary.Area("groin")!, Library.RedFlags).Questions.Single(q => q.Group == "child-hip").About);

    [Fact]
    public void Before_a_session_come_the_cautions_of_every_technique_then_its_own_and_a_known_clot()
    {
        var general = RedFlagScreen.Cautions(Library.RedFlags, null);
        var drainage = RedFlagScreen.Cautions(Library.RedFlags, "manual-lymphatic-drainage");

        Assert.All(general, f => Assert.Empty(f.Techniques));
        Assert.Contains(general, f => f.Symptom.StartsWith("Known or suspected blood clot", StringComparison.Ordinal));
        Assert.Contains(drainage, f => f.Symptom.StartsWith("Heart failure", StringComparison.Ordinal));
        Assert.Equal(
            Library.RedFlags.Where(f => f.Stage == RedFlagStage.Booking),
            Library.RedFlags.Where(f => f.Stage == RedFlagStage.Booking && Vocabulary.Techniques.Any(t => RedFlagScreen.Cautions(Library.RedFlags, t.Slug).Contains(f))));
    }
}
