using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Running;
using PractitionerFinder.Benchmarks;

if (args is ["places"])
{
    PlacesTimings.Run();
}
else if (args is ["pages"])
{
    await PagesTimings.RunAsync();
}
else if (args is ["portal"])
{
    await PortalTimings.RunAsync();
}
else if (args is ["index", ..])
{
    IndexTimings.Run(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000);
}
else if (args is ["map", ..])
{
    MapTimings.Run(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000);
}
else if (args is ["growth", var folder])
{
    GrowthPlots.Draw(Path.GetFullPath(folder));
}
else if (args is ["questions", var number])
{
    LoadQuestions.Write(int.Parse(number, CultureInfo.InvariantCulture), Console.Out);
}
else if (args is ["minimal", var database, var url])
{
    await MinimalEndpoint.ServeAsync(Path.GetFullPath(database), url);
}
else if (args is ["synthetic", var count, var file])
{
    await SyntheticDatabase.MakeAsync(int.Parse(count, CultureInfo.InvariantCulture), Path.GetFullPath(file));
}
else
{
    BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
}
