using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Tests;

public sealed class ArchitectureTests
{
    [Fact]
    public void Core_references_no_project_no_EF_and_no_ASPNET() =>
        Assert.DoesNotContain(
            typeof(GeoPoint).Assembly.GetReferencedAssemblies(),
            reference => reference.Name!.StartsWith("PractitionerFinder.", StringComparison.Ordinal)
                || reference.Name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
                || reference.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
}
