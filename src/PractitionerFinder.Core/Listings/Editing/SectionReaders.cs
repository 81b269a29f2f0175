using System.Globalization;
using System.Text.RegularExpressions;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Core.Listings.Editing;

internal static class AboutReader
{
    public const int PronounsMaxLength = 30;

    public static Gender? GenderOf(string word)
    {
        Gender? found = null;
        foreach (var gender in Enum.GetValues<Gender>())
        {
            found = gender.Word() == word ? gender : found;
        }

        return found;
    }

    public static IReadOnlyList<string> Languages(AboutForm form, SectionFaults faults)
    {
        var languages = form.Languages.Where(l => l.Length == 2).Distinct().ToList();
        if (languages.Count == 0)
        {
            faults.Add("languages", "Choose at least one language that you speak with people");
        }

        return languages;
    }
}

internal static class WorkReader
{
    private const int EarliestYear = 1950;
    private const int MostTrainingHours = 20_000;

    public static IReadOnlyList<OfferedTechnique> Techniques(
        TechniquesForm form, ListingContent? before, Vocabulary vocabulary, DateOnly today, SectionFaults faults)
    {
        var offered = new List<OfferedTechnique>();
        foreach (var typed in form.Techniques)
        {
            if (vocabulary.Technique(typed.Key) is { } technique && !offered.Exists(o => o.Slug == typed.Key))
            {
                // What was approved without it is not asked for now, so that a listing of old can still be changed.
                var isOld = before?.Techniques.Any(t => t.Slug == typed.Key && t.Training is null) ?? false;
                offered.Add(new OfferedTechnique(technique.Slug, TrainingOf(typed, technique, isOptional: isOld || technique.TitleRule == TitleRule.None, today, faults)));
            }
        }

        if (offered.Count == 0)
        {
            faults.Add("techniques", "Choose at least one technique that you offer");
        }

        return offered;
    }

    public static IReadOnlyList<Credential> Credentials(ListingForm form, Vocabulary vocabulary, DateOnly today, SectionFaults faults)
    {
        var offered = form.Techniques.Techniques.Select(t => t.Key).ToHashSet();
        var credentials = new List<Credential>();
        foreach (var typed in form.Credentials.Credentials)
        {
            var path = $"credentials/{typed.Key}";
            var expires = faults.Day($"{path}/expires", typed.ExpiresOn, "Enter the last day as a date, or leave it blank when it does not expire");
            if (expires < today)
            {
                faults.Add($"{path}/expires", "This has run out. Enter the new last day, or remove the entry");
            }

            credentials.Add(new Credential(
                typed.Key,
                faults.Text($"{path}/register", typed.Register, Credential.RegisterMaxLength, "Enter the register or body, or remove this entry"),
                faults.Optional($"{path}/number", typed.Number, Credential.NumberMaxLength),
                expires,
                [.. typed.Techniques.Where(offered.Contains).Distinct()]));
        }

        foreach (var technique in form.Techniques.Techniques.Select(t => vocabulary.Technique(t.Key)).Where(t => t is { NeedsProof: true }))
        {
            if (!credentials.Exists(c => c.Techniques.Contains(technique!.Slug)))
            {
                faults.Add("credentials", $"The name {technique!.Name} is protected. Add the register or award that lets you use it and tick {technique.Name} there, or take the technique off");
            }
        }

        return credentials;
    }

    private static Training? TrainingOf(TechniqueForm typed, Technique technique, bool isOptional, DateOnly today, SectionFaults faults)
    {
        var path = $"techniques/{typed.Key}";
        var isBlank = (typed.Provider + typed.Year + typed.Hours).Trim().Length == 0;
        if (isBlank && isOptional)
        {
            return null;
        }

        var provider = faults.Text($"{path}/provider", typed.Provider, Training.ProviderMaxLength, $"Say where you learnt {technique.Name}: the school or teacher");
        var year = faults.Number($"{path}/year", typed.Year, EarliestYear, today.Year, $"Enter the year in which you finished, from {EarliestYear} to {today.Year}");
        var hours = typed.Hours.Trim().Length == 0
            ? null
            : faults.Number($"{path}/hours", typed.Hours, 1, MostTrainingHours, "Enter the hours of teaching as a whole number, or leave it blank");
        return provider.Length > 0 && year is { } finished ? new Training(provider, finished, hours) : null;
    }
}

