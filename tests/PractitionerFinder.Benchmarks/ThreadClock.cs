using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PractitionerFinder.Benchmarks;

/// <summary>How long this thread has had a processor, in milliseconds: what else the machine does is left out. Where Linux does not count it, the time that has gone by.</summary>
internal static class ThreadClock
{
    // CLOCK_THREAD_CPUTIME_ID of time.h.
    private const int OfThread = 3;

    public static double Milliseconds => OperatingSystem.IsLinux() && ReadClock(OfThread, out var time) == 0
        ? time.Seconds * 1_000.0 + time.Nanoseconds / 1_000_000.0
        : Stopwatch.GetTimestamp() * 1_000.0 / Stopwatch.Frequency;

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ReadClock(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
