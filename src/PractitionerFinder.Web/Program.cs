using System.Globalization;
using PractitionerFinder.Web.Operations;
using PractitionerFinder.Web.Shell;

// Everything written and read by programs is of no culture; what people read is formatted where it is written.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

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
