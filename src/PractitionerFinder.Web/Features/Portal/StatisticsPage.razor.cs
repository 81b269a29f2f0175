using System.Globalization;
using Microsoft.AspNetCore.Components;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>How often a listing was shown and looked at, week by week, for those who keep it.</summary>
public sealed partial class StatisticsPage
{
    private Workbook? book;
    private ReadStatistics.Result? result;

    [Parameter]
    public long Id { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ReadWorkbook Read { get; set; } = default!;

    [Inject]
    private ReadStatistics Statistics { get; set; } = default!;

    private string Newest
    {
        get
        {
            var week = result!.Weeks.FirstOrDefault(w => w.IsOver) ?? result.Weeks[0];
            return $"Shown in {Times(week.Shown, "search", "searches")} in the week from {week.From.InWords()}{(week.IsOver ? "" : ", so far")}. Your page was opened {Often(week.Views)}, and {Often(week.Contacts)} somebody wanted to reach you.";
        }
    }

    private IEnumerable<(string Title, IReadOnlyList<(DateOnly From, int Value)> Values)> Plots =>
    [
        ("Shown in results", ByWeek(w => w.Shown)),
        ("Page opened", ByWeek(w => w.Views)),
        ("Wanted to reach you", ByWeek(w => w.Contacts)),
    ];

    private string ShareWords => string.Create(
        CultureInfo.InvariantCulture,
        $"The searches that showed you{Since} had room for {result!.Room:#,0} names in all. {result.Shown:#,0} of them {(result.Shown == 1 ? "was" : "were")} yours ({Percent(result.Shown)}). If everybody whom those searches found had been shown equally often, {result.Equal:#,0.#} would have been ({Percent(result.Equal)}).");

    private string Since => $" since {result!.Weeks[^1].From.InWords()}";

    protected override async Task OnInitializedAsync()
    {
        book = await Read.RunAsync(Id, Http.User.AccountId()!.Value, Http.RequestAborted);
        if (book is null)
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        result = await Statistics.RunAsync(Id, Http.RequestAborted);
    }

    private IReadOnlyList<(DateOnly, int)> ByWeek(Func<ReadStatistics.Week, int> value) => [.. result!.Weeks.Reverse().Select(w => (w.From, value(w)))];

    private string Percent(double part) => (part / result!.Room).ToString("0.#%", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Times(int number, string one, string many) => $"{Number(number)} {(number == 1 ? one : many)}";

    private static string Often(int number) => number switch { 0 => "never", 1 => "once", 2 => "twice", _ => $"{Number(number)} times" };
}
