using System.Diagnostics;

namespace PractitionerFinder.Data.Tests.Preparing;

/// <summary>The program itself, run as an operator runs it, in a data folder of its own.</summary>
internal static class SiteProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static string Web => Path.Combine(AppContext.BaseDirectory, "PractitionerFinder.Web.dll");

    public static Process Start(string dataFolder, bool demo, params string[] words)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Web, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
            Environment =
            {
                ["App__DataFolder"] = dataFolder,
                ["Database__Provider"] = "Sqlite",
                ["Demo__Enabled"] = demo ? "true" : "false",
                ["DOTNET_ENVIRONMENT"] = "Production",
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
            },
        };
        return Process.Start(start)!;
    }

    /// <summary>Runs to the end, and answers the exit code and what was said.</summary>
    public static async Task<(int Code, string Output, string Error)> EndAsync(this Process process)
    {
        using (process)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(Patience);
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(patience.Token);
                var error = process.StandardError.ReadToEndAsync(patience.Token);
                await process.WaitForExitAsync(patience.Token);
                return (process.ExitCode, await output, await error);
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                }
            }
        }
    }

    /// <summary>Kills it as soon as a state is seen, and says so when it ended before.</summary>
    public static async Task KillWhenAsync(this Process process, Func<bool> isSeen)
    {
        using (process)
        {
            var began = Stopwatch.GetTimestamp();
            using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
            try
            {
                while (!isSeen())
                {
                    Assert.False(process.HasExited, "The program ended before it could be killed.");
                    Assert.True(Stopwatch.GetElapsedTime(began) < Patience, "The state in which to kill the program was never seen.");
                    await look.WaitForNextTickAsync(TestContext.Current.CancellationToken);
                }
            }
            finally
            {
                process.Kill(entireProcessTree: true);
            }

            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }
}
