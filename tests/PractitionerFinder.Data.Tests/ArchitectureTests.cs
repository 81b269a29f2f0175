using System.Reflection;

namespace PractitionerFinder.Data.Tests;

public sealed class ArchitectureTests
{
    [Fact]
    public void Data_references_neither_Web_nor_the_web_framework() =>
        Assert.DoesNotContain(
            Assembly.Load("PractitionerFinder.Data").GetReferencedAssemblies(),
            reference => reference.Name == "PractitionerFinder.Web"
                || reference.Name!.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal)
                || reference.Name.StartsWith("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal)
                || reference.Name.StartsWith("Microsoft.AspNetCore.Routing", StringComparison.Ordinal));
}
