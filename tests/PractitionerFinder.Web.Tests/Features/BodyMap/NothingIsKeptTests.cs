using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Learn.Screening;
using PractitionerFinder.Web.Shared.Learning;
using PractitionerFinder.Web.Tests.Features.Finder;

namespace PractitionerFinder.Web.Tests.Features.BodyMap;

/// <summary>After a whole journey over the body map nothing that watches the site knows what was answered, nor by whom an area was looked at.</summary>
public sealed class NothingIsKeptTests : IAsyncDisposable
{
    private const string Area = "low-back";
    private const string Address = "203.0.113.77";
    private const string Account = "somebody-at-home";

    private readonly FinderSite site = new();
    private readonly ConcurrentQueue<string> watched = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    /// <summary>On the way to the people the place and the area stand in the address of a search, which is in no log as the site is delivered; the rest is in none at any level.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Logs_traces_metrics_and_files_hold_no_answer_and_no_area_beside_somebody(bool everythingIsLogged)
    {
        if (everythingIsLogged)
        {
            site.Settings["Logging:LogLevel:Default"] = "Debug";
            site.Settings["Logging:LogLevel:Microsoft.AspNetCore"] = "Debug";
            site.Settings["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Debug";
        }

        await site.GivenAsync(new ListingBuilder().WorkingOn(Area));
        using var traces = Traces();
        using var metrics = Metrics();
        var questions = RedFlagScreen.Of(site.Services.GetRequiredService<Vocabulary>().Area(Area)!, site.Services.GetRequiredService<LearnShelf>().Current.RedFlags).Questions;

        var stopped = await SendAsync(questions.Select(q => (q.Group, q == questions[0] ? "yes" : "no")));
        var passed = await SendAsync(questions.Select(q => (q.Group, "no")).Append(("near", "LS6 2AB")));
        if (!everythingIsLogged)
        {
            await site.OpenAsync($"/find?near=LS6+2AB&area={Area}&technique=cupping");
        }

        Assert.Contains("care-now", stopped, StringComparison.Ordinal);
        Assert.Contains($"area={Area}", passed, StringComparison.Ordinal);
        metrics.RecordObservableInstruments();
        var lines = site.Logs.Entries.Select(e => e.ToString()).Concat(watched).ToList();
        Assert.True(!everythingIsLogged || lines.Exists(l => l.Contains("/where-does-it-hurt/", StringComparison.Ordinal)));
        foreach (var question in questions)
        {
            Assert.DoesNotContain(lines, l => l.Contains(question.Group, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(lines, l => l.Contains("2AB", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(lines, l => l.Contains(Area, StringComparison.Ordinal) && (l.Contains(Address, StringComparison.Ordinal) || l.Contains(Account, StringComparison.Ordinal)));
        AssertNoFileHolds(questions.Select(q => q.Group).Append("2AB"));
    }

    private void AssertNoFileHolds(IEnumerable<string> words)
    {
        var files = Directory.GetFiles(site.DataFolder, "*", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            using var bytes = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var text = new StreamReader(bytes, Encoding.Latin1);
            var all = text.ReadToEnd();
            Assert.All(words, word => Assert.False(all.Contains(word, StringComparison.Ordinal), $"{Path.GetFileName(file)} holds {word}."));
        }
    }

    private ActivityListener Traces()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => watched.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Baggage)}"),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private MeterListener Metrics()
    {
        var listener = new MeterListener { InstrumentPublished = (instrument, l) => l.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<long>((i, _, tags, _) => Note(i, tags));
        listener.SetMeasurementEventCallback<int>((i, _, tags, _) => Note(i, tags));
        listener.SetMeasurementEventCallback<double>((i, _, tags, _) => Note(i, tags));
        listener.Start();
        return listener;

        void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var line = new StringBuilder(instrument.Name);
            foreach (var (key, value) in tags)
            {
                line.Append(' ').Append(key).Append('=').Append(value);
            }

            watched.Enqueue(line.ToString());
        }
    }

    private async Task<string> SendAsync(IEnumerable<(string Name, string Value)> fields)
    {
        var form = Encoding.ASCII.GetBytes(string.Join('&', fields.Append(("_handler", "check")).Select(f => $"{f.Item1}={Uri.EscapeDataString(f.Item2)}")));
        var answered = await site.Server.SendAsync(
            context =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(Address);
                context.Request.Method = HttpMethods.Post;
                context.Request.Path = $"/where-does-it-hurt/{Area}";
                context.Request.Headers.Cookie = $".AspNetCore.Identity.Application={Account}";
                context.Request.ContentType = "application/x-www-form-urlencoded";
                context.Request.ContentLength = form.Length;
                context.Request.Body = new MemoryStream(form);
            },
            Cancel);
        Assert.Equal(StatusCodes.Status200OK, answered.Response.StatusCode);
        using var reader = new StreamReader(answered.Response.Body);
        return await reader.ReadToEndAsync(Cancel);
    }
}
