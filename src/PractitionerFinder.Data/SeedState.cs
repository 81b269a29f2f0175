namespace PractitionerFinder.Data;

/// <summary>What seeding remembers between starts.</summary>
public sealed class SeedState
{
    public const int NameMaxLength = 40;

    /// <summary>The day that the dates of the demonstration listings count back from.</summary>
    public const string DemoDay = "demo-day";

    private SeedState()
    {
    }

    public SeedState(string name, string value)
    {
        Name = name;
        Value = value;
    }

    public string Name { get; private set; } = "";

    public string Value { get; set; } = "";
}
