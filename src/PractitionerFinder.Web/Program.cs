using System.Globalization;
using PractitionerFinder.Web.Operations;
using PractitionerFinder.Web.Shell;

// With SQL Server the platform's language data is there: what the machine is set to changes no page, for all that.
CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

var builder = SiteBuilder.Create(args);
try
{
    builder.AddFinderSite();
}
catch (InvalidOperationException error)
{
    return await Startup.RefuseAsync(error);
}

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
try
{
    await app.RunAsync();
    return 0;
}
catch (IOException error)
{
    // Another program listens where this one was told to.
    return await Startup.RefuseAsync(error);
}
