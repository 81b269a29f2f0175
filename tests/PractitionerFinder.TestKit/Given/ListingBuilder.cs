using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.TestKit;

/// <summary>
/// Builds a listing by the verbs that the site itself uses. It says sensible things where a test says nothing: a
/// published listing of a clinic in the middle of Leeds that offers myofascial release, confirmed when it was approved.
/// </summary>
public sealed class ListingBuilder
{
    /// <summary>When listings are approved unless a test says otherwise.</summary>
    public static readonly DateTime Morning = new(2026, 6, 15, 9, 0, 0, DateTimeKind.Utc);

    /// <summary>The middle of Leeds.</summary>
    public static readonly GeoPoint Leeds = new(53.7997, -1.5492);

    private const string Staff = "staff";
    private static int made;

    private readonly List<PracticeLocation> places = [];
    private readonly List<VisitArea> visits = [];
    private readonly List<OfferedTechnique> techniques = [];
    private readonly List<Credential> credentials = [];
    private readonly List<(string Credential, DateTime? Until)> checks = [];
    private readonly List<Action<Listing>> afterwards = [];
    private readonly List<Func<ListingContent, ListingContent>> words = [];
    private string slug = $"listing-{Interlocked.Increment(ref made)}";
    private string name = "Amira Holt";
    private DateTime at = Morning;
    private RevisionState stage = RevisionState.Approved;
    private bool isDemo;
    private bool isBuiltUp = true;
    private bool hasNoPlace;

    /// <summary>The address of its page; unique when not given.</summary>
    public ListingBuilder At(string address)
    {
        slug = address;
        return this;
    }

    public ListingBuilder Named(string theName)
    {
        name = theName;
        return this;
    }

    /// <summary>Anything that has no verb of its own here.</summary>
    public ListingBuilder Saying(Func<ListingContent, ListingContent> change)
    {
        words.Add(change);
        return this;
    }

    /// <summary>Adds a clinic with a public address.</summary>
    public ListingBuilder In(
        double latitude, double longitude, string locality = "Leeds", string country = "GB", string? admin1 = "ENG", string? county = "Leeds")
    {
        var point = new GeoPoint(latitude, longitude);
        places.Add(new PracticeLocation
        {
            Key = $"place-{places.Count + 1}",
            Setting = LocationSetting.Clinic,
            Address = new Address
            {
                Lines = [$"{places.Count + 1} Secret Street"],
                Locality = locality,
                Postcode = country == "GB" ? "LS1 9ZZ" : null,
                Country = country,
                Admin1Code = admin1,
                County = county,
            },
            Point = point,
            Cell = CoarseCell.Containing(point, _ => isBuiltUp),
        });
        return this;
    }

    /// <summary>Changes the last place that was added.</summary>
    public ListingBuilder There(Func<PracticeLocation, PracticeLocation> change)
    {
        var place = LastPlace();
        places[^1] = change(place);
        return this;
    }

    /// <summary>Makes the last place a home of which the public sees only the area.</summary>
    public ListingBuilder PrivateHome() =>
        There(p => p with { Setting = LocationSetting.TheirHome, Privacy = AddressPrivacy.AreaOnly });

    /// <summary>Few people live at the places that are added from here on, so that their cells are wide.</summary>
    public ListingBuilder Remote()
    {
        isBuiltUp = false;
        return this;
    }

    /// <summary>Visits people within a radius of the last place.</summary>
    public ListingBuilder Visiting(int radiusMetres = 10_000, WeeklyHours? hours = null)
    {
        var from = LastPlace();
        visits.Add(new VisitArea
        {
            Key = $"visits-{visits.Count + 1}",
            Base = from.Address,
            BaseCell = from.Cell,
            RadiusMetres = radiusMetres,
            Cover = VisitCover.OfRadius(from.Cell.Centre, radiusMetres),
            Hours = hours,
        });
        return this;
    }

    /// <summary>Has no place where people are seen: visits or online only.</summary>
    public ListingBuilder WithoutPlace()
    {
        hasNoPlace = true;
        return this;
    }

    public ListingBuilder Online(WeeklyHours? hours = null) => Saying(c => c with { Online = new OnlineSessions(hours) });

    public ListingBuilder Offering(params string[] slugs)
    {
        techniques.AddRange(slugs.Select(s => new OfferedTechnique(s)));
        return this;
    }

