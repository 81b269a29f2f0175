using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Seeding;

/// <summary>Draws prices in the money of the place.</summary>
internal static class DemoFees
{
    private static readonly int[][] Lengths = [[60], [60, 90], [45, 60], [30, 60], [30, 60, 90], [45, 60, 75, 90], [60, 75], [50, 80], [60, 90, 120]];

    /// <summary>Currency, a middling price of an hour in whole units, and the step that prices go in.</summary>
    private static (string Currency, int Hour, int Step) MoneyOf(string country) => country switch
    {
        "GB" => ("GBP", 58, 1),
        "US" => ("USD", 105, 5),
        "CA" => ("CAD", 115, 5),
        "AU" => ("AUD", 110, 5),
        "NZ" => ("NZD", 105, 5),
        _ => ("EUR", 68, 5),
    };

    /// <summary>The fees; none in one of twelve, who ask to be asked.</summary>
    public static IReadOnlyList<Fee> Draw(Dice dice, DemoTown town)
    {
        if (dice.Percent(8))
        {
            return [];
        }

        var (currency, middling, step) = MoneyOf(town.Country);
        var isDear = town.City is "London" or "New York" or "San Francisco" or "Sydney";
        var hour = middling * (0.75 + dice.Fraction() * 0.55) * (isDear ? 1.25 : 1);
        var lengths = dice.Of(Lengths);
        var fees = lengths.Select(minutes => new Fee(minutes, Price(minutes), currency)).ToList();
        if (dice.Percent(30))
        {
            fees.Insert(0, new Fee(lengths[0] + 15, Price(lengths[0] + 15), currency, "First session"));
        }

        if (dice.Percent(12))
        {
            fees.Add(new Fee(lengths[0], Price(lengths[0] * 0.7), currency, "Students and people out of work"));
        }

        return fees;

        // Part of a price is for the time around the session, so half an hour costs more than half.
        long Price(double minutes) => (long)Math.Round(hour * (0.25 + 0.75 * minutes / 60) / step) * step * 100;
    }
}
