using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;

namespace PractitionerFinder.Web.Tests;

public sealed class ArchitectureTests
{
    private const string Features = "PractitionerFinder.Web.Features.";

    private static readonly Architecture Web = new ArchLoader().LoadAssembly(typeof(Program).Assembly).Build();

    [Fact]
    public void A_feature_uses_nothing_of_another_feature_but_its_addresses()
    {
        var trespasses = (
            from type in Web.Types
            let feature = FeatureOf(type)
            where feature is not null
            from used in type.GetTypeDependencies()
            let other = FeatureOf(used)
            where other is not null && other != feature && !used.Name.EndsWith("Urls", StringComparison.Ordinal)
            select $"{type.FullName} uses {used.FullName}").ToHashSet();

        Assert.True(trespasses.Count == 0, string.Join('\n', trespasses));
    }

    private static string? FeatureOf(IType type) =>
        type.FullName.StartsWith(Features, StringComparison.Ordinal) ? type.FullName[Features.Length..].Split('.')[0] : null;
}
