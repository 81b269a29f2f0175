using PractitionerFinder.Web.Operations;
using PractitionerFinder.Web.Shell;

var builder = SiteBuilder.Create(args);
builder.AddFinderSite();

var app = builder.Build();
if (Command.Of(args) is { } command)
{
    return await command.RunAsync(app.Services);
}

if (!await Startup.PrepareAsync(app))
{
    return Startup.NotPrepared;
}

app.UseFinderSite();
await app.RunAsync();
return 0;
