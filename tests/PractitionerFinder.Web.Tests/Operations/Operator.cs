using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace PractitionerFinder.Web.Tests.Operations;

/// <summary>
/// Somebody who runs the built program as a process of its own, in Production, with a data folder of their own. The folder, and
/// whatever still runs, goes with the operator.
/// </summary>
public sealed class Operator : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("operator-");
    private readonly List<Serving> servings = [];

    public Operator() => DataFolder = Path.Combine(root.FullName, "data");

    /// <summary>Not there before the program makes it.</summary>
    public string DataFolder { get; set; }

    public string Database => Path.Combine(DataFolder, "finder.db");

    public string PlacesFolder => Path.Combine(DataFolder, "places");

    /// <summary>Environment variables for the program.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>A path beside the data folder.</summary>
    public string PathOf(string name) => Path.Combine(root.FullName, name);

    public string Write(string name, params string[] lines)
    {
        File.WriteAllLines(PathOf(name), lines);
        return PathOf(name);
    }

    /// <summary>Runs the program until it ends.</summary>
    public async Task<Ended> RunAsync(params string[] arguments)
    {
        using var patience = Within();
        using var process = Start(arguments);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new Ended(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    /// <summary>Runs a command that has to succeed.</summary>
    public async Task<string> DoAsync(params string[] arguments)
    {
        var ended = await RunAsync(arguments);
        Assert.True(ended is { Code: 0, Errors: "" }, $"{ended.Code}: {ended.Errors}");
        return ended.Output;
    }

    /// <summary>Starts the site and waits until it answers.</summary>
    public async Task<Serving> ServeAsync()
    {
        using var patience = Within();
        var process = Start("--urls", "http://127.0.0.1:0");
        var serving = new Serving(process);
        servings.Add(serving);
        await serving.WaitForAddressAsync(patience.Token);
        return serving;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var serving in servings)
        {
            await serving.StopAsync();
        }

        root.Delete(recursive: true);
    }

    private static CancellationTokenSource Within()
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        return patience;
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            // Neither the program's folder nor the project's: it runs from wherever it is started.
            WorkingDirectory = root.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment["App__DataFolder"] = DataFolder;
        foreach (var (name, value) in Settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>How a run ended.</summary>
    public sealed record Ended(int Code, string Output, string Errors)
    {
        /// <summary>It ended with this code and one line that holds the words, and showed nothing of its inside.</summary>
        public void AssertRefused(int code, params string[] words)
        {
            Assert.Equal((code, Errors), (Code, Errors));
            Assert.Single(Errors.Trim().Split('\n'));
            Assert.DoesNotContain("Exception", Errors, StringComparison.Ordinal);
            Assert.All(words, word => Assert.Contains(word, Errors, StringComparison.Ordinal));
        }
    }

    /// <summary>The program while it serves.</summary>
    public sealed class Serving(Process process)
    {
        private const string Listening = "Now listening on: ";

        private readonly Task<string> errors = process.StandardError.ReadToEndAsync();
        private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Task? reading;

        public HttpClient Browser { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

        public async Task<JsonElement> AskAsync(string path) =>
            JsonDocument.Parse(await Browser.GetStringAsync(path, TestContext.Current.CancellationToken)).RootElement;

        internal async Task StopAsync()
        {
            Browser.Dispose();
            if (!process.HasExited)
            {
                process.Kill();
            }

            await process.WaitForExitAsync();
            await (reading ?? Task.CompletedTask);
            process.Dispose();
        }

        internal async Task WaitForAddressAsync(CancellationToken cancel)
        {
            reading = ReadAsync();
            var first = await Task.WhenAny(address.Task, reading).WaitAsync(cancel);
            Assert.True(first == address.Task, $"It ended before it served: {(address.Task.IsCompleted ? "" : await errors)}");
            Browser.BaseAddress = await address.Task;
        }

        /// <summary>Reads on to the end: a program whose output nobody takes would stand still.</summary>
        private async Task ReadAsync()
        {
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line.Contains(Listening, StringComparison.Ordinal))
                {
                    address.TrySetResult(new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..]));
                }
            }
        }
    }
}
