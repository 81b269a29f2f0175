using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>A line on what a section says, for the task list.</summary>
public static class SectionSummary
{
    public static string Of(Workbook book, string section)
    {
        var form = book.Form;
        return section switch
        {
            AboutForm.Section => Line(form.About.Headline, "Who you are, in your own words."),
            TechniquesForm.Section => form.Techniques.Techniques.Count == 0 ? "What you offer, and the parts of the body you work with." : TechniquesOf(book),
            CredentialsForm.Section => form.Credentials.Credentials.Count == 0
                ? "Registers and awards that staff can check. Optional, unless a name is protected."
                : Count(form.Credentials.Credentials.Count, "entry", "entries") + CheckedOf(book),
            PlacesForm.Section => form.Places.Places.Count == 0 ? "Clinics, or your home shown as an area." : PlacesOf(form.Places),
            VisitsForm.Section => VisitsOf(form.Visits),
            HoursForm.Section => form.Hours.Accepting.Length == 0 ? "When you see people, and whether you take on new ones." : HoursOf(form.Hours),
            FeesForm.Section => form.Fees.Fees.Count == 0 ? "Optional. Patients look for them." : Count(form.Fees.Fees.Count, "price", "prices") + ".",
            ContactForm.Section => ContactOf(form.Contact),
            _ => form.Photo.Key.Length == 0 ? "Optional. We remove the hidden place and time data from it." : Line(form.Photo.Alt, "Say what it shows."),
        };
    }

    private static string Line(string typed, string otherwise) => typed.Trim() is { Length: > 0 } line ? line : otherwise;

    private static string TechniquesOf(Workbook book)
    {
        var proven = book.Form.Techniques.Techniques.Count(t => book.Listing.HasProof(t.Key, book.Now));
        return $"{Count(book.Form.Techniques.Techniques.Count, "technique", "techniques")}, {(proven == 0 ? "none" : $"{proven}")} with proof seen.";
    }

    private static string CheckedOf(Workbook book)
    {
        var seen = book.Listing.Checks.Count(c => book.Form.Credentials.Credentials.Any(f => f.Key == c.CredentialKey));
        return seen == 0 ? ", none checked by staff yet." : $", {seen} checked by staff.";
    }

    private static string PlacesOf(PlacesForm places) => string.Join("; ", places.Places.Select(p =>
        p.Setting == Setting.TheirHome.Word()
            ? $"Home{(p.Locality.Length > 0 ? $" in {p.Locality}" : "")}, {(p.AreaOnly ? "shown as an area" : "shown with its address")}"
            : Line(p.Name, "Clinic") + (p.Locality.Length > 0 ? $", {p.Locality}" : ""))) + ".";

    private static string VisitsOf(VisitsForm visits)
    {
        var areas = visits.Areas.Count == 0 ? "" : Count(visits.Areas.Count, "visiting area", "visiting areas");
        return (areas, visits.Online) switch
        {
            ("", false) => "Optional. Where you travel to, and whether you work online.",
            ("", true) => "Online sessions.",
            (_, false) => areas + ".",
            _ => areas + " and online sessions.",
        };
    }

    private static string HoursOf(HoursForm hours)
    {
        var accepting = hours.Accepting switch { "yes" => "Taking new clients", "waiting" => "A waiting list", _ => "Not taking new clients" };
        return accepting + (hours.Of.All(h => h.ByArrangement) ? ", by arrangement." : ", with weekly hours.");
    }

    private static string ContactOf(ContactForm contact)
    {
        var ways = new[] { contact.Phone.Trim().Length > 0 ? "Telephone" : "", contact.Email.Trim().Length > 0 ? "e-mail" : "", contact.Website.Trim().Length > 0 ? "website" : "" }
            .Where(w => w.Length > 0).ToList();
        return ways.Count == 0 ? "Telephone, e-mail or website." : string.Join(", ", ways) + ".";
    }

    private static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number} {many}";
}
