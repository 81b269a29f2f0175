using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PractitionerFinder.TestKit;

/// <summary>Everything an application has logged, at the levels its own configuration lets through.</summary>
public sealed class CapturedLogs : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<Entry> entries = new();
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public IReadOnlyList<Entry> Entries => [.. entries];

    /// <summary>Every entry in full: what a sink that keeps values, scopes and exceptions would write down.</summary>
    public string Text => string.Join('\n', entries);

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose() { }

    public sealed record Entry(LogLevel Level, string Category, string Message, IReadOnlyList<string> Values, Exception? Exception)
    {
        public override string ToString() => $"{Level} {Category}: {Message} [{string.Join(", ", Values)}] {Exception}".TrimEnd();
    }

    private sealed class Logger(CapturedLogs logs, string category) : ILogger
    {
        public IDisposable BeginScope<TState>(TState state) where TState : notnull => logs.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = new List<string>();
            logs.scopes.ForEachScope((scope, into) => into.AddRange(Values(scope)), values);
            values.AddRange(Values(state));
            logs.entries.Enqueue(new(logLevel, category, formatter(state, exception), values, exception));
        }

        private static IEnumerable<string> Values(object? state) => state switch
        {
            IEnumerable<KeyValuePair<string, object?>> pairs => pairs.Where(pair => pair.Key != "{OriginalFormat}").Select(pair => $"{pair.Key}={pair.Value}"),
            null => [],
            _ => [$"{state}"],
        };
    }
}
