namespace PractitionerFinder.EndToEnd.Tests.Browser;

/// <summary>Finds a Chromium, Chrome or Edge that is already on the machine.</summary>
internal static class InstalledBrowser
{
    private static readonly string[] Names = OperatingSystem.IsWindows()
        ? ["chrome.exe", "msedge.exe", "chromium.exe"]
        : ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable", "msedge"];

    /// <summary>The browser that <c>FINDER_BROWSER</c> names, else the first found; null when there is none.</summary>
    /// <exception cref="FileNotFoundException"><c>FINDER_BROWSER</c> names a file that is not there.</exception>
    public static string? Find()
    {
        var stated = Environment.GetEnvironmentVariable("FINDER_BROWSER");
        if (string.IsNullOrWhiteSpace(stated))
            return OnThePath().Concat(InTheUsualPlaces()).FirstOrDefault(File.Exists);

        return File.Exists(stated) ? stated : throw new FileNotFoundException($"FINDER_BROWSER names {stated}, which is not there.");
    }

    private static IEnumerable<string> OnThePath() =>
        from name in Names
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        select Path.Combine(folder, name);

    private static IEnumerable<string> InTheUsualPlaces()
    {
        if (OperatingSystem.IsMacOS())
        {
            return from name in new[] { "Google Chrome", "Chromium", "Microsoft Edge" }
                   from root in new[] { "/", Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) }
                   select Path.Combine(root, "Applications", $"{name}.app", "Contents", "MacOS", name);
        }

        if (OperatingSystem.IsWindows())
        {
            return from program in new[] { @"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe", @"Chromium\Application\chrome.exe" }
                   from root in new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData }
                   select Path.Combine(Environment.GetFolderPath(root), program);
        }

        return ["/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge", "/snap/bin/chromium"];
    }
}
