using System.Globalization;

namespace PractitionerFinder.Web.Shared;

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

    // ISO 4217: currencies whose smallest unit is not a hundredth.
    private static readonly HashSet<string> Whole = ["JPY", "KRW", "VND", "CLP", "ISK", "UGX", "RWF", "XAF", "XOF", "XPF", "PYG"];
    private static readonly HashSet<string> Thousandths = ["KWD", "BHD", "OMR", "JOD", "TND", "IQD", "LYD"];

    /// <param name="minor">Amount in the currency's smallest unit.</param>
    /// <param name="currency">ISO 4217.</param>
    public static string Describe(long minor, string currency)
    {
        var decimals = Whole.Contains(currency) ? 0 : Thousandths.Contains(currency) ? 3 : 2;
        var amount = minor / (decimal)Math.Pow(10, decimals);
        var text = amount.ToString(amount == decimal.Truncate(amount) ? "#,0" : "#,0." + new string('0', decimals), CultureInfo.InvariantCulture);
        return Signs.TryGetValue(currency, out var sign) ? sign + text : $"{currency} {text}";
    }
}
