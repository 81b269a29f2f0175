using System.Text.Json;

namespace PractitionerFinder.Core.Listings.Editing;

/// <summary>
/// A listing as it is typed: every field is text that may be blank or wrong. <see cref="FormReader"/> makes content of it
/// and says what is missing. Each section is kept by itself, so that two people can write two sections at once.
/// </summary>
public sealed record ListingForm
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Every section, in the order of the task list.</summary>
    public static IReadOnlyList<FormSection> Sections { get; } =
    [
        new(AboutForm.Section, "Name, headline and about", typeof(AboutForm)),
        new(TechniquesForm.Section, "Techniques and body areas", typeof(TechniquesForm)),
        new(CredentialsForm.Section, "Registers and proof", typeof(CredentialsForm)),
        new(PlacesForm.Section, "Where you work", typeof(PlacesForm)),
        new(VisitsForm.Section, "Home visits and online", typeof(VisitsForm)),
        new(HoursForm.Section, "Hours and new clients", typeof(HoursForm)),
        new(FeesForm.Section, "Fees", typeof(FeesForm)),
        new(ContactForm.Section, "How people reach you", typeof(ContactForm)),
        new(PhotoForm.Section, "Photo", typeof(PhotoForm)),
    ];

    /// <summary>Who they are.</summary>
    public AboutForm About { get; init; } = new();

    /// <summary>What they do.</summary>
    public TechniquesForm Techniques { get; init; } = new();

    /// <summary>What stands behind it.</summary>
    public CredentialsForm Credentials { get; init; } = new();

    /// <summary>Where they see people.</summary>
    public PlacesForm Places { get; init; } = new();

    /// <summary>Where they visit people, and whether they work online.</summary>
    public VisitsForm Visits { get; init; } = new();

    /// <summary>When they see people.</summary>
    public HoursForm Hours { get; init; } = new();

    /// <summary>What it costs.</summary>
    public FeesForm Fees { get; init; } = new();

    /// <summary>How to reach them.</summary>
    public ContactForm Contact { get; init; } = new();

    /// <summary>Their picture.</summary>
    public PhotoForm Photo { get; init; } = new();

    /// <summary>The section of a name; null when there is none.</summary>
    public static FormSection? Find(string? slug) => Sections.FirstOrDefault(s => s.Slug == slug);

    /// <summary>The section in which a fact is changed.</summary>
    public static string SectionOf(ListingFact fact) => fact switch
    {
        ListingFact.Accepting or ListingFact.Hours => HoursForm.Section,
        ListingFact.Contact => ContactForm.Section,
        ListingFact.Address => PlacesForm.Section,
        ListingFact.Fees => FeesForm.Section,
        _ => TechniquesForm.Section,
    };

    /// <summary>A section of this form.</summary>
    public object Part(string section) => section switch
    {
        AboutForm.Section => About,
        TechniquesForm.Section => Techniques,
        CredentialsForm.Section => Credentials,
        PlacesForm.Section => Places,
        VisitsForm.Section => Visits,
        HoursForm.Section => Hours,
        FeesForm.Section => Fees,
        ContactForm.Section => Contact,
        PhotoForm.Section => Photo,
        _ => throw new ArgumentException($"There is no section '{section}'.", nameof(section)),
    };

    /// <summary>The same form with a section as it was kept; a text that is not of that section leaves the form as it is.</summary>
    public ListingForm WithPart(string section, string json)
    {
        try
        {
            return section switch
            {
                AboutForm.Section => this with { About = Read<AboutForm>(json) },
                TechniquesForm.Section => this with { Techniques = Read<TechniquesForm>(json) },
                CredentialsForm.Section => this with { Credentials = Read<CredentialsForm>(json) },
                PlacesForm.Section => this with { Places = Read<PlacesForm>(json) },
                VisitsForm.Section => this with { Visits = Read<VisitsForm>(json) },
                HoursForm.Section => this with { Hours = Read<HoursForm>(json) },
                FeesForm.Section => this with { Fees = Read<FeesForm>(json) },
                ContactForm.Section => this with { Contact = Read<ContactForm>(json) },
                PhotoForm.Section => this with { Photo = Read<PhotoForm>(json) },
                _ => this,
            };
        }
        catch (JsonException)
        {
            return this;
        }
    }

    /// <summary>A section as JSON, the way it is kept.</summary>
    public string Write(string section) => Write(Part(section));

    /// <summary>A section as JSON, the way it is kept.</summary>
    public static string Write(object part) => JsonSerializer.Serialize(part, part.GetType(), Json);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Json) ?? throw new JsonException("The section is empty.");
}

/// <summary>A part of the form with a page of its own.</summary>
/// <param name="Slug">Its name in addresses, paths and rows.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Form">The type that holds it.</param>
public sealed record FormSection(string Slug, string Title, Type Form);

/// <summary>Something that has to be put right before a listing can be sent.</summary>
/// <param name="Section">Section that it stands in.</param>
/// <param name="Field">Path of the field, such as `headline` or `places/p1/postcode`; the field's id on the page is made from it.</param>
/// <param name="Words">What to do, in plain words.</param>
public sealed record FormFault(string Section, string Field, string Words);
