using System.Net;
using System.Net.Sockets;
using System.Text;
using PractitionerFinder.Web.Features.Claims;

namespace PractitionerFinder.Web.Tests.Features.Claims;

/// <summary>What a stranger's website may make us do: little.</summary>
public sealed class PracticeFileTests
{
    private const string There = "https://holt.example/.well-known/practitionerfinder.txt";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_file_is_read_from_its_known_place_by_https()
    {
        var internet = new Internet { [There] = Text("the line") };

        Assert.Equal("the line", await ReadAsync(internet));
        Assert.Equal([There], internet.Asked);
    }

    [Theory]
    [InlineData("https://www.holt.example/.well-known/practitionerfinder.txt")]
    [InlineData("/elsewhere.txt")]
    public async Task A_redirect_is_followed_on_the_domain(string to)
    {
        var internet = new Internet
        {
            [There] = Redirect(to),
            ["https://www.holt.example/.well-known/practitionerfinder.txt"] = Text("the line"),
            ["https://holt.example/elsewhere.txt"] = Text("the line"),
        };

        Assert.Equal("the line", await ReadAsync(internet));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://holt.example.evil.example/")]
    [InlineData("https://sub.holt.example/")]
    [InlineData("http://holt.example/")]
    [InlineData("https://holt.example:8443/")]
    [InlineData("https://amira@holt.example/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("//evil.example/")]
    [InlineData("file:///etc/passwd")]
    public async Task A_redirect_elsewhere_is_not_followed(string to)
    {
        var internet = new Internet { [There] = Redirect(to) };

        Assert.Null(await ReadAsync(internet));
        Assert.Equal([There], internet.Asked);
    }

    [Fact]
    public async Task A_website_that_leads_in_a_circle_is_left()
    {
        var internet = new Internet { [There] = Redirect(There) };

        Assert.Null(await ReadAsync(internet));
        Assert.Equal(3, internet.Asked.Count);
    }

    [Theory]
    [InlineData(PracticeFile.MostBytes, true)]
    [InlineData(PracticeFile.MostBytes + 1, false)]
    public async Task A_file_is_read_up_to_four_kilobytes(int bytes, bool isRead) =>
        Assert.Equal(isRead, await ReadAsync(new Internet { [There] = Text(new string('x', bytes)) }) is not null);

    [Fact]
    public async Task What_is_not_there_or_fails_is_no_file()
    {
        Assert.Null(await ReadAsync(new Internet()));
        Assert.Null(await ReadAsync(new Internet { [There] = () => throw new HttpRequestException("no route") }));
        Assert.Null(await ReadAsync(new Internet { [There] = () => throw new OperationCanceledException() }));
    }

    /// <summary>The name was looked up by us and nobody is asked for it again: a name that leads to this machine is refused before a byte is sent.</summary>
    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task A_host_beside_us_is_not_connected_to(string host)
    {
        using var here = new TcpListener(IPAddress.IPv6Any, 0);
        here.Server.DualMode = true;
        here.Start();

        await Assert.ThrowsAsync<HttpRequestException>(() => PracticeFile.ConnectAsync(new DnsEndPoint(host, ((IPEndPoint)here.LocalEndpoint).Port), Cancel));

        Assert.False(here.Pending());
    }

    [Fact]
    public async Task The_real_one_refuses_this_machine_too()
    {
        using var file = new PracticeFile();

        Assert.Null(await file.ReadAsync("localhost", Cancel));
    }

    private static async Task<string?> ReadAsync(Internet internet)
    {
        using var file = new PracticeFile(internet);
        return await file.ReadAsync("holt.example", Cancel);
    }

    private static Func<HttpResponseMessage> Text(string words) => () => new HttpResponseMessage { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(words)) };

    private static Func<HttpResponseMessage> Redirect(string to) => () =>
    {
        var answer = new HttpResponseMessage(HttpStatusCode.MovedPermanently);
        answer.Headers.TryAddWithoutValidation("Location", to);
        return answer;
    };

    private sealed class Internet : HttpMessageHandler
    {
        private readonly Dictionary<string, Func<HttpResponseMessage>> pages = [];

        public List<string> Asked { get; } = [];

        public Func<HttpResponseMessage> this[string address]
        {
            set => pages[address] = value;
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request.RequestUri!.AbsoluteUri);
            return Task.FromResult(pages.TryGetValue(request.RequestUri.AbsoluteUri, out var page) ? page() : new HttpResponseMessage(HttpStatusCode.NotFound));
        }
    }
}
