using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Learn.Screening;
using PractitionerFinder.Web.Shared.Learning;
using PractitionerFinder.Web.Tests.Features.Finder;

namespace PractitionerFinder.Web.Tests.Features.BodyMap;

public sealed class AreaPageTests : IAsyncDisposable
{
    private const string LowBack = "/where-does-it-hurt/low-back";

    // What leads to somebody or to what they do.
    private const string WaysOn = "main a[href^='/find'], main a[href^='/practitioners'], main a[href^='/techniques'], main a[href^='/conditions'], main a[href^='/self-care'], main input[name=near]";

    private readonly FinderSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IReadOnlyList<RedFlag> Flags => site.Services.GetRequiredService<LearnShelf>().Current.RedFlags;

    private Vocabulary Vocabulary => site.Services.GetRequiredService<Vocabulary>();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Every_area_every_question_and_every_answer_stops_or_leads_on()
    {
        var said = new HashSet<RedFlag>();
        foreach (var area in Vocabulary.Areas)
        {
            var questions = RedFlagScreen.Of(area, Flags).Questions;
            var asked = await site.OpenAsync($"/where-does-it-hurt/{area.Slug}");
            Assert.Empty(asked.QuerySelectorAll(WaysOn));
            Assert.Empty(asked.QuerySelectorAll("form input[checked]"));
            Assert.Equal(questions.Select(q => q.Group), asked.QuerySelectorAll("input[value=yes]").Select(i => i.GetAttribute("name")));
            Assert.Equal(questions.Select(q => q.Group), asked.QuerySelectorAll("input[value=no]").Select(i => i.GetAttribute("name")));

            AssertLeadsOn(await AnswerAsync(area.Slug, questions, yes: null), area, cards: 0);
            foreach (var question in questions)
            {
                var page = await AnswerAsync(area.Slug, questions, question);
                if (question.Stage == RedFlagStage.Stop)
                {
                    AssertStops(page, questions, question);
                }
                else
                {
                    AssertLeadsOn(page, area, cards: 1);
                }

                var words = page.QuerySelector(".care")!.TextContent;
                Assert.All(question.Flags, f => Assert.Contains(f.Why[1..], words, StringComparison.Ordinal));
                said.UnionWith(question.Flags);
            }
        }

        Assert.Equal(Flags.Where(f => f.Stage != RedFlagStage.Booking), Flags.Where(said.Contains));
    }

    [Fact]
    public async Task A_stop_stands_whatever_else_is_left_out_or_answered()
    {
        var questions = RedFlagScreen.Of(Vocabulary.Area("low-back")!, Flags).Questions;

        var page = await SendAsync(LowBack, [new("cauda-equina", "yes"), new("see-gp", "yes"), new("near", "Leeds")]);

        AssertStops(page, questions, questions.Single(q => q.Group == "cauda-equina"));
    }

