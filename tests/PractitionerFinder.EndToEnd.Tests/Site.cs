using PractitionerFinder.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(Site))]

namespace PractitionerFinder.EndToEnd.Tests;

/// <summary>
/// The site with its fictional practitioners, started once for the journeys that only read and count nothing.
/// A journey that writes starts a <see cref="FinderApplication"/> of its own.
/// </summary>
public sealed class Site : FinderApplication, IAsyncLifetime
{
    public Site()
    {
        OnKestrel = true;
        Settings["Demo:Enabled"] = "true";
    }

    // Before the first test: two that ask at once would each start a server.
    public ValueTask InitializeAsync()
    {
        StartServer();
        return default;
    }
}
