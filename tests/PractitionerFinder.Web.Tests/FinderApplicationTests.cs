using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PractitionerFinder.Web.Tests;

/// <summary>What the other tests rely on when they start an application.</summary>
public sealed class FinderApplicationTests
{
    [Fact]
    public async Task Its_data_folder_is_its_own_and_goes_with_it()
    {
        await using var other = new FinderApplication();
        await using var app = new FinderApplication();
        var folder = app.Services.GetRequiredService<IConfiguration>()["App:DataFolder"];
        Assert.True(Directory.Exists(folder));
        Assert.NotEqual(other.DataFolder, folder);

        await app.DisposeAsync();

        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Settings_environment_and_clock_are_as_given()
    {
        var clock = new FixedClock(new(2026, 2, 28, 23, 59, 0, TimeSpan.Zero));
        await using var app = new FinderApplication
        {
            EnvironmentName = "Production",
            Clock = clock,
            Settings = { ["Demo:Enabled"] = "true" },
        };
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True(app.Services.GetRequiredService<IHostEnvironment>().IsProduction());
        Assert.Equal("true", app.Services.GetRequiredService<IConfiguration>()["Demo:Enabled"]);
        Assert.Equal(new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
    }

    [Fact]
    public async Task On_Kestrel_it_answers_at_an_address_of_its_own()
    {
        await using var one = new FinderApplication { OnKestrel = true };
        await using var two = new FinderApplication { OnKestrel = true };
        using var stranger = new HttpClient();

        Assert.NotEqual(one.Address, two.Address);
        Assert.True((await stranger.GetAsync(one.Address, TestContext.Current.CancellationToken)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task On_Kestrel_a_place_of_ten_thousand_letters_gets_our_own_answer()
    {
        await using var app = new FinderApplication { OnKestrel = true };
        using var stranger = new HttpClient { BaseAddress = app.Address };
        var near = "?near=" + new string('a', 10_000);

        using var page = await stranger.GetAsync("/find" + near, TestContext.Current.CancellationToken);
        using var api = await stranger.GetAsync("/api/v1/search" + near, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("first 100 characters", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, api.StatusCode);
        Assert.Contains("near", await api.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_keep_the_words_the_values_and_the_scopes()
    {
        await using var app = new FinderApplication();
        var logger = app.Services.GetRequiredService<ILogger<FinderApplicationTests>>();

        using (logger.BeginScope("of {Journey}", "searching"))
            logger.LogInformation("Looked in {Place}", "Leeds");

        var entry = Assert.Single(app.Logs.Entries, entry => entry.Category == typeof(FinderApplicationTests).FullName);
        Assert.Equal("Looked in Leeds", entry.Message);
        Assert.Contains("Place=Leeds", entry.Values);
        Assert.Contains("Journey=searching", app.Logs.Text, StringComparison.Ordinal);
    }
}
