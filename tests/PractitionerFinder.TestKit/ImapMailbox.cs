using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

namespace PractitionerFinder.TestKit;

/// <summary>
/// A mailbox on a free loopback port, as small as a program that reads reports needs it (RFC 3501 with UIDPLUS). It has one folder and one user.
/// </summary>
public sealed partial class ImapMailbox : LoopbackServer
{
    public const string User = "bounces@finder.example";
    public const string Password = "open sesame";

    private readonly Lock changing = new();
    private readonly List<Held> messages = [];
    private readonly ConcurrentQueue<string> commands = new();
    private int lastUid;

    /// <summary>A message that lies there.</summary>
    /// <param name="Text">It as it came.</param>
    /// <param name="IsSeen">Whether it counts as read.</param>
    public sealed record Message(string Text, bool IsSeen);

    /// <summary>What lies there, the oldest first.</summary>
    public IReadOnlyList<Message> Messages
    {
        get
        {
            lock (changing)
            {
                return [.. messages.Select(m => new Message(m.Text, m.Flags.Contains("\\Seen")))];
            }
        }
    }

    /// <summary>Every line that a client has said.</summary>
    public IReadOnlyList<string> Commands => [.. commands];

    /// <summary>Is called before a message is fetched.</summary>
    public Action BeforeFetch { get; set; } = () => { };

    /// <summary>Puts a message there.</summary>
    public void Put(string text)
    {
        lock (changing)
        {
            messages.Add(new Held(++lastUid, text.ReplaceLineEndings("\r\n"), []));
        }
    }

    /// <summary>Takes every message away.</summary>
    public void Clear()
    {
        lock (changing)
        {
            messages.Clear();
        }
    }

    /// <summary>Lets an application read its reports here.</summary>
    public void TellOfMailsOf(FinderApplication application)
    {
        application.Settings["Mail:Bounces:Host"] = "127.0.0.1";
        application.Settings["Mail:Bounces:Port"] = $"{Port}";
        application.Settings["Mail:Bounces:Security"] = "None";
        application.Settings["Mail:Bounces:User"] = User;
        application.Settings["Mail:Bounces:Password"] = Password;
    }

    /// <summary>What a mail server writes of a mail that it had taken (RFC 3464).</summary>
    /// <param name="messageId">The mail's.</param>
    /// <param name="reader">Whom it was to.</param>
    /// <param name="returned">As what its head comes back: <c>text/rfc822-headers</c> or <c>message/rfc822</c>.</param>
    /// <param name="actions">What became of it, for each reader behind the address: <c>failed</c>, <c>delayed</c> and so on.</param>
    public static string Report(string messageId, string reader, string returned, params IEnumerable<string> actions) =>
        $"""
        Return-Path: <>
        From: MAILER-DAEMON@mx.practice.example
        To: {User}
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <20260615120100.4F1@mx.practice.example>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
            boundary="part"

        --part
        Content-Type: text/plain; charset=us-ascii

        The mail to {reader} could not be delivered.

        --part
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.practice.example
        Arrival-Date: Mon, 15 Jun 2026 12:00:00 +0000

        {string.Join("\n\n", actions.Select(action => $"Final-Recipient: rfc822; {reader}\nAction: {action}\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 <{reader}> is not known here"))}

        --part
        Content-Type: {returned}

        From: PractitionerFinder <no-reply@finder.example>
        To: {reader}
        Subject: Hello
        Message-ID: <{messageId}>

        --part--

        """;

    protected override async Task TalkAsync(StreamReader reader, StreamWriter writer, CancellationToken cancel)
    {
        await writer.WriteLineAsync("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR UIDPLUS] Welcome");
        while (await reader.ReadLineAsync(cancel) is { } line)
        {
            commands.Enqueue(line);
            var (tag, command) = Split(line);
            var (name, rest) = Split(command);
            if (name.Equals("UID", StringComparison.OrdinalIgnoreCase))
            {
                (name, rest) = Split(rest);
                name = $"UID {name}";
            }

            await writer.WriteAsync($"{Answer(name.ToUpperInvariant(), rest, tag)}\r\n".AsMemory(), cancel);
            if (name.Equals("LOGOUT", StringComparison.OrdinalIgnoreCase))
            {
                return;
            }
        }
    }