    /// <summary>Offers a technique and has proof for it that staff have seen.</summary>
    /// <param name="technique">Its slug.</param>
    /// <param name="until">The instant from which the proof no longer holds, UTC; null when it does not expire.</param>
    public ListingBuilder ProvenIn(string technique, DateTime? until = null)
    {
        var credential = new Credential(
            $"proof-{credentials.Count + 1}",
            "Register of Manual Therapists",
            $"RMT-{credentials.Count + 1}",
            until is { } end ? DateOnly.FromDateTime(end.AddTicks(-1)) : null,
            [technique]);
        credentials.Add(credential);
        checks.Add((credential.Key, until));
        return Offering(technique);
    }

    /// <summary>Names body areas.</summary>
    public ListingBuilder WorkingOn(params string[] areas) => Saying(c => c with { Areas = areas });

    public ListingBuilder Speaking(params string[] languages) => Saying(c => c with { Languages = languages });

    public ListingBuilder Taking(Accepting accepting) => Saying(c => c with { Accepting = accepting });

    public ListingBuilder Being(Gender gender) => Saying(c => c with { Gender = gender });

    /// <summary>Opens the last place from ten to twenty on these days.</summary>
    public ListingBuilder Open(params DayOfWeek[] days) => There(p => p with { Hours = HoursOn(days) });

    public ListingBuilder Demo()
    {
        isDemo = true;
        return this;
    }

    /// <summary>Handed in, approved and confirmed at this time, UTC.</summary>
    public ListingBuilder Approved(DateTime when)
    {
        at = when;
        return this;
    }

    /// <summary>Handed in and not decided.</summary>
    public ListingBuilder Submitted()
    {
        stage = RevisionState.Submitted;
        return this;
    }

    /// <summary>Confirmed again, later than when it was approved.</summary>
    public ListingBuilder Confirmed(ListingFact fact, DateTime when)
    {
        afterwards.Add(l => l.Confirm(fact, "owner", ConfirmedHow.Owner, when));
        return this;
    }

    /// <summary>Paused by its owner until an instant, since an instant or since it was approved, UTC.</summary>
    public ListingBuilder Paused(DateTime? until = null, DateTime? since = null)
    {
        afterwards.Add(l => l.Pause(until, since ?? at));
        return this;
    }

    public ListingBuilder Suspended()
    {
        afterwards.Add(l => l.Suspend());
        return this;
    }

    public ListingBuilder Archived(long? mergedInto = null)
    {
        afterwards.Add(l => l.Archive(mergedInto));
        return this;
    }

    /// <summary>The listing, as the verbs of the site leave it.</summary>
    public Listing Build(Vocabulary vocabulary)
    {
        if (!hasNoPlace)
        {
            LastPlace();
        }

        var content = words.Aggregate(Content(), (said, change) => change(said));
        var listing = new Listing(slug, content, "owner", at, isDemo);
        listing.Submit(1, at);
        if (stage == RevisionState.Approved)
        {
            listing.Approve(1, Staff, at, vocabulary);
            checks.ForEach(c => listing.Check(c.Credential, Staff, at, c.Until, vocabulary));
            afterwards.ForEach(change => change(listing));
        }

        return listing;
    }

    /// <summary>Ten to twenty, in British time, on these days.</summary>
    public static WeeklyHours HoursOn(params DayOfWeek[] days) =>
        new("Europe/London", [.. days.Select(d => new OpenPeriod(d, new TimeOnly(10, 0), new TimeOnly(20, 0)))], []);

    private ListingContent Content() => new()
    {
        Name = name,
        Headline = "Quiet, unhurried hands-on work",
        About = "I have worked with sore backs for ten years.\n\nSessions are quiet.",
        Techniques = techniques.Count > 0 ? techniques : [new OfferedTechnique("myofascial-release")],
        Credentials = credentials,
        Locations = hasNoPlace ? [] : places,
        VisitAreas = visits,
        Languages = ["en"],
        Fees = [new Fee(60, 5500, "GBP")],
        Contact = new ContactChoices { Phone = "+44 113 496 0123", Email = "owner@mail.example", Website = "https://holt.example" },
    };

    private PracticeLocation LastPlace()
    {
        if (places.Count == 0)
        {
            In(Leeds.Latitude, Leeds.Longitude);
        }

        return places[^1];
    }
}
