using Microsoft.EntityFrameworkCore.Diagnostics;
using PractitionerFinder.TestKit.Data;

namespace PractitionerFinder.Data.Tests;

/// <summary>Tests of what holds on both providers: an abstract class of them has a sealed one for each.</summary>
public abstract class ProviderTests(TestProvider provider)
{
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected Task<TestDatabase> DatabaseAsync(TimeProvider? time = null, params IInterceptor[] interceptors)
    {
        Assert.SkipUnless(
            provider == TestProvider.Sqlite || TestDatabase.Server is not null,
            "This needs a SQL Server: set FINDER_TEST_SQLSERVER to a connection string.");
        return TestDatabase.CreateAsync(provider, time, interceptors);
    }
}