    private string Answer(string name, string rest, string tag)
    {
        lock (changing)
        {
            return name switch
            {
                "CAPABILITY" => $"* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR UIDPLUS\r\n{tag} OK Done",
                "AUTHENTICATE" => IsRight(rest) ? $"{tag} OK [CAPABILITY IMAP4rev1 UIDPLUS] Come in" : $"{tag} NO [AUTHENTICATIONFAILED] {User} is not to come in",
                "LIST" => rest.EndsWith("INBOX", StringComparison.OrdinalIgnoreCase) || rest.EndsWith("\"INBOX\"", StringComparison.OrdinalIgnoreCase)
                    ? $"* LIST (\\HasNoChildren) \"/\" \"INBOX\"\r\n{tag} OK Done" : $"* LIST (\\Noselect) \"/\" \"\"\r\n{tag} OK Done",
                "SELECT" => $"* FLAGS (\\Seen \\Deleted)\r\n* {messages.Count} EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 1] Valid\r\n* OK [UIDNEXT {lastUid + 1}] Next\r\n"
                    + $"* OK [PERMANENTFLAGS (\\Seen \\Deleted)] Kept\r\n{tag} OK [READ-WRITE] Done",
                "UID SEARCH" => $"* SEARCH{string.Concat(Search(rest).Select(uid => $" {uid}"))}\r\n{tag} OK Done",
                "UID FETCH" => $"{Fetch(rest)}{tag} OK Done",
                "UID STORE" => $"{Store(rest)}{tag} OK Done",
                "UID EXPUNGE" => $"{Expunge(rest)}{tag} OK Done",
                "LOGOUT" => $"* BYE Goodbye\r\n{tag} OK Done",
                "NOOP" or "CLOSE" or "UNSELECT" => $"{tag} OK Done",
                _ => $"{tag} BAD Not known here",
            };
        }
    }

    private static bool IsRight(string plain)
    {
        var words = Encoding.UTF8.GetString(Convert.FromBase64String(plain.Split(' ')[^1])).Split('\0');
        return words is [_, User, Password];
    }

    private List<int> Search(string terms)
    {
        var header = HeaderTerm().Match(terms);
        var isUnseen = terms.Contains("UNSEEN", StringComparison.Ordinal);
        var size = SizeTerm().Match(terms) is { Success: true } most ? int.Parse(most.Groups[1].Value, CultureInfo.InvariantCulture) : int.MaxValue;
        return [.. messages.Where(m => !(isUnseen && m.Flags.Contains("\\Seen")) && m.Text.Length < size
            && (!header.Success || HeaderOf(m.Text, header.Groups[1].Value).Contains(header.Groups[2].Value, StringComparison.OrdinalIgnoreCase))).Select(m => m.Uid)];
    }

    private string Fetch(string rest)
    {
        BeforeFetch();
        var at = IndexOf(rest);
        return at < 0 ? "" : $"* {at + 1} FETCH (UID {messages[at].Uid} BODY[] {{{messages[at].Text.Length}}}\r\n{messages[at].Text})\r\n";
    }

    private string Store(string rest)
    {
        var at = IndexOf(rest);
        if (at >= 0)
        {
            messages[at].Flags.Add(rest.Contains("\\Deleted", StringComparison.Ordinal) ? "\\Deleted" : "\\Seen");
        }

        return "";
    }

    private string Expunge(string rest)
    {
        var at = IndexOf(rest);
        if (at < 0 || !messages[at].Flags.Contains("\\Deleted"))
        {
            return "";
        }

        messages.RemoveAt(at);
        return $"* {at + 1} EXPUNGE\r\n";
    }

    private int IndexOf(string rest) => messages.FindIndex(m => m.Uid == int.Parse(Split(rest).First, CultureInfo.InvariantCulture));

    private static string HeaderOf(string text, string name)
    {
        using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(text));
        return HeaderList.Load(bytes)[name] ?? "";
    }

    private static (string First, string Left) Split(string line) => line.Split(' ', 2) is [var first, var rest] ? (first, rest) : (line, "");

    [GeneratedRegex("HEADER \"?([^ \"]+)\"? \"?([^ \"]+)\"?")]
    private static partial Regex HeaderTerm();

    [GeneratedRegex("SMALLER ([0-9]+)")]
    private static partial Regex SizeTerm();

    private sealed record Held(int Uid, string Text, HashSet<string> Flags);
}
