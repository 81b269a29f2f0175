using System.Net;
using System.Net.Sockets;
using System.Text;
using PractitionerFinder.Core.Listings.Claims;

namespace PractitionerFinder.Web.Features.Claims;

/// <summary>
/// Reads the file by which somebody shows that a website is theirs. A stranger chose the host, so it goes by https alone, to public addresses
/// alone, nowhere but to that host and its name with or without www, for a few seconds and a few kilobytes. Nothing of it is logged.
/// </summary>
public sealed class PracticeFile : IPracticeFile, IDisposable
{
    /// <summary>Most bytes of a file.</summary>
    public const int MostBytes = 4 * 1024;

    /// <summary>How long all of it may take.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private const int MostRedirects = 2;
    private const int HttpsPort = 443;
    private const string Www = "www.";

    private readonly HttpMessageInvoker client;

    public PracticeFile()
        : this(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,

            // What connects must be what looks at the address.
            UseProxy = false,
            ConnectCallback = ConnectAsync,
            ConnectTimeout = Longest,

            // The next look asks for the address anew.
            PooledConnectionLifetime = TimeSpan.Zero,
            MaxResponseHeadersLength = 16,
            ActivityHeadersPropagator = null,
        })
    {
    }

    /// <summary>With another way to answers than the network, for tests.</summary>
    public PracticeFile(HttpMessageHandler handler) => client = new HttpMessageInvoker(handler);

    public async Task<string?> ReadAsync(string host, CancellationToken cancel)
    {
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        within.CancelAfter(Longest);
        try
        {
            return await FollowAsync(host, within.Token);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or SocketException || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>Connects to a host by an address that was looked at; the name is not asked for a second time, which could give another answer.</summary>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel) => await ConnectAsync(context.DnsEndPoint, cancel);

    /// <inheritdoc cref="ConnectAsync(SocketsHttpConnectionContext, CancellationToken)"/>
    public static async Task<Stream> ConnectAsync(DnsEndPoint to, CancellationToken cancel)
    {
        var addresses = await Dns.GetHostAddressesAsync(to.Host, cancel);
        if (addresses.Length == 0 || !addresses.All(PublicNetworks.Contain))
        {
            throw new HttpRequestException("The host has an address outside the public internet, or none.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, to.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<string?> FollowAsync(string host, CancellationToken cancel)
    {
        var address = new UriBuilder(Uri.UriSchemeHttps, host, HttpsPort, PracticeWebsite.Path).Uri;
        for (var step = 0; step <= MostRedirects; step++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("User-Agent", "PractitionerFinder (claims)");
            using var answer = await client.SendAsync(request, cancel);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                return await ReadAsync(answer.Content, cancel);
            }

            if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } location
                || Next(address, location, host) is not { } next)
            {
                return null;
            }

            address = next;
        }

        return null;
    }

    private static async Task<string?> ReadAsync(HttpContent content, CancellationToken cancel)
    {
        await using var stream = await content.ReadAsStreamAsync(cancel);
        var bytes = new byte[MostBytes + 1];
        var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        return read > MostBytes ? null : Encoding.UTF8.GetString(bytes, 0, read);
    }

    /// <summary>Where a redirect leads, while it stays on the domain.</summary>
    private static Uri? Next(Uri from, Uri location, string host) =>
        Uri.TryCreate(from, location, out var next) && next.Scheme == Uri.UriSchemeHttps && next is { Port: HttpsPort, UserInfo: "" } && Bare(next.IdnHost) == Bare(host) ? next : null;

    private static string Bare(string host) =>
        (host.StartsWith(Www, StringComparison.OrdinalIgnoreCase) ? host[Www.Length..] : host).ToUpperInvariant();
}
