using PractitionerFinder.Web.Operations;
using PractitionerFinder.Web.Shell;

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
