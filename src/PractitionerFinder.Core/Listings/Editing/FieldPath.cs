using PractitionerFinder.Core.Learn;

namespace PractitionerFinder.Core.Listings.Editing;

/// <summary>
/// Names a field of a listing's content, such as `headline`, `techniques/cupping` or `places/p1/address`: in differences, in
/// what staff ask, and beside the field itself.
/// </summary>
/// <param name="Text">The path.</param>
public readonly record struct FieldPath(string Text)
{
    /// <summary>Longest path, in characters.</summary>
    public const int MaxLength = 120;

    private static readonly Dictionary<string, (string Section, string Label)> Plain = new()
    {
        ["name"] = (AboutForm.Section, "Name"),
        ["pronouns"] = (AboutForm.Section, "Pronouns"),
        ["gender"] = (AboutForm.Section, "Gender"),
        ["headline"] = (AboutForm.Section, "Headline"),
        ["about"] = (AboutForm.Section, "About"),
        ["languages"] = (AboutForm.Section, "Languages"),
        ["techniques"] = (TechniquesForm.Section, "Order of techniques"),
        ["areas"] = (TechniquesForm.Section, "Body areas"),
        ["credentials"] = (CredentialsForm.Section, "Registers and proof"),
        ["places"] = (PlacesForm.Section, "Places"),
        ["visits"] = (VisitsForm.Section, "Home visits"),
        ["online"] = (VisitsForm.Section, "Online sessions"),
        ["online/hours"] = (HoursForm.Section, "Hours of online sessions"),
        ["accepting"] = (HoursForm.Section, "New clients"),
        ["fees"] = (FeesForm.Section, "Fees"),
        ["contact/phone"] = (ContactForm.Section, "Telephone"),
        ["contact/email"] = (ContactForm.Section, "E-mail"),
        ["contact/email-public"] = (ContactForm.Section, "Who is told the e-mail address"),
        ["contact/website"] = (ContactForm.Section, "Website"),
        ["photo"] = (PhotoForm.Section, "Photo"),
    };

    private static readonly Dictionary<string, string> Parts = new()
    {
        ["setting"] = "kind of place",
        ["name"] = "name",
        ["address"] = "address",
        ["point"] = "pin on the map",
        ["privacy"] = "what the public sees",
        ["phone"] = "telephone",
        ["step-free"] = "steps",
        ["parking"] = "parking",
        ["transport"] = "buses and trains",
        ["hours"] = "hours",
        ["area"] = "how far",
        ["register"] = "register or body",
        ["number"] = "number",
        ["expires"] = "last day",
        ["techniques"] = "what it is proof for",
    };

    /// <summary>The field of the content that a field of a section's form is part of: `fees` for `fees/f1/amount`, `places/p1/address` for `places/p1/line1`.</summary>
    /// <param name="section">Section of the form.</param>
    /// <param name="path">Path within it, as a merge or a fault gives it.</param>
    public static FieldPath OfForm(string section, string path)
    {
        var words = path.Split('/');
        return new FieldPath(section switch
        {
            TechniquesForm.Section when words.Length > 2 => $"{words[0]}/{words[1]}",
            CredentialsForm.Section when words.Length > 2 => $"{words[0]}/{words[1]}/{PartOf(words[2])}",
            PlacesForm.Section when words.Length > 2 => $"{words[0]}/{words[1]}/{PartOf(words[2])}",
            VisitsForm.Section when words[0] == "areas" => string.Join('/', ["visits", .. words[1..].Select(PartOf)]),
            VisitsForm.Section when words.Length > 2 => $"{words[0]}/{words[1]}/{PartOf(words[2])}",
            HoursForm.Section when words[0] is "of" or "hours" && words.Length > 1 => words[1] == "online" ? "online/hours" : string.Join('/', [.. words[1..].Take(2), "hours"]),
            FeesForm.Section => "fees",
            ContactForm.Section => "contact/" + PartOf(words[^1]),
            PhotoForm.Section => "photo",
            _ => path,
        });
    }

    private static string PartOf(string name) => name switch
    {
        "line1" or "line2" or "locality" or "postcode" or "country" or "from" => "address",
        "latitude" or "longitude" => "point",
        "radius" or "unit" or "drawn" or "outline" => "area",
        "areaOnly" => "privacy",
        "stepFree" => "step-free",
        "expiresOn" => "expires",
        "emailIsPublic" => "email-public",
        _ => name,
    };

    /// <summary>Section that the field stands in; blank when the path is of no field.</summary>
    public string Section
    {
        get
        {
            if (Plain.TryGetValue(Text, out var plain))
            {
                return plain.Section;
            }

            return Text.Split('/') switch
            {
                [_, _, "hours"] => HoursForm.Section,
                ["techniques", _] => TechniquesForm.Section,
                ["credentials", ..] => CredentialsForm.Section,
                ["places", ..] => PlacesForm.Section,
                ["visits", ..] => VisitsForm.Section,
                _ => "",
            };
        }
    }

    /// <summary>The words before the field, for those who read of it elsewhere.</summary>
    /// <param name="vocabulary">Names of techniques.</param>
    /// <param name="content">Content in which places and entries have names.</param>
    public string Label(Vocabulary vocabulary, ListingContent? content)
    {
        if (Plain.TryGetValue(Text, out var plain))
        {
            return plain.Label;
        }

        var words = Text.Split('/');
        if (words.Length < 2)
        {
            return Text;
        }

        var key = words[1];
        var whole = words[0] switch
        {
            "techniques" => vocabulary.Technique(key)?.Name ?? key,
            "credentials" => content?.Credentials.FirstOrDefault(c => c.Key == key)?.Register ?? "Register",
            "places" => content?.Locations.FirstOrDefault(l => l.Key == key) is { } place ? NameOf(place) : "Place",
            "visits" => content?.VisitAreas.FirstOrDefault(v => v.Key == key) is { } area ? NameOf(area) : "Home visits",
            _ => Text,
        };
        return words.Length > 2 && Parts.TryGetValue(words[2], out var part) ? $"{whole}: {part}" : whole;
    }

    /// <summary>The path itself.</summary>
    public override string ToString() => Text;

    internal static string NameOf(PracticeLocation place) =>
        place.Name ?? (place.Setting == LocationSetting.TheirHome ? $"Home in {place.Address.Locality}" : $"Place in {place.Address.Locality}");

    internal static string NameOf(VisitArea area) => $"Home visits from {area.Base.Locality}";
}
