using System.Globalization;

namespace PractitionerFinder.Core.Listings;

/// <summary>Amounts of money as people write them.</summary>
public static class Money
{
    private static readonly Dictionary<string, string> Signs = new()
    {
        ["GBP"] = "£",
        ["EUR"] = "€",
        ["USD"] = "US$",
        ["CAD"] = "CA$",
        ["AUD"] = "A$",
        ["NZD"] = "NZ$",
        ["JPY"] = "¥",
        ["INR"] = "₹",
    };

    /// <summary>The amount with the sign or code before it, such as £48 or CHF 120.50.</summary>
    /// <param name="minor">Amount in the currency's smallest unit.</param>
    /// <param name="currency">ISO 4217.</param>
    public static string Describe(long minor, string currency)
    {
        var amount = minor / (decimal)Currency.MinorUnits(currency);
        var text = amount.ToString(amount == decimal.Truncate(amount) ? "#,0" : "#,0." + new string('0', Currency.Decimals(currency)), CultureInfo.InvariantCulture);
        return Signs.TryGetValue(currency, out var sign) ? sign + text : $"{currency} {text}";
    }
}
