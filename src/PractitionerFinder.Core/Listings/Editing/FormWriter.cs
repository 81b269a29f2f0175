using System.Globalization;
using PractitionerFinder.Core.Finder;

namespace PractitionerFinder.Core.Listings.Editing;

/// <summary>Makes the form of content: what the fields hold when a listing that exists is edited.</summary>
public static class FormWriter
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>A form whose reading gives the same content back.</summary>
    public static ListingForm Of(ListingContent content) => new()
    {
        About = new AboutForm
        {
            Name = content.Name,
            Pronouns = content.Pronouns ?? "",
            Gender = content.Gender?.Word() ?? "",
            Headline = content.Headline,
            About = content.About,
            Languages = [.. content.Languages],
        },
        Techniques = new TechniquesForm
        {
            Techniques =
            [
                .. content.Techniques.Select(t => new TechniqueForm
                {
                    Key = t.Slug,
                    Provider = t.Training?.Provider ?? "",
                    Year = Number(t.Training?.Year),
                    Hours = Number(t.Training?.Hours),
                }),
            ],
            Areas = [.. content.Areas],
        },
        Credentials = new CredentialsForm
        {
            Credentials =
            [
                .. content.Credentials.Select(c => new CredentialForm
                {
                    Key = c.Key,
                    Register = c.Register,
                    Number = c.Number ?? "",
                    ExpiresOn = c.ExpiresOn?.ToString(DayFormat, CultureInfo.InvariantCulture) ?? "",
                    Techniques = [.. c.Techniques],
                }),
            ],
        },
        Places = new PlacesForm { Places = [.. content.Locations.Select(Place)] },
        Visits = new VisitsForm { Areas = [.. content.VisitAreas.Select(v => Visit(v, content))], Online = content.Online is not null },
        Hours = new HoursForm
        {
            Accepting = content.Accepting.Word(),
            Of =
            [
                .. content.Locations.Select(l => Week($"places/{l.Key}", l.Hours)),
                .. content.VisitAreas.Select(v => Week($"visits/{v.Key}", v.Hours)),
                .. content.Online is { } online ? [Week("online", online.Hours)] : Array.Empty<HoursOf>(),
            ],
        },
        Fees = new FeesForm
        {
            Currency = content.Fees.Count > 0 ? content.Fees[0].Currency : "",
            Fees =
            [
                .. content.Fees.Select((f, i) => new FeeForm
                {
                    Key = $"f{i + 1}",
                    Minutes = Number(f.Minutes),
                    Amount = Amount(f),
                    For = f.For ?? "",
                }),
            ],
        },
        Contact = new ContactForm
        {
            Phone = content.Contact.Phone ?? "",
            Email = content.Contact.Email ?? "",
            EmailIsPublic = content.Contact.EmailIsPublic,
            Website = content.Contact.Website ?? "",
        },
        Photo = new PhotoForm { Key = content.Photo?.Key ?? "", Alt = content.Photo?.Alt ?? "" },
    };

    private static PlaceForm Place(PracticeLocation place)
    {
        var form = new PlaceForm
        {
            Key = place.Key,
            Setting = place.Setting.AsSetting().Word(),
            Name = place.Name ?? "",
            AreaOnly = place.Privacy == AddressPrivacy.AreaOnly,
            Phone = place.Phone ?? "",
            StepFree = place.StepFree == StepFree.Unknown ? "" : place.StepFree.ToString().ToLowerInvariant(),
            Parking = place.Parking ?? "",
            Transport = place.Transport ?? "",
            Latitude = Degrees(place.Point.Latitude),
            Longitude = Degrees(place.Point.Longitude),
        };
        Write(place.Address, form);
        return form;
    }

    private static VisitForm Visit(VisitArea area, ListingContent content)
    {
        // The true point of a base is kept with a place of the listing alone; without one, the cell is what is known.
        // Two places may share a cell, so the address has to be the same as well.
        var from = content.Locations.FirstOrDefault(l => l.Cell == area.BaseCell && ListingJson.AreSame(l.Address, area.Base));
        var unit = Radius.UnitOf(area.Base.Country);
        var form = new VisitForm
        {
            Key = area.Key,
            From = from?.Key ?? "",
            Drawn = area.Outline is not null,
            Unit = unit == DistanceUnit.Miles ? "mi" : "km",
            Radius = area.RadiusMetres is { } metres ? RadiusOf(metres, unit).Amount.ToString("0.###", CultureInfo.InvariantCulture) : "",
            Outline = [.. (area.Outline ?? []).Select(p => new[] { p.Latitude, p.Longitude })],
        };
        if (from is null)
        {
            Write(area.Base, form);
            form.Latitude = Degrees(area.BaseCell.Centre.Latitude);
            form.Longitude = Degrees(area.BaseCell.Centre.Longitude);
        }

        return form;
    }

    private static void Write(Address address, SpotForm form)
    {
        form.Line1 = address.Lines.Count > 0 ? address.Lines[0] : "";
        form.Line2 = address.Lines.Count > 1 ? address.Lines[1] : "";
        form.Locality = address.Locality;
        form.Postcode = address.Postcode ?? "";
        form.Country = address.Country;
    }

    private static HoursOf Week(string key, WeeklyHours? hours) => new()
    {
        Key = key,
        ByArrangement = hours is null,
        TimeZone = hours?.TimeZone ?? "",
        Stretches =
        [
            .. (hours?.Periods ?? []).Select((p, i) => new StretchForm { Key = $"s{i + 1}", Day = (int)p.Day, From = Time(p.From), Until = Time(p.Until) }),
        ],
        Away =
        [
            .. (hours?.Closed ?? []).Select((r, i) => new AwayForm { Key = $"a{i + 1}", From = Day(r.From), Until = Day(r.Until) }),
        ],
    };

    /// <summary>The radius with as few decimals as give the same metres.</summary>
    internal static Radius RadiusOf(int metres, DistanceUnit unit)
    {
        var amount = Radius.AmountOf(metres, unit);
        var exact = Enumerable.Range(0, 3).Select(d => new Radius(Math.Round(amount, d), unit)).FirstOrDefault(r => r.Metres == metres);
        return exact.Metres == metres ? exact : new Radius(Math.Round(amount, 3), unit);
    }

    private static string Amount(Fee fee)
    {
        var amount = fee.AmountMinor / (decimal)Currency.MinorUnits(fee.Currency);
        return amount.ToString(amount == decimal.Truncate(amount) ? "0" : "0." + new string('0', Currency.Decimals(fee.Currency)), CultureInfo.InvariantCulture);
    }

    private static string Degrees(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);
}