internal static class FeesReader
{
    private const int MostMinutes = 480;
    private const long MostMinor = 100_000_000;

    public static IReadOnlyList<Fee> Read(FeesForm form, SectionFaults faults)
    {
        var fees = new List<Fee>();
        if (form.Fees.Count > 0 && !Currency.All.Contains(form.Currency))
        {
            faults.Add("currency", "Choose the currency of your fees");
        }

        foreach (var typed in form.Fees)
        {
            var path = $"fees/{typed.Key}";
            var minutes = faults.Number($"{path}/minutes", typed.Minutes, 5, MostMinutes, $"Enter the minutes of the session, from 5 to {MostMinutes}");
            var amount = AmountOf(typed.Amount, form.Currency);
            if (amount is null)
            {
                faults.Add($"{path}/amount", $"Enter the amount as a number, such as {(Currency.Decimals(form.Currency) == 0 ? "4800" : "48 or 48.50")}");
            }

            var what = faults.Optional($"{path}/for", typed.For, Fee.ForMaxLength);

            // Fees go live without review, so what they say is held to the rules of prose here.
            if (what is not null && Prose.Faults(what).FirstOrDefault() is { } fault)
            {
                faults.Add($"{path}/for", fault);
            }

            if (minutes is { } m && amount is { } a && form.Currency.Length == 3)
            {
                fees.Add(new Fee(m, a, form.Currency, what));
            }
        }

        return fees;
    }

    private static long? AmountOf(string typed, string currency) =>
        decimal.TryParse(typed.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
        && amount * Currency.MinorUnits(currency) is var minor && minor == decimal.Truncate(minor) && minor is >= 0 and <= MostMinor
            ? (long)minor
            : null;
}

internal static partial class ContactReader
{
    public static ContactChoices Read(ListingForm form, Func<string, string?> countryName, SectionFaults faults)
    {
        var typed = form.Contact;
        var phone = Telephone("contact/phone", typed.Phone, form.Places.Places.FirstOrDefault()?.Country, countryName, faults);
        var email = faults.Optional("contact/email", typed.Email, ContactChoices.EmailMaxLength);
        if (email is not null && !Email().IsMatch(email))
        {
            faults.Add("contact/email", "Enter an e-mail address such as name@practice.example");
            email = null;
        }

        string? website = null;
        switch (Links.Check(typed.Website))
        {
            case LinkCheck.Accepted accepted:
                website = accepted.Address;
                break;
            case LinkCheck.Refused refused:
                faults.Add("contact/website", refused.Words);
                break;
        }

        if (typed.Phone.Trim().Length == 0 && email is null && website is null && form.Places.Places.All(p => p.Phone.Trim().Length == 0))
        {
            faults.Add("contact/phone", "Give at least one way to reach you: a telephone number, an e-mail address or a website");
        }

        return new ContactChoices { Phone = phone, Email = email, EmailIsPublic = typed.EmailIsPublic && email is not null, Website = website };
    }

    public static string? Telephone(string field, string typed, string? country, Func<string, string?> countryName, SectionFaults faults)
    {
        switch (Telephones.Check(typed, country is { Length: 2 } ? country : "GB", countryName))
        {
            case TelephoneCheck.Accepted accepted:
                return accepted.Number;
            case TelephoneCheck.Refused refused:
                faults.Add(field, refused.Words);
                return null;
            default:
                return null;
        }
    }

    public static Photo? Photo(PhotoForm form, SectionFaults faults) => form.Key.Length == 0
        ? null
        : new Photo(form.Key, faults.Text("photo/alt", form.Alt, Listings.Photo.AltMaxLength, "Say in a few words what the picture shows, for people who do not see it"));

