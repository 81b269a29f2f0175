using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PractitionerFinder.TestKit;

/// <summary>A server of lines on a free loopback port, which can go away and come back.</summary>
public abstract class LoopbackServer : IAsyncDisposable
{
    private readonly ConcurrentBag<Task> conversations = [];
    private TcpListener listener = new(IPAddress.Loopback, 0);
    private CancellationTokenSource open = new();

    protected LoopbackServer()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync(listener, open.Token);
    }

    public int Port { get; }

    /// <summary>Goes away: nobody listens, and who is being talked to is left in the middle of a word.</summary>
    public async Task LeaveAsync()
    {
        await open.CancelAsync();
        listener.Stop();
        await Task.WhenAll(conversations);
    }

    /// <summary>Comes back to where it was.</summary>
    public void Return()
    {
        open.Dispose();
        open = new();
        listener = new(IPAddress.Loopback, Port);
        listener.Start();
        _ = AcceptAsync(listener, open.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await LeaveAsync();
        listener.Dispose();
        open.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>One conversation, from the greeting on.</summary>
    protected abstract Task TalkAsync(StreamReader reader, StreamWriter writer, CancellationToken cancel);

    private async Task AcceptAsync(TcpListener from, CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                conversations.Add(TalkAsync(await from.AcceptTcpClientAsync(cancel), cancel));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It has left.
        }
    }

    private async Task TalkAsync(TcpClient client, CancellationToken cancel)
    {
        using var connection = client;
        try
        {
            await using var stream = connection.GetStream();

            // Latin-1 gives every byte back as it came.
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.Latin1) { AutoFlush = true, NewLine = "\r\n" };
            await TalkAsync(reader, writer, cancel);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // One of the two has gone.
        }
    }
}
