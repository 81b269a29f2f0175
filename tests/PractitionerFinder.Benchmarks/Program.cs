using BenchmarkDotNet.Running;
using PractitionerFinder.Benchmarks;

if (args is ["places"])
{
    PlacesTimings.Run();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(PlacesBenchmarks).Assembly).Run(args);
}
