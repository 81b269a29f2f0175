using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Core.Listings.Editing;

/// <summary>What a form comes to.</summary>
/// <param name="Content">All of it that can be read: what a preview shows, and, where there is no fault, what is sent.</param>
/// <param name="Faults">What has to be put right first, in the order of the page.</param>
public sealed record FormReading(ListingContent Content, IReadOnlyList<FormFault> Faults)
{
    /// <summary>The faults of a section.</summary>
    public IEnumerable<FormFault> Of(string section) => Faults.Where(f => f.Section == section);
}

/// <summary>Makes content of a form, and says in plain words what is missing or wrong.</summary>
/// <param name="vocabulary">The words in force.</param>
/// <param name="gazetteer">Where places are.</param>
public sealed class FormReader(Vocabulary vocabulary, Gazetteer gazetteer)
{
    /// <summary>Reads a form.</summary>
    /// <param name="form">What was typed.</param>
    /// <param name="before">What was public or sent last: a private place that has not moved keeps its cell.</param>
    /// <param name="today">The day on which dates are judged.</param>
    public FormReading Read(ListingForm form, ListingContent? before, DateOnly today)
    {
        var faults = new Faults();
        var about = faults.In(AboutForm.Section);
        var places = new SpotReader(gazetteer, before);
        var locations = PlaceReader.Places(form, places, faults.In(PlacesForm.Section));
        var visits = PlaceReader.Visits(form, locations, places, faults.In(VisitsForm.Section));
        if (form.Places.Places.Count == 0 && form.Visits.Areas.Count == 0 && !form.Visits.Online)
        {
            faults.In(PlacesForm.Section).Add("places", "Add a place where you see people, or say under Home visits and online that you visit or work online");
        }

        var techniques = WorkReader.Techniques(form.Techniques, before, vocabulary, today, faults.In(TechniquesForm.Section));
        var hours = HoursReader.Read(form, today, faults.In(HoursForm.Section));
        var content = new ListingContent
        {
            Name = about.Text("name", form.About.Name, ListingContent.NameMaxLength, "Enter the name that people know you by"),
            Headline = about.Prose("headline", form.About.Headline, ListingContent.HeadlineMaxLength, "Enter one line that says what you do"),
            About = about.Prose("about", form.About.About, ListingContent.AboutMaxLength, "Say a little about how you work"),
            Pronouns = about.Optional("pronouns", form.About.Pronouns, AboutReader.PronounsMaxLength),
            Gender = AboutReader.GenderOf(form.About.Gender),
            Languages = AboutReader.Languages(form.About, about),
            Techniques = techniques,
            Areas = [.. form.Techniques.Areas.Where(a => vocabulary.Area(a) is not null).Distinct()],
            Credentials = WorkReader.Credentials(form, vocabulary, today, faults.In(CredentialsForm.Section)),
            Locations = [.. locations.Select(l => l with { Hours = hours($"places/{l.Key}") })],
            VisitAreas = [.. visits.Select(v => v with { Hours = hours($"visits/{v.Key}") })],
            Online = form.Visits.Online ? new OnlineSessions(hours("online")) : null,
            Accepting = HoursReader.AcceptingOf(form.Hours, faults.In(HoursForm.Section)),
            Fees = FeesReader.Read(form.Fees, faults.In(FeesForm.Section)),
            Contact = ContactReader.Read(form, gazetteer.CountryName, faults.In(ContactForm.Section)),
            Photo = ContactReader.Photo(form.Photo, faults.In(PhotoForm.Section)),
        };
        return new FormReading(content, faults.InOrder);
    }
}

/// <summary>Faults as they are found.</summary>
internal sealed class Faults
{
    private readonly List<FormFault> all = [];

    public IReadOnlyList<FormFault> InOrder =>
        [.. ListingForm.Sections.SelectMany(s => all.Where(f => f.Section == s.Slug)).DistinctBy(f => f.Field)];

    public SectionFaults In(string section) => new(section, all);
}

/// <summary>Reads fields of a section; what is wrong is noted, and the best of what is there is given back.</summary>
internal sealed class SectionFaults(string section, List<FormFault> all)
{
    public void Add(string field, string words) => all.Add(new FormFault(section, field, words));

    /// <summary>Text of one line that must be there.</summary>
    public string Text(string field, string typed, int most, string missing)
    {
        var text = Optional(field, typed, most);
        if (text is null)
        {
            Add(field, missing);
        }

        return text ?? "";
    }

    /// <summary>Text of one line that may be blank; null when it is.</summary>
    public string? Optional(string field, string typed, int most)
    {
        var text = string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length > most)
        {
            Add(field, $"Shorten this to {most} characters: it has {text.Length}");
            return text[..most];
        }

        return text.Length == 0 ? null : text;
    }

    /// <summary>Prose that must be there and keeps to its business.</summary>
    public string Prose(string field, string typed, int most, string missing)
    {
        var text = typed.ReplaceLineEndings("\n").Trim();
        if (text.Length == 0)
        {
            Add(field, missing);
        }
        else if (text.Length > most)
        {
            Add(field, $"Shorten this to {most} characters: it has {text.Length}");
            text = text[..most];
        }
        else if (Editing.Prose.Faults(text).FirstOrDefault() is { } fault)
        {
            Add(field, fault);
        }

        return text;
    }

    /// <summary>A whole number within a range; null, and noted, when it is none.</summary>
    public int? Number(string field, string typed, int least, int most, string words)
    {
        if (int.TryParse(typed.Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        Add(field, words);
        return null;
    }

    /// <summary>A day as 2026-12-24; null when blank, and when it is none, which is noted.</summary>
    public DateOnly? Day(string field, string typed, string words)
    {
        if (typed.Trim().Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day))
        {
            return day;
        }

        Add(field, words);
        return null;
    }
}
