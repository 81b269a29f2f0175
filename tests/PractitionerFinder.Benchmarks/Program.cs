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
else
{
    BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
}
