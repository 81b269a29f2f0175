using System.Globalization;
using PractitionerFinder.Core.Geography;

namespace PractitionerFinder.Core.Finder;

/// <summary>The unit that distances are given in.</summary>
public enum DistanceUnit
{
    /// <summary>International miles of 1,609.344 m.</summary>
    Miles = 0,

    /// <summary>Kilometres of 1,000 m.</summary>
    Kilometres = 1,
}

/// <summary>A distance as a person gives it: a number and a unit.</summary>
/// <param name="Amount">0 or more.</param>
/// <param name="Unit">Miles or kilometres.</param>
public readonly record struct Radius(decimal Amount, DistanceUnit Unit)
{
    private const decimal MetresPerMile = 1609.344m;

    /// <summary>Whole metres, the nearest; at most <see cref="GreatCircle.FurthestMetres"/>.</summary>
    public int Metres => (int)Math.Min(
        GreatCircle.FurthestMetres, Math.Round(Amount * MetresPer(Unit), MidpointRounding.AwayFromZero));

    /// <summary>How much a distance is in a unit.</summary>
    public static decimal AmountOf(int metres, DistanceUnit unit) => metres / MetresPer(unit);

    /// <summary>The form in addresses, such as 10mi or 2.5km.</summary>
    public override string ToString() =>
        Amount.ToString("0.###", CultureInfo.InvariantCulture) + (Unit == DistanceUnit.Miles ? "mi" : "km");

    /// <summary>The form in sentences, such as 10 miles or 1 km.</summary>
    public string InWords() => Amount.ToString("0.###", CultureInfo.InvariantCulture)
        + (Unit == DistanceUnit.Kilometres ? " km" : Amount == 1 ? " mile" : " miles");

    /// <summary>Reads the form in addresses: up to five digits, up to three decimals, then mi or km.</summary>
    public static Radius? Read(string text)
    {
        var unit = text.EndsWith("mi", StringComparison.OrdinalIgnoreCase) ? DistanceUnit.Miles
            : text.EndsWith("km", StringComparison.OrdinalIgnoreCase) ? DistanceUnit.Kilometres
            : (DistanceUnit?)null;
        if (unit is null
            || text.Length > 11
            || !decimal.TryParse(text[..^2].TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            || amount * 1000 % 1 != 0
            || amount * MetresPer(unit.Value) > GreatCircle.FurthestMetres + 1000)
        {
            return null;
        }

        return new Radius(amount / 1.000m, unit.Value);
    }

    /// <summary>The unit that people of a country use for roads: miles in the United Kingdom, its islands, the United States and its territories.</summary>
    /// <param name="country">ISO 3166-1 alpha-2, or null when not known.</param>
    public static DistanceUnit UnitOf(string? country) =>
        country is "GB" or "IM" or "JE" or "GG" or "US" or "PR" or "VI" or "GU" or "AS" or "MP"
            ? DistanceUnit.Miles
            : DistanceUnit.Kilometres;

    /// <summary>A distance in a person's unit: one decimal below ten, none above, such as 0.3 miles or 12 km.</summary>
    public static string Describe(int metres, DistanceUnit unit)
    {
        var amount = metres / MetresPer(unit);
        var text = amount.ToString(amount < 9.95m ? "0.0" : "#,0", CultureInfo.InvariantCulture);
        return unit == DistanceUnit.Kilometres ? $"{text} km" : text == "1.0" ? "1 mile" : $"{text} miles";
    }

    private static decimal MetresPer(DistanceUnit unit) => unit == DistanceUnit.Miles ? MetresPerMile : 1000;
}
