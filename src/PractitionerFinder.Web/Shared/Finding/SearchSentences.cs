using System.Globalization;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Finder.Cards;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Web.Shared.Finding;

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

    /// <summary>"12 people within 10 miles of Leeds".</summary>
    public static string Total(SearchCriteria criteria, int total)
    {
        var who = total == 0 ? "Nobody yet" : People(total);
        return criteria.Origin is null ? (total == 0 ? "Nobody matches this search" : $"{who}, anywhere") : $"{who} {Where(criteria)}";
    }

    /// <summary>"1 person", "12 people".</summary>
    public static string People(int number) =>
        number == 1 ? "1 person" : string.Create(CultureInfo.InvariantCulture, $"{number:#,0} people");

    /// <summary>How the place was understood, where that needs saying.</summary>
    public static IEnumerable<string> AboutPlace(SearchCriteria criteria, PlaceAnswer? place)
    {
        if (criteria.Origin is null)
        {
            yield return "Give a town or postcode to see who is near you.";
        }

        if (place is not PlaceAnswer.Found found || criteria.Origin is not { } origin)
        {
            yield break;
        }

        if (found.Place.Label is { } label && label != origin.Name)
        {
            yield return $"{label}.";
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
        "related" => $"Other {relaxation.Value} techniques too",
        _ => $"Without “{Filter(relaxation.Value, asked)}”",
    };

    /// <summary>What a change brings: "4 more", and where there was nobody, "4 people".</summary>
    public static string Gain(Relaxation relaxation, int total) => total == 0
        ? People(relaxation.Total)
        : string.Create(CultureInfo.InvariantCulture, $"{relaxation.Total - total:#,0} more");

    /// <summary>A filter by its name in <see cref="SearchCriteria.WithoutEachFilter"/>, with what is chosen in it.</summary>
    public string Filter(string name, SearchCriteria criteria) => name switch
    {
        "technique" => string.Join(criteria.MatchAll ? " and " : " or ", criteria.Techniques.Select(t => vocabulary.Technique(t)!.Name)),
        "area" => criteria.Area is { } area ? $"works on: {vocabulary.Area(area)!.Name}" : "part of the body",
        "setting" => string.Join(" or ", criteria.Settings.Select(s => s.InWords())),
        "accepting" => criteria.Accepting?.InWords() ?? "taking on new people",
        "verified" => "proof seen",
        "step-free" or "evenings" or "weekends" => SearchCriteria.NeedWords.First(n => n.Word == name).Need.InWords(),
        "language" => criteria.Language is { } code ? $"speaks {LanguageNames.Of(code)}" : "language",
        "gender" => criteria.Gender?.InWords() ?? "gender",
        _ => criteria.Q,
    };

    /// <summary>How a result is reached: about, 2, miles; Visits, you in Otley; Online.</summary>
    public static (string? Before, string Number, string? After) Gutter(Card card, SearchCriteria criteria)
    {
        switch (card.Match.By)
        {
            case MatchedBy.Online:
                return (null, Setting.Online.InWords(), null);
            case MatchedBy.Visit:
                return (null, "Visits", criteria.Origin is { Region: null, Kind: not "point" } origin ? $"you in {origin.Name}" : "you");
            default:
                if (card.Match.Metres is not { } metres)
                {
                    return ("in", card.Locality ?? "", null);
                }

                var distance = Radius.Describe(metres, criteria.Unit).Split(' ');
                return (card.IsApproximate ? "about" : null, distance[0], distance[1]);
        }
    }

    /// <summary>Where somebody is seen: "At a clinic in Ilkley, step-free", "Also at a clinic in Leeds (9.3 miles)".</summary>
    public static string Place(CardFacts.Place place, bool isFirst, SearchCriteria criteria)
    {
        var setting = place.Setting.AsSetting().InWords();
        var where = $"{(isFirst ? setting : $"Also {char.ToLowerInvariant(setting[0])}{setting[1..]}")} in {place.Locality}";
        if (isFirst)
        {
            return where + (place.IsApproximate ? ": area shown, not the address" : "") + (place.IsStepFree ? ", step-free" : "");
        }

        return criteria.Origin is { } origin
            ? $"{where} ({(place.IsApproximate ? "about " : "")}{Radius.Describe(GreatCircle.Metres(origin.Point, place.Point), criteria.Unit)})"
            : where;
    }

    /// <summary>What has not been confirmed, to begin a sentence with.</summary>
    public static string Unconfirmed(ListingFact fact) => fact == ListingFact.Accepting ? "Room for new people" : fact.InWords();

    private static string Where(SearchCriteria criteria)
    {
        var origin = criteria.Origin!;
        return criteria.Within is { } within ? $"within {within.InWords()} of {origin.Name}" : $"in {origin.Name}";
    }
}
