using System.Net;
using System.Net.Sockets;

namespace PractitionerFinder.Web.Tests.Operations;

public sealed class StartingTests : IAsyncDisposable
{
    private const int NotReady = 3;

    private readonly Operator someone = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => someone.DisposeAsync();

    [Fact]
    public async Task Without_a_database_it_does_not_start_and_says_what_to_run()
    {
        var ended = await someone.RunAsync();

        ended.AssertRefused(NotReady, "The database is not up to date", "with 'migrate'");
        Assert.False(File.Exists(someone.Database));
    }

    [Fact]
    public async Task After_migrate_it_serves_with_nobody_listed()
    {
        Assert.Equal("The database is up to date.", (await someone.DoAsync("migrate")).Trim());

        var site = await someone.ServeAsync();

        Assert.Equal("healthy", (await site.AskAsync("/health/ready")).GetProperty("status").GetString());
        Assert.Equal(0, (await site.AskAsync("/api/v1/search?near=Leeds")).GetProperty("total").GetInt32());
        Assert.Contains("Find someone", await site.Browser.GetStringAsync("/", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fictional_listings_come_when_they_are_asked_for_and_leave_every_answer_when_they_are_not()
    {
        someone.Settings["Demo__Enabled"] = "true";
        Assert.Contains("holds the fictional listings", await someone.DoAsync("migrate"), StringComparison.Ordinal);
        var shown = await someone.ServeAsync();
        var first = (await shown.AskAsync("/api/v1/search?near=Leeds")).GetProperty("results")[0];
        var profile = $"practitioners/{first.GetProperty("slug").GetString()}";
        Assert.Equal(HttpStatusCode.OK, (await shown.Browser.GetAsync("/" + profile, Cancel)).StatusCode);

        someone.Settings["Demo__Enabled"] = "false";
        var hidden = await someone.ServeAsync();

        Assert.Equal(0, (await hidden.AskAsync("/api/v1/search?near=Leeds")).GetProperty("total").GetInt32());
        Assert.Equal(0, (await hidden.AskAsync("/api/v1/search?setting=online")).GetProperty("total").GetInt32());
        Assert.Contains("Nobody yet within", await hidden.Browser.GetStringAsync("/find?near=Leeds", Cancel), StringComparison.Ordinal);
        foreach (var address in new[] { "/" + profile, "/api/v1/" + profile })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await hidden.Browser.GetAsync(address, Cancel)).StatusCode);
        }
    }

    [Fact]
    public async Task Links_name_the_public_address_whatever_host_was_asked()
    {
        someone.Settings["Site__PublicUrl"] = "https://finder.example";
        await someone.DoAsync("migrate");
        var site = await someone.ServeAsync();

        using var request = new HttpRequestMessage(HttpMethod.Get, "/about/data") { Headers = { Host = "elsewhere.example" } };
        using var response = await site.Browser.SendAsync(request, Cancel);
        var page = await response.Content.ReadAsStringAsync(Cancel);

        Assert.Contains("rel=\"canonical\" href=\"https://finder.example/about/data\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere.example", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_database_is_named_and_left_alone()
    {
        Directory.CreateDirectory(someone.DataFolder);
        var damaged = new string('x', 8192);
        await File.WriteAllTextAsync(someone.Database, damaged, Cancel);

        (await someone.RunAsync()).AssertRefused(NotReady, someone.Database, "is damaged");
        (await someone.RunAsync("migrate")).AssertRefused(1, someone.Database, "is damaged");

        Assert.Equal(damaged, await File.ReadAllTextAsync(someone.Database, Cancel));
    }

    [Theory]
    [InlineData("Production", "'migrate'")]
    [InlineData("Development", "The site cannot start")]
    public async Task A_data_folder_that_cannot_be_made_stops_the_start(string environment, string words)
    {
        someone.DataFolder = Path.Combine(someone.Write("file"), "data");
        someone.Settings["ASPNETCORE_ENVIRONMENT"] = someone.Settings["DOTNET_ENVIRONMENT"] = environment;

        (await someone.RunAsync("--urls", "http://127.0.0.1:0")).AssertRefused(NotReady, words);
        (await someone.RunAsync("migrate")).AssertRefused(1, someone.PathOf("file"));
    }

    [Theory]
    [InlineData("Site__PublicUrl", "finder", "Site:PublicUrl is 'finder'")]
    [InlineData("Site__DefaultCountry", "Britain", "Site:DefaultCountry")]
    [InlineData("Site__Contact__Email", "someone", "Site:Contact:Email is 'someone'; it should be an e-mail address such as help@finder.example.")]
    [InlineData("Site__Contact__Telephone", "0113", "Site:Contact:Telephone is '0113'; it should be a number in international form such as +44 113 496 0000.")]
    [InlineData("Mail__Smtp__Host", "smtp.finder.example:587", "Mail:Smtp:Host is 'smtp.finder.example:587'")]
    [InlineData("Database__Provider", "Oracle", "Database:Provider is Sqlite or SqlServer")]
    [InlineData("ForwardedHeaders__KnownProxies__0", "nobody", "ForwardedHeaders:KnownProxies holds 'nobody'")]
    [InlineData("Demo__Enabled", "perhaps", "Demo:Enabled")]
    public async Task A_setting_that_cannot_be_used_is_named(string name, string value, string words)
    {
        someone.Settings[name] = value;

        (await someone.RunAsync()).AssertRefused(NotReady, words);
    }

    [Fact]
    public async Task Sql_server_without_what_its_driver_needs_is_refused_with_what_to_do()
    {
        Assert.SkipUnless(AppContext.TryGetSwitch("System.Globalization.Invariant", out var isInvariant) && isInvariant, "This was built for SQL Server.");
        someone.Settings["Database__Provider"] = "SqlServer";
        someone.Settings["ConnectionStrings__Finder"] = "Server=tcp:127.0.0.1,1;Database=Finder";

        (await someone.RunAsync("migrate")).AssertRefused(NotReady, "-p:InvariantGlobalization=false", "PractitionerFinder.Web.runtimeconfig.json");
    }

    [Fact]
    public async Task An_address_that_is_taken_is_named()
    {
        await someone.DoAsync("migrate");
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        var ended = await someone.RunAsync("--urls", taken);

        Assert.Equal(NotReady, ended.Code);
        Assert.Contains(taken, ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Errors, StringComparison.Ordinal);
    }
}
