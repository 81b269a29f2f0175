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
    private const string Visit = "visit";
    private const string Online = "online";

    /// <summary>Slugs of those who are ticked, where a form asks several.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    public string? Reason { get; init; }

    public string? Technique { get; init; }

    public string? Place { get; init; }

    public IReadOnlyList<string> Times { get; init; } = [];

    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Words { get; init; }

    public static EnquiryForm Of(IFormCollection form) => new()
    {
        Asked = [.. form[nameof(Asked)].OfType<string>().Distinct()],
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
        var reason = ReadReason(ReasonsFor(listing), errors);
        var name = ReadName(errors);
        var email = ReadEmail(errors);
        var words = takesWords && PlainText.Paragraphs(Words) is { Length: > 0 } typed ? typed : null;
        if (words?.Length > Enquiry.WordsMaxLength)
        {
            errors.Add(nameof(Words), $"Your message has {words.Length} characters. Shorten it to {Enquiry.WordsMaxLength}.");
        }

        return errors.Any ? null : AnswersFor(listing, name, email!, reason!.Value) with
        {
            Place = PlacesOf(listing).Where(p => p.Value == Place).Select(p => p.Words).FirstOrDefault() is { } place ? Cut(place) : null,
            Words = words,
        };
    }

    /// <summary>
    /// What it asks each of the listings that are ticked, in their order: neither a place nor own words, which are for one alone, and a technique only where the listing has it.
    /// Null, with what to do about it, when something is missing or cannot be.
    /// </summary>
    public IReadOnlyList<EnquiryAnswers>? ReadForEach(IReadOnlyList<PublicListing> ticked, IReadOnlyList<PublicListing> shown, FormErrors errors)
    {
        if (ticked.Count is 0 or > Enquiry.MostAtOnce)
        {
            errors.Add(nameof(Asked), ticked.Count == 0 ? "Tick whom you would like to ask." : $"{ticked.Count} people are ticked. Leave {Enquiry.MostAtOnce} ticked at most.");
        }

        var reason = ReadReason(ReasonsForAny(shown), errors);
        if (reason is { } asks && ticked.Where(l => !ReasonsFor(l).Contains(asks)).Select(l => l.Name).ToList() is { Count: > 0 } others)
        {
            errors.Add(nameof(Asked), $"This is no question for {others.InOneSentence()}, going by what they say on their page. Take the tick away there, or choose something else below.");
        }

        var name = ReadName(errors);
        var email = ReadEmail(errors);
        return errors.Any ? null : [.. ticked.Select(l => AnswersFor(l, name, email!, reason!.Value))];
    }

    /// <summary>The reasons that make sense for one of some listings at least.</summary>
    public static IReadOnlyList<EnquiryReason> ReasonsForAny(IEnumerable<PublicListing> listings) => [.. listings.SelectMany(ReasonsFor).Distinct().Order()];

    private EnquiryAnswers AnswersFor(PublicListing listing, string name, string email, EnquiryReason reason) => new(
        name,
        email,
        reason,
        listing.Techniques.Select(t => t.Slug).FirstOrDefault(slug => slug == Technique),
        Place: null,
        EnquiryWords.AllTimes.Where(t => Times.Contains(t.ToString())).Aggregate(EnquiryTimes.None, (all, one) => all | one),
        Words: null);

    private EnquiryReason? ReadReason(IReadOnlyList<EnquiryReason> all, FormErrors errors)
    {
        if (Enum.TryParse<EnquiryReason>(Reason, out var chosen) && all.Contains(chosen))
        {
            return chosen;
        }

        errors.Add(nameof(Reason), "Choose what your enquiry is about.");
        return null;
    }

    private string? ReadEmail(FormErrors errors)
    {
        var email = EmailAddress.Read(Email);
        if (email is null)
        {
            errors.Add(nameof(Email), "Enter your e-mail address, such as name@mail.example.");
        }

        return email;
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
