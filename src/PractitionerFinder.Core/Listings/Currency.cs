namespace PractitionerFinder.Core.Listings;

/// <summary>Currencies (ISO 4217) and how they are divided.</summary>
public static class Currency
{
    private static readonly HashSet<string> Whole = ["JPY", "KRW", "VND", "CLP", "ISK", "UGX", "RWF", "XAF", "XOF", "XPF", "PYG"];
    private static readonly HashSet<string> Thousandths = ["KWD", "BHD", "OMR", "JOD", "TND", "IQD", "LYD"];

    /// <summary>Codes that a listing may give its fees in.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "AED", "ARS", "AUD", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "IDR", "ILS", "INR", "ISK", "JPY",
        "KES", "KRW", "KWD", "MXN", "MYR", "NGN", "NOK", "NZD", "PEN", "PHP", "PKR", "PLN", "RON", "RSD", "SAR", "SEK", "SGD", "THB", "TRY", "TWD",
        "UAH", "USD", "UYU", "VND", "ZAR",
    ];

    /// <summary>How many decimals an amount has: 2 for most, 0 for yen, 3 for some dinars.</summary>
    public static int Decimals(string code) => Whole.Contains(code) ? 0 : Thousandths.Contains(code) ? 3 : 2;

    /// <summary>The smallest units in one of the currency: 100 for most.</summary>
    public static int MinorUnits(string code) => (int)Math.Pow(10, Decimals(code));
}