    // What every provider accepts; whether anybody reads it is for a mail to find out.
    [GeneratedRegex(@"^[^@\s<>""]+@[^@\s<>"".]+(\.[^@\s<>"".]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Email();
}

internal static class HoursReader
{
    private const string TimeFormat = "HH:mm";
    private const int MostAway = 20;

    public static Accepting AcceptingOf(HoursForm form, SectionFaults faults)
    {
        foreach (var accepting in Enum.GetValues<Accepting>())
        {
            if (accepting.Word() == form.Accepting)
            {
                return accepting;
            }
        }

        faults.Add("accepting", "Say whether you take new clients");
        return Accepting.No;
    }

    /// <summary>The hours of each place of the form by its key; those of places that are gone are left alone.</summary>
    public static Func<string, WeeklyHours?> Read(ListingForm form, DateOnly today, SectionFaults faults)
    {
        var keys = form.Places.Places.Select(p => $"places/{p.Key}")
            .Concat(form.Visits.Areas.Select(v => $"visits/{v.Key}"))
            .Concat(form.Visits.Online ? ["online"] : []);
        var hours = keys.ToDictionary(k => k, k => form.Hours.Of.FirstOrDefault(h => h.Key == k) is { ByArrangement: false } week ? Week(week, today, faults) : null);
        return key => hours.GetValueOrDefault(key);
    }

    private static WeeklyHours? Week(HoursOf week, DateOnly today, SectionFaults faults)
    {
        var path = $"hours/{week.Key}";
        if (!TimeZones.Knows(week.TimeZone))
        {
            faults.Add($"{path}/time-zone", "Choose the time zone of these hours");
        }

        var periods = new List<OpenPeriod>();
        foreach (var typed in week.Stretches)
        {
            if (TimeOf(typed.From) is not { } from || TimeOf(typed.Until) is not { } until)
            {
                faults.Add($"{path}/{typed.Key}", $"{(DayOfWeek)typed.Day}: enter both times, such as 09:00 and 17:30");
            }
            else if (until <= from)
            {
                faults.Add($"{path}/{typed.Key}", $"{(DayOfWeek)typed.Day}: the end must be later than the beginning. Hours over midnight are two entries");
            }
            else if (periods.Exists(p => p.Day == (DayOfWeek)typed.Day && from < p.Until && p.From < until))
            {
                faults.Add($"{path}/{typed.Key}", $"{(DayOfWeek)typed.Day}: two entries overlap. Make them one, or leave a break between them");
            }
            else
            {
                periods.Add(new OpenPeriod((DayOfWeek)typed.Day, from, until));
            }
        }

        if (week.Stretches.Count == 0)
        {
            faults.Add(path, "Add the days on which you work here, or choose By arrangement");
        }

        return periods.Count == 0 || !TimeZones.Knows(week.TimeZone)
            ? null
            : new WeeklyHours(week.TimeZone, [.. periods.OrderBy(p => ((int)p.Day + 6) % 7).ThenBy(p => p.From)], Away(week, path, today, faults));
    }

    private static List<DayRange> Away(HoursOf week, string path, DateOnly today, SectionFaults faults)
    {
        var away = new List<DayRange>();
        foreach (var typed in week.Away)
        {
            var field = $"{path}/{typed.Key}";
            var from = faults.Day(field, typed.From, "Enter the first day as a date");
            var until = typed.Until.Trim().Length == 0 ? from : faults.Day(field, typed.Until, "Enter the last day as a date");
            if (from is null)
            {
                faults.Add(field, "Enter the first day as a date, or remove this entry");
            }
            else if (until < from)
            {
                faults.Add(field, "The last day must not be before the first");
            }
            else if (until is { } last && last >= today)
            {
                away.Add(new DayRange(from.Value, last));
            }
        }

        if (away.Count > MostAway)
        {
            faults.Add(path, $"Enter {MostAway} holidays at most; the later ones can come later");
        }

        return away;
    }

    private static TimeOnly? TimeOf(string typed) =>
        TimeOnly.TryParseExact(typed.Trim(), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
