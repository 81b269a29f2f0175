using PractitionerFinder.Core.Accounts;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared.Forms;
using PractitionerFinder.Web.Shared.Profile;

namespace PractitionerFinder.Web.Features.Enquiries;

/// <summary>The form of an enquiry as it was sent: what is in it may be anything.</summary>
public sealed record EnquiryForm
{
    /// <summary>A field that people do not see, and programs fill in.</summary>
    public const string Trap = "Website";

    private const string Visit = "visit";
    private const string Online = "online";

    public string? Reason { get; init; }

    public string? Technique { get; init; }

    public string? Place { get; init; }

    public IReadOnlyList<string> Times { get; init; } = [];

    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Words { get; init; }

    public static EnquiryForm Of(IFormCollection form) => new()
    {
        Reason = form[nameof(Reason)],
        Technique = form[nameof(Technique)],
        Place = form[nameof(Place)],
        Times = [.. form[nameof(Times)].OfType<string>()],
        Name = form[nameof(Name)],
        Email = form[nameof(Email)],
        Words = form[nameof(Words)],
    };

    /// <summary>The reasons that make sense for a listing.</summary>
    public static IReadOnlyList<EnquiryReason> ReasonsFor(PublicListing listing) =>
        [.. Enum.GetValues<EnquiryReason>().Where(r => r switch
        {
            EnquiryReason.Technique => listing.Techniques.Count > 0,
            EnquiryReason.HomeVisit => listing.VisitAreas.Count > 0,
            EnquiryReason.Online => listing.Online is not null,
            EnquiryReason.Access => listing.Locations.Count > 0,
            _ => true,
        })];

    /// <summary>Where somebody can be seen: value and words.</summary>
    public static IReadOnlyList<(string Value, string Words)> PlacesOf(PublicListing listing) =>
    [
        .. listing.Locations.Select(l => (l.Key, l.Name is { } name ? $"{ProfileSentences.Describe(l)}, {name}" : ProfileSentences.Describe(l))),
        .. listing.VisitAreas.Count > 0 ? [(Visit, "A visit at home")] : Array.Empty<(string, string)>(),
        .. listing.Online is not null ? [(Online, "Online")] : Array.Empty<(string, string)>(),
    ];

    public static IReadOnlyList<(string Value, string Words)> TechniquesOf(PublicListing listing, Vocabulary vocabulary) =>
        [.. listing.Techniques.Select(t => (t.Slug, vocabulary.Technique(t.Slug)?.Name ?? t.Slug))];

    /// <summary>What it asks; null, with what to do about it, when something is missing or cannot be.</summary>
    public EnquiryAnswers? Read(PublicListing listing, bool takesWords, FormErrors errors)
    {
        EnquiryReason? reason = Enum.TryParse<EnquiryReason>(Reason, out var chosen) && ReasonsFor(listing).Contains(chosen) ? chosen : null;
        if (reason is null)
        {
            errors.Add(nameof(Reason), "Choose what your enquiry is about.");
        }

        var name = ReadName(errors);
        var email = EmailAddress.Read(Email);
        if (email is null)
        {
            errors.Add(nameof(Email), "Enter your e-mail address, such as name@mail.example.");
        }

        var words = takesWords && PlainText.Paragraphs(Words) is { Length: > 0 } typed ? typed : null;
        if (words?.Length > Enquiry.WordsMaxLength)
        {
            errors.Add(nameof(Words), $"Your message has {words.Length} characters. Shorten it to {Enquiry.WordsMaxLength}.");
        }

        return errors.Any ? null : new EnquiryAnswers(
            name,
            email!,
            reason!.Value,
            listing.Techniques.Select(t => t.Slug).FirstOrDefault(slug => slug == Technique),
            PlacesOf(listing).Where(p => p.Value == Place).Select(p => p.Words).FirstOrDefault() is { } place ? Cut(place) : null,
            EnquiryWords.AllTimes.Where(t => Times.Contains(t.ToString())).Aggregate(EnquiryTimes.None, (all, one) => all | one),
            words);
    }

    private string ReadName(FormErrors errors)
    {
        var name = PlainText.Line(Name);
        if (name.Length == 0)
        {
            errors.Add(nameof(Name), "Enter what you would like to be called. A first name is enough.");
        }
        else if (name.Length > EnquiryAnswers.NameMaxLength)
        {
            errors.Add(nameof(Name), $"Enter a name of up to {EnquiryAnswers.NameMaxLength} characters.");
        }
        else if (name.Contains('@', StringComparison.Ordinal) || name.Contains("://", StringComparison.Ordinal) || name.Contains("www.", StringComparison.OrdinalIgnoreCase))
        {
            errors.Add(nameof(Name), "Enter a name without an address or a link in it.");
        }

        return name;
    }

    private static string Cut(string words) => words.Length <= EnquiryAnswers.PlaceMaxLength ? words : words[..EnquiryAnswers.PlaceMaxLength];
}
