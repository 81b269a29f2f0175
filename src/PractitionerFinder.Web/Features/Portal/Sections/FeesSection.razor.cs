using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;

namespace PractitionerFinder.Web.Features.Portal.Sections;

/// <summary>Prices.</summary>
public sealed partial class FeesSection
{
    private static readonly IReadOnlyList<(string, string)> Currencies = [.. Currency.All.Select(c => (c, c))];

    // The currency of the country that the first place is in, where it is one of these; elsewhere the practitioner chooses.
    private static readonly Dictionary<string, string> OfCountry = new()
    {
        ["GB"] = "GBP",
        ["IM"] = "GBP",
        ["JE"] = "GBP",
        ["GG"] = "GBP",
        ["US"] = "USD",
        ["CA"] = "CAD",
        ["AU"] = "AUD",
        ["NZ"] = "NZD",
        ["IE"] = "EUR",
        ["DE"] = "EUR",
        ["FR"] = "EUR",
        ["ES"] = "EUR",
        ["IT"] = "EUR",
        ["NL"] = "EUR",
        ["BE"] = "EUR",
        ["AT"] = "EUR",
        ["PT"] = "EUR",
        ["FI"] = "EUR",
        ["GR"] = "EUR",
        ["CH"] = "CHF",
        ["DK"] = "DKK",
        ["NO"] = "NOK",
        ["SE"] = "SEK",
        ["PL"] = "PLN",
        ["IN"] = "INR",
        ["JP"] = "JPY",
        ["ZA"] = "ZAR",
    };

    private Removable<FeeForm> removed = default!;

    private Task AddAsync()
    {
        if (Form.Fees.Currency.Length == 0 && Form.Places.Places.FirstOrDefault() is { } place)
        {
            Form.Fees.Currency = OfCountry.GetValueOrDefault(place.Country, "");
        }

        return AddAsync(Form.Fees.Fees, new FeeForm { Key = NextKey("f", Form.Fees.Fees.Select(f => f.Key)) });
    }
}
