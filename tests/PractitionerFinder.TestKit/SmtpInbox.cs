using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using MimeKit;

namespace PractitionerFinder.TestKit;

/// <summary>
/// A mail server on a free loopback port, as small as a real exchange allows (RFC 5321): what arrives is read from its bytes. It takes
/// everything until it is told to refuse.
/// </summary>
public sealed class SmtpInbox : LoopbackServer
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Channel<MimeMessage> arrived = Channel.CreateUnbounded<MimeMessage>();
    private readonly ConcurrentQueue<string> commands = new();

    /// <summary>The answer to a command such as <c>RCPT TO:&lt;…&gt;</c> or to the end of the data (<c>.</c>), if it is not the usual one.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    /// <summary>Is waited for before the end of the data is answered: the mail has been taken, and the client does not know.</summary>
    public Func<Task> BeforeLastWord { get; set; } = () => Task.CompletedTask;

    /// <summary>Every line that a client has said outside the data.</summary>
    public IReadOnlyList<string> Commands => [.. commands];

    /// <summary>The user and the password that a client has given, if it gave any.</summary>
    public (string User, string Password)? Login { get; private set; }

    /// <summary>The longest line of what has arrived, in bytes.</summary>
    public int LongestLine { get; private set; }

    /// <summary>Lets an application hand its mails over here.</summary>
    public void TakeMailsOf(FinderApplication application)
    {
        application.Settings["Mail:From"] = "PractitionerFinder <no-reply@finder.example>";
        application.Settings["Mail:Smtp:Host"] = "127.0.0.1";
        application.Settings["Mail:Smtp:Port"] = $"{Port}";
        application.Settings["Mail:Smtp:Security"] = "None";
    }

    /// <summary>The next mail that arrives, or that has arrived and was not asked for yet.</summary>
    /// <exception cref="TimeoutException">None has come for a long time.</exception>
    public Task<MimeMessage> NextAsync(CancellationToken cancel) => arrived.Reader.ReadAsync(cancel).AsTask().WaitAsync(Patience, cancel);

    /// <summary>Whether every mail that has arrived was asked for.</summary>
    public bool IsEmpty => arrived.Reader.Count == 0;

    protected override async Task TalkAsync(StreamReader reader, StreamWriter writer, CancellationToken cancel)
    {
        await writer.WriteLineAsync("220 inbox.example ESMTP");
        while (await reader.ReadLineAsync(cancel) is { } line)
        {
            commands.Enqueue(line);
            var answer = Answer(line) ?? Usual(line);
            await writer.WriteLineAsync(answer.AsMemory(), cancel);
            if (answer.StartsWith("221", StringComparison.Ordinal) || answer.StartsWith("421", StringComparison.Ordinal))
            {
                return;
            }

            if (answer.StartsWith("354", StringComparison.Ordinal))
            {
                await TakeAsync(reader, writer, cancel);
            }
        }
    }

    private string Usual(string line)
    {
        switch (line.Split(' ')[0].ToUpperInvariant())
        {
            case "EHLO":
                return "250-inbox.example\r\n250-AUTH PLAIN\r\n250 PIPELINING";
            case "AUTH":
                var words = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[^1])).Split('\0');
                Login = (words[1], words[2]);
                return "235 Welcome";
            case "DATA":
                return "354 Go on";
            case "QUIT":
                return "221 Goodbye";
            case "HELO" or "MAIL" or "RCPT" or "RSET" or "NOOP":
                return "250 Fine";
            default:
                return "502 Not known here";
        }
    }

    private async Task TakeAsync(StreamReader reader, StreamWriter writer, CancellationToken cancel)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(cancel) is { } line)
        {
            if (line != ".")
            {
                LongestLine = Math.Max(LongestLine, line.Length);

                // A point that the client has put before another is taken away (RFC 5321, 4.5.2).
                text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
                continue;
            }

            var answer = Answer(".") ?? "250 Taken";
            if (answer.StartsWith('2'))
            {
                using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
                await arrived.Writer.WriteAsync(await MimeMessage.LoadAsync(bytes, cancel), cancel);
            }

            await BeforeLastWord().WaitAsync(cancel);

            await writer.WriteLineAsync(answer.AsMemory(), cancel);
            return;
        }
    }
}
