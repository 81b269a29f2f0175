using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Finder;

/// <summary>What the results page says about a search.</summary>
public sealed class SearchSentences(Vocabulary vocabulary)
{
    // Coarser than this, the middle of a postcode is worth a sentence.
    private const int CoarseMetres = 400;

    /// <summary>What was searched: "Cupping within 10 miles of Leeds".</summary>
    public string Subject(SearchCriteria criteria)
    {
        var names = criteria.Techniques.Select(t => vocabulary.Technique(t)!.Name).ToList();
        var what = names.Count == 0 ? "Practitioners" : string.Join(criteria.MatchAll ? " and " : " or ", names);
        return criteria.Origin is null ? what : $"{what} {Where(criteria)}";
    }

    /// <summary>"12 practitioners within 10 miles of Leeds, West Yorkshire".</summary>
    public static string Total(SearchCriteria criteria, int total)
    {
        var who = total switch
        {
            0 => "Nobody",
            1 => "1 practitioner",
            _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{total:#,0} practitioners"),
        };
        return criteria.Origin is null ? (total == 0 ? "Nobody matches this search" : who) : $"{who} {Where(criteria, withAdmin: true)}";
    }

    /// <summary>How the place was understood, where that needs saying.</summary>
    public static IEnumerable<string> AboutPlace(SearchCriteria criteria, PlaceAnswer? place)
    {
        if (place is not PlaceAnswer.Found found || criteria.Origin is not { } origin)
        {
            yield break;
        }

        if (found.Corrected)
        {
            yield return $"We do not know “{criteria.Near}”, so this shows {found.Place.Label}.";
        }

        if (found.FallbackStatement is { } fellBack)
        {
            yield return fellBack;
        }

        if (origin.Region is not null)
        {
            yield return $"Everybody in {origin.Name}, those nearest to the middle of its people first.";
        }

        if (origin.SpreadMetres * 2 is { } across and >= CoarseMetres)
        {
            yield return $"Measured from the middle of {origin.Name}, about {Radius.Describe(across, criteria.Unit)} across.";
        }
    }

    /// <summary>A change that finds more: "Within 15 miles: 4".</summary>
    public string Describe(Relaxation relaxation, SearchCriteria asked) => relaxation.Change switch
    {
        "within" => $"Within {Radius.Read(relaxation.Value)!.Value.InWords()}",
        "include-online" => "Include sessions online",
        "any-technique" => "Any of your techniques, not all of them",
        _ => $"Without “{Filter(relaxation.Value, asked)}”",
    };

    /// <summary>A filter by its name in <see cref="SearchCriteria.WithoutEachFilter"/>, with what is chosen in it.</summary>
    public string Filter(string name, SearchCriteria criteria) => name switch
    {
        "technique" => string.Join(criteria.MatchAll ? " and " : " or ", criteria.Techniques.Select(t => vocabulary.Technique(t)!.Name)),
        "area" => criteria.Area is { } area ? $"works on: {vocabulary.Area(area)!.Name}" : "part of the body",
        "setting" => string.Join(" or ", criteria.Settings.Select(s => s.InWords())),
        "accepting" => criteria.Accepting?.InWords() ?? "taking on new people",
        "verified" => "proof seen",
        "step-free" => "step-free",
        "evenings" => "weekday evenings",
        "weekends" => "weekends",
        "language" => criteria.Language is { } code ? $"speaks {LanguageNames.Of(code)}" : "language",
        "gender" => criteria.Gender?.InWords() ?? "gender",
        _ => criteria.Q,
    };

    /// <summary>How a result is reached: "2.1 miles", "about 2 miles", "Visits you, from Otley", "Online".</summary>
    public static string Distance(Card card, SearchCriteria criteria)
    {
        var distance = card.Match.Metres is { } metres ? (card.IsApproximate ? "about " : "") + Radius.Describe(metres, criteria.Unit) : null;
        return card.Match.By switch
        {
            MatchedBy.Online => Setting.Online.InWords(),
            MatchedBy.Visit => $"Visits you, from {card.Visits?.Locality}" + (distance is null ? "" : $" ({distance})"),
            _ => distance is null ? card.Locality ?? "" : $"{distance}, {card.Locality}",
        };
    }

    private static string Where(SearchCriteria criteria, bool withAdmin = false)
    {
        var origin = criteria.Origin!;
        var name = withAdmin && origin.Admin is { } admin ? $"{origin.Name}, {admin}" : origin.Name;
        return criteria.Within is { } within ? $"within {within.InWords()} of {name}" : $"in {name}";
    }
}
