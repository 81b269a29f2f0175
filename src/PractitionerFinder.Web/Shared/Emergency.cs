namespace PractitionerFinder.Web.Shared;

/// <summary>What to do when it cannot wait; the same sentence wherever it stands in a text.</summary>
public static class Emergency
{
    public const string Words =
        "In an emergency call 999 in the UK, 112 in Europe, 911 in the US and Canada, 000 in Australia, 111 in New Zealand.";
}