    [Fact]
    public async Task What_was_pressed_by_mistake_can_be_changed_and_checked_again()
    {
        var questions = RedFlagScreen.Of(Vocabulary.Area("low-back")!, Flags).Questions;
        var stopped = await AnswerAsync("low-back", questions, questions[1]);

        // As a browser would send it: what is shown, with the one answer changed, and what was answered further down.
        var fields = stopped.QuerySelectorAll("main form.screen input").Where(i => i.GetAttribute("type") == "hidden" || i.HasAttribute("checked"))
            .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("name") == questions[1].Group ? "no" : i.GetAttribute("value")!));

        AssertLeadsOn(await SendAsync(LowBack, fields), Vocabulary.Area("low-back")!, cards: 0);
    }

    [Fact]
    public async Task A_question_left_out_is_asked_for_beside_it_and_what_was_answered_stays()
    {
        var questions = RedFlagScreen.Of(Vocabulary.Area("low-back")!, Flags).Questions;

        var page = await SendAsync(LowBack, [new(questions[0].Group, "no"), new(questions[2].Group, "perhaps")]);

        Assert.Equal(questions.Count - 1, page.QuerySelectorAll("fieldset .error").Length);
        Assert.Equal("no", page.QuerySelector($"input[name='{questions[0].Group}'][checked]")?.GetAttribute("value"));
        Assert.All(page.QuerySelectorAll(".error-summary a"), a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")!.Split('#')[1])));
        Assert.Empty(page.QuerySelectorAll(WaysOn));
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_address_leads_past_the_questions()
    {
        var answers = string.Join('&', RedFlagScreen.Of(Vocabulary.Area("low-back")!, Flags).Questions.Select(q => $"{q.Group}=no"));

        var page = await site.OpenAsync($"{LowBack}?{answers}&near=Leeds&_handler=check");

        Assert.Empty(page.QuerySelectorAll(WaysOn));
        Assert.Empty(page.QuerySelectorAll("form input[checked]"));
    }

    [Fact]
    public async Task The_questions_are_the_same_for_everybody_and_the_answer_is_kept_by_nobody()
    {
        using var asked = await site.Browser.GetAsync(LowBack, Cancel);
        using var answered = await site.Browser.PostAsync(LowBack, Form([new("cauda-equina", "yes")]), Cancel);

        Assert.True(asked.Headers.CacheControl?.Public);
        Assert.NotNull(asked.Headers.ETag);
        Assert.False(asked.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        Assert.True(answered.Headers.CacheControl?.NoStore);
        Assert.False(answered.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Behind_the_questions_stand_people_near_a_place_by_technique()
    {
        await site.GivenAsync(
            new ListingBuilder().At("amira").Offering("cupping").WorkingOn("low-back"),
            new ListingBuilder().At("bela").Offering("cupping").WorkingOn("buttock"),
            new ListingBuilder().At("cleo").Offering("cupping").WorkingOn("knee"));
        var questions = RedFlagScreen.Of(Vocabulary.Area("low-back")!, Flags).Questions;

        var page = await AnswerAsync("low-back", questions, yes: null, near: "Leeds");

        var cupping = page.QuerySelectorAll("main a[href*='technique=cupping']").Single();
        Assert.StartsWith("2 people near Leeds", cupping.TextContent, StringComparison.Ordinal);
        var results = await site.OpenAsync(cupping.GetAttribute("href")!);
        Assert.Equal(["/practitioners/amira", "/practitioners/bela"], results.QuerySelectorAll(".cards h2 a, .cards .title a, .cards h3 a").Select(a => a.GetAttribute("href")).Distinct().Order());
        Assert.Contains("area=low-back", cupping.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_nobody_knows_is_said_and_the_answers_stay()
    {
        var questions = RedFlagScreen.Of(Vocabulary.Area("low-back")!, Flags).Questions;

        var page = await AnswerAsync("low-back", questions, yes: null, near: "Qqzzxyy");

        Assert.Contains("We do not know “Qqzzxyy”", page.QuerySelector("#near-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(questions.Count, page.QuerySelectorAll(".near-form input[value=no]").Length);
    }

    [Fact]
    public async Task Only_hints_with_a_source_are_shown_and_no_muscle_for_pain_all_over()
    {
        var shoulder = await AnswerAsync("shoulder", RedFlagScreen.Of(Vocabulary.Area("shoulder")!, Flags).Questions, yes: null);
        var everywhere = await AnswerAsync("whole-body", RedFlagScreen.Of(Vocabulary.Area("whole-body")!, Flags).Questions, yes: null);

        var words = shoulder.QuerySelector(".muscles")!.TextContent;
        Assert.Contains("Is it hard to take the arm back as if to throw a ball?", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Does reaching behind your back hurt", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Pectoralis minor", words, StringComparison.Ordinal);
        Assert.Contains("They are not a diagnosis", shoulder.QuerySelector(".involved")!.TextContent, StringComparison.Ordinal);
        Assert.Null(everywhere.QuerySelector(".muscles"));
        Assert.NotEmpty(everywhere.QuerySelectorAll(WaysOn));
    }

    [Theory]
    [InlineData("GB", "Call 999 or go to A&E now", "999; 112")]
    [InlineData("ie", "Call 112 or go to an emergency department now", "112; 999")]
    [InlineData("US", "Call 911 or go to an emergency department now", "911")]
    [InlineData("", "Call the emergency number or go to an emergency department now", "999; 112; 911; 000; 111")]
    [InlineData("JP", "Call the emergency number or go to an emergency department now", "999; 112; 911; 000; 111")]
    public async Task The_card_names_the_numbers_of_the_country_in_the_address(string country, string heading, string numbers)
    {
        var page = await SendAsync($"{LowBack}?country={country}", [new("cauda-equina", "yes")]);

        Assert.Equal(country is "GB" or "ie" or "US" ? country.ToUpperInvariant() : null, page.QuerySelector("main form.screen")!.GetAttribute("action")!.Split(["country=", "#"], StringSplitOptions.None) is [_, var kept, _] ? kept : null);
        Assert.Equal(heading, page.QuerySelector(".care-now h2")!.TextContent.Trim());
        Assert.Equal(numbers, string.Join("; ", page.QuerySelectorAll(".care a[href^='tel:']").Select(a => a.GetAttribute("href")![4..])));
    }

    [Fact]
    public async Task Another_spelling_of_an_area_leads_to_it_and_an_unknown_one_to_nothing()
    {
        using var spelled = await site.Browser.GetAsync("/where-does-it-hurt/Low-Back", Cancel);
        using var unknown = await site.Browser.GetAsync("/where-does-it-hurt/nothing", Cancel);
        using var sent = await site.Browser.PostAsync("/where-does-it-hurt/nothing", Form([]), Cancel);

        Assert.Equal((HttpStatusCode.MovedPermanently, LowBack), (spelled.StatusCode, spelled.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.InRange((int)sent.StatusCode, 400, 404);
    }

    private static void AssertStops(IDocument page, IReadOnlyList<ScreenQuestion> questions, ScreenQuestion at)
    {
        Assert.Empty(page.QuerySelectorAll(WaysOn));
        Assert.Single(page.QuerySelectorAll("main .care"));
        Assert.NotEmpty(page.QuerySelectorAll("main .care a[href^='tel:']"));
        Assert.NotNull(page.QuerySelector("main .care a[href='/emergency-numbers']"));
        Assert.Equal(questions.TakeWhile(q => q != at).Append(at).Select(q => q.Group), page.QuerySelectorAll("main input[value=yes][type=radio]").Select(i => i.GetAttribute("name")));
        Assert.Contains("Check again", page.QuerySelector("main .screen button[type=submit]")!.TextContent, StringComparison.Ordinal);
    }

    private static void AssertLeadsOn(IDocument page, BodyArea area, int cards)
    {
        Assert.Equal(cards, page.QuerySelectorAll("main .care").Length);
        Assert.NotEmpty(page.QuerySelectorAll($"main a[href^='/find?'][href*='area={area.Slug}'][href*='technique=']"));
        Assert.NotEmpty(page.QuerySelectorAll("main .cautions li"));
    }

    private Task<IDocument> AnswerAsync(string area, IReadOnlyList<ScreenQuestion> questions, ScreenQuestion? yes, string? near = null) => SendAsync(
        $"/where-does-it-hurt/{area}",
        questions.Select(q => KeyValuePair.Create(q.Group, q == yes ? "yes" : "no")).Concat(near is null ? [] : [KeyValuePair.Create("near", near)]));

    private async Task<IDocument> SendAsync(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var answer = await site.Browser.PostAsync(address, Form(fields), Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel);
    }

    private static FormUrlEncodedContent Form(IEnumerable<KeyValuePair<string, string>> fields) => new(fields.Where(f => f.Key != "_handler").Append(new("_handler", "check")));
}
