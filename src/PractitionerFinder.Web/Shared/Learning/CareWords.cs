using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Web.Shared.Learning;

/// <summary>
/// Where to go with a sign, in words for the country that is known, or for any. The table of signs speaks of the United Kingdom; outside it
/// stand the country's own numbers, and where it has none for advice, a doctor.
/// </summary>
public static class CareWords
{
    /// <summary>ISO 3166-1 alpha-2 code of the country whose services the table of signs names.</summary>
    public const string UnitedKingdom = "GB";

    /// <summary>What to do, as a sentence without its full stop.</summary>
    /// <param name="action">The action of <see cref="RedFlag"/>.</param>
    /// <param name="here">The numbers of the country; null for no country in particular.</param>
    /// <exception cref="ArgumentException">There are no words for the action.</exception>
    public static string Of(string action, EmergencyNumber? here)
    {
        var isBritish = here?.Country == UnitedKingdom;
        var doctor = isBritish ? "GP" : "doctor";
        var emergency = here is null ? "Call the emergency number or go to an emergency department now"
            : isBritish ? $"Call {here.Numbers[0]} or go to A&E now"
            : $"Call {here.Numbers[0]} or go to an emergency department now";
        var advice = isBritish ? ", or call NHS 111" : here?.UrgentAdvice is { } number ? $", or call {number} for advice" : "";
        return action switch
        {
            "999/A&E" => emergency,
            "999/A&E (or same-day eye emergency service)" => $"{emergency}. An emergency service for eyes that sees you today is right too",
            "999/A&E (or cancer helpline if given one)" => $"{emergency}. If your cancer team gave you a helpline, you can call that instead",
            "999/A&E or same-day assessment" => $"{emergency}, or have it looked at today",
            "urgent GP or NHS 111 (same day)" => $"Get an urgent {doctor}’s appointment today{advice}",
            "urgent dentist or NHS 111" => $"Get an urgent dentist’s appointment today{advice}",
            "urgent GP or NHS 111 (same day) or foot protection team" => $"Get an urgent {doctor}’s appointment today{advice}. If you have a foot protection team, you can go to them",
            "GP (soon) as soon as possible" => $"See a {doctor} as soon as you can",
            "GP (soon)" => $"See a {doctor} soon",
            "pharmacist" => "Ask a pharmacist",
            "ask GP, pharmacist or hospital team before booking" => $"Ask your {doctor}, a pharmacist or your hospital team before you book",
            "postpone; pharmacist or GP if not healing" => $"Wait until it has healed. If it does not, ask a pharmacist or a {doctor}",
            _ => throw new ArgumentException($"There are no words for the action '{action}'.", nameof(action)),
        };
    }

    /// <summary>The look of a card for so urgent a sign.</summary>
    public static string ClassOf(Urgency urgency) => urgency switch { Urgency.Emergency => "care-now", Urgency.Urgent => "care-urgent", _ => "care-soon" };
}
