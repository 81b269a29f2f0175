using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;
using PractitionerFinder.Data.Accounts;

namespace PractitionerFinder.EndToEnd.Tests.Journeys;

/// <summary>A site with a listing and somebody who keeps it.</summary>
internal static class KeptSite
{
    public const string Email = "amira@people.example";

    private const string Password = "ferry meadow lantern 9";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Makes the account and answers the number of the listing.</summary>
    public static async Task<long> GivenAsync(FinderApplication app, ListingBuilder builder)
    {
        var listing = (await app.GivenAsync(builder))[0].Id;
        await using var scope = app.Services.CreateAsyncScope();
        var amira = new Account("Amira Holt", Email, DateTime.UtcNow) { EmailConfirmed = true };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(amira, Password)).Succeeded);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<FinderDbContext>>().CreateDbContextAsync(Cancel);
        db.Members.Add(new ListingMember(listing, amira.Id, MemberRole.Owner, DateTime.UtcNow));
        await db.SaveChangesAsync(Cancel);
        return listing;
    }

    /// <summary>Opens a page of the portal by way of signing in.</summary>
    public static async Task SignInAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.Locator("#Email").FillAsync(Email);
        await page.Locator("#Password").FillAsync(Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("/portal/", StringComparison.Ordinal) && !url.Contains("sign-in", StringComparison.Ordinal));
    }

    /// <summary>Waits until keys reach the server.</summary>
    public static Task LiveAsync(IPage page) => Expect(page.Locator("draft-keeper[data-live]")).ToBeAttachedAsync();

    /// <summary>Waits until what a field holds is on disk.</summary>
    public static Task SavedAsync(IPage page, string field, string words) => Expect(page.Locator(field)).ToHaveAttributeAsync("data-saved", words);
}

/// <summary>The site as a process of its own, which can be killed as an operating system kills: at once, without a word.</summary>
internal sealed class KillableSite(string dataFolder) : IAsyncDisposable
{
    private static readonly string Program = typeof(FinderDbContext).Assembly.Location.Replace("PractitionerFinder.Data.dll", "PractitionerFinder.Web.dll", StringComparison.Ordinal);

    private Process? process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Program, "--urls", Address.ToString()]) { WorkingDirectory = Path.GetDirectoryName(Program), RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["App__DataFolder"] = dataFolder;
        start.Environment["Demo__Enabled"] = "false";
        start.Environment["Site__PublicUrl"] = Address.ToString();
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var browser = new HttpClient { BaseAddress = Address };
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var answer = await browser.GetAsync("/health/live", TestContext.Current.CancellationToken);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException) when (tries < 300 && !process.HasExited)
            {
            }

            Assert.True(tries < 300 && !process.HasExited, "The site did not start.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
            await KillAsync();
        process?.Dispose();
    }

    /// <summary>Copies the database of an application that has been filled.</summary>
    public static async Task CopyAsync(FinderApplication from, string to)
    {
        await using var source = new SqliteConnection($"Data Source={Path.Combine(from.DataFolder, "finder.db")};Mode=ReadOnly");
        await using var target = new SqliteConnection($"Data Source={Path.Combine(to, "finder.db")};Pooling=False");
        await source.OpenAsync(TestContext.Current.CancellationToken);
        await target.OpenAsync(TestContext.Current.CancellationToken);
        source.BackupDatabase(target);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
