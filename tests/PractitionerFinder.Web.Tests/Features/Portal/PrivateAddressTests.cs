using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Web.Features.Moderation;
using PractitionerFinder.Web.Features.Portal;
using PractitionerFinder.Web.Shared.Mailing;
using PractitionerFinder.Web.Tests.Shared.Uploads;

namespace PractitionerFinder.Web.Tests.Features.Portal;

/// <summary>
/// Somebody who works from home is found and never located. Two listings that were written through the form and whose homes
/// stand at opposite ends of one coarse cell answer everything alike: so nothing that is answered tells where in the cell a home is.
/// </summary>
public sealed class PrivateAddressTests : IAsyncDisposable
{
    private const int Searches = 10_000;
    private const string Street = "17 Hidden Lane";
    private const string Postcode = "LS21 3AB";

    private static readonly GeoPoint Otley = new(53.9057, -1.6905);

    private readonly PeopleSite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Ten_thousand_searches_from_anywhere_come_no_closer_than_the_cell(bool drawn)
    {
        var (south, west, north, east) = Cell().Bounds;
        var corner = new GeoPoint(south + (north - south) * 0.02, west + (east - west) * 0.02);
        var opposite = new GeoPoint(north - (north - south) * 0.02, east - (east - west) * 0.02);
        var (here, there) = (Written(corner, drawn, "a"), Written(opposite, drawn, "b"));
        Assert.True(corner.MetresTo(opposite) > 500, "The homes stand apart.");
        var random = new Random(20261126);
        var met = 0;

        for (var i = 0; i < Searches; i++)
        {
            // Half of the searches come from in and right around the cell, where a thief would look.
            var reach = i % 2 == 0 ? 0.02 : 0.3;
            var origin = new GeoPoint(Otley.Latitude + (random.NextDouble() - 0.5) * reach, Otley.Longitude + (random.NextDouble() - 0.5) * reach * 1.7);
            var criteria = new SearchCriteria
            {
                Origin = new SearchOrigin { Point = origin, Name = "here", Kind = "point" },
                AskedWithin = new Radius(Math.Round((decimal)random.NextDouble() * 30, 3), DistanceUnit.Kilometres),
                Settings = (i % 3) switch { 0 => [], 1 => [Setting.Visit], _ => [Setting.TheirHome] },
                Now = PeopleSite.Noon,
            };

            var (one, other) = (SearchRules.Evaluate(here, criteria).Match, SearchRules.Evaluate(there, criteria).Match);

            Assert.Equal(one, other);
            if (one is { Metres: { } metres })
            {
                met++;
                Assert.Equal(Cell().Centre.Rounded().MetresTo(origin), metres);
            }
        }

        Assert.InRange(met, Searches / 10, Searches);
    }

    [Fact]
    public async Task Neither_the_point_nor_the_address_is_in_anything_public()
    {
        var (south, west, north, east) = Cell().Bounds;
        var home = new GeoPoint(south + (north - south) * 0.037, west + (east - west) * 0.041);
        var listing = Written(home, drawn: false, "a");
        await site.WriteAsync(db => db.Add(listing));
        using var browser = site.CreateClient();
        var secrets = Secrets(home).ToList();

        foreach (var address in new[]
        {
            $"/practitioners/{listing.Slug}", $"/api/v1/practitioners/{listing.Slug}", "/find?near=Otley&within=20mi", "/find?near=LS21&within=20mi&setting=visit",
            "/api/v1/search?near=Otley&within=20mi", "/api/v1/search?near=LS21&within=20mi&setting=visit", "/sitemaps/practitioners-1.xml", "/techniques/cupping?near=Otley",
        })
        {
            using var answer = await browser.GetAsync(address, Cancel);
            var body = await answer.Content.ReadAsStringAsync(Cancel);
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, body, StringComparison.OrdinalIgnoreCase));
        }

        Assert.All(secrets, secret => Assert.DoesNotContain(secret, site.Logs.Text, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Otley", await browser.GetStringAsync($"/practitioners/{listing.Slug}", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_is_in_a_picture_that_the_public_sees_nor_in_a_mail()
    {
        var (south, west, north, east) = Cell().Bounds;
        var home = new GeoPoint(south + (north - south) * 0.037, west + (east - west) * 0.041);
        var listing = Written(home, drawn: false, "a");
        await site.WriteAsync(db => db.Add(listing));
        var (amira, mo) = (await site.GivenPersonAsync("amira"), await site.GivenPersonAsync("mo"));
        await site.JoinAsync(listing.Id, amira, MemberRole.Owner);
        var secrets = Secrets(home).ToList();

        // A telephone writes into its pictures where it was.
        var written = Encoding.UTF8.GetBytes(string.Join(' ', secrets));
        using var file = new MemoryStream(GivenPictures.Photo().With(GivenPictures.Exif(1), (0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. written]), (0xFE, written)));
        var photo = Assert.IsType<KeepUploads.Result.Stored>(await Service<KeepUploads>().AddPhotoAsync(listing.Id, amira, file, Cancel)).Key;
        var book = (await Service<ReadWorkbook>().RunAsync(listing.Id, amira, Cancel))!;
        book.Form.Photo.Alt = "A room with a window";
        var seen = book.Drafts.Single(d => d.Section == PhotoForm.Section).Version;
        Assert.IsType<SaveDraft.Result.Saved>(await Service<SaveDraft>().RunAsync(listing.Id, amira, PhotoForm.Section, seen, book.Form.Write(PhotoForm.Section), Cancel));
        foreach (var decision in new[] { DecideRevision.Decision.SendBack, DecideRevision.Decision.Approve })
        {
            var toSend = (await Service<ReadWorkbook>().RunAsync(listing.Id, amira, Cancel))!.Seen;
            Assert.IsType<Kept.Done>(await Service<KeepListing>().SendAsync(listing.Id, amira, toSend, Cancel));
            await using var db = await site.ContextAsync();
            var waiting = await db.Listings.Where(l => l.Id == listing.Id).Select(l => new { l.Version, Number = l.Revisions.Max(r => r.Number) }).SingleAsync(Cancel);
            IReadOnlyList<FieldReason> reasons = decision == DecideRevision.Decision.SendBack ? [new FieldReason("places/p1", "Say how to reach you.")] : [];
            Assert.IsType<DecideRevision.Result.Done>(await Service<DecideRevision>().RunAsync(listing.Id, waiting.Number, waiting.Version, mo, decision, "", reasons, Cancel));
            site.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var owner = await site.SignInAsync("amira");
        await owner.PressAsync(PortalUrls.People(listing.Id), "invite", ("Email", "ines@people.example"));

        using var browser = site.CreateClient();
        foreach (var address in new[] { $"/photos/{photo}", $"/photos/{photo}/small" })
        {
            var bytes = await browser.GetByteArrayAsync(address, Cancel);
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, Encoding.Latin1.GetString(bytes), StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        }

        Assert.Equal(["Your listing needs a change", "Your listing was approved"], site.Mails.Sent.Select(m => m.Subject).Take(2));
        Assert.Equal(3, site.Mails.Sent.Count);
        foreach (var mail in site.Mails.Sent)
        {
            var message = await Service<MailRenderer>().RenderAsync(mail);
            foreach (var part in new[] { message.Subject, message.TextBody, message.HtmlBody })
            {
                Assert.All(secrets, secret => Assert.DoesNotContain(secret, part, StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    [Fact]
    public async Task An_address_made_private_is_gone_from_everything_public_at_once_when_it_is_approved()
    {
        var vocabulary = site.Services.GetRequiredService<Vocabulary>();
        var open = Form(Otley, drawn: false);
        open.Places.Places[0].AreaOnly = false;
        var listing = Approved(Read(open), "a");
        await site.WriteAsync(db => db.Add(listing));
        using var browser = site.CreateClient();
        Assert.Contains(Street, await browser.GetStringAsync($"/practitioners/{listing.Slug}", Cancel), StringComparison.Ordinal);

        await using (var db = await site.ContextAsync())
        {
            db.Attach(listing);
            listing.Propose(Read(Form(Otley, drawn: false)), "1", PeopleSite.Noon);
            listing.Approve(2, "2", PeopleSite.Noon, vocabulary);
            await db.SaveChangesAsync(Cancel);
            Assert.DoesNotContain(await db.Locations.Where(l => l.ListingId == listing.Id).ToListAsync(Cancel), l => l.Point.MetresTo(Otley) < 20);
        }

        // What was asked for before is kept for up to a quarter of a second.
        await site.CatchUpAsync();
        foreach (var address in new[] { $"/api/v1/practitioners/{listing.Slug}", "/find?near=Otley&within=20mi", "/api/v1/search?near=Otley&within=20mi" })
        {
            Assert.DoesNotContain(Street, await browser.GetStringAsync(address, Cancel), StringComparison.Ordinal);
        }
    }

    /// <summary>The address, and the point with every number of decimals that gives it away.</summary>
    private static IEnumerable<string> Secrets(GeoPoint home) =>
        new[] { Street, Postcode }.Concat(
            from degrees in new[] { home.Latitude, home.Longitude }
            from decimals in new[] { 4, 5, 6 }
            from text in new[] { Math.Round(degrees, decimals).ToString(CultureInfo.InvariantCulture), (Math.Truncate(degrees * Math.Pow(10, decimals)) / Math.Pow(10, decimals)).ToString(CultureInfo.InvariantCulture) }
            select text);

    private T Service<T>()
        where T : notnull => site.Services.GetRequiredService<T>();

    private CoarseCell Cell() => CoarseCell.Containing(Otley, site.Services.GetRequiredService<Gazetteer>().IsBuiltUp);

    private Listing Written(GeoPoint home, bool drawn, string slug) => Approved(Read(Form(home, drawn)), slug);

    private Listing Approved(ListingContent content, string slug)
    {
        var listing = Listing.Begin(slug);
        listing.Propose(content, "1", PeopleSite.Noon.AddHours(-1));
        listing.Approve(1, "2", PeopleSite.Noon.AddHours(-1), site.Services.GetRequiredService<Vocabulary>());
        return listing;
    }

    private ListingContent Read(ListingForm form)
    {
        var reading = site.Services.GetRequiredService<FormReader>().Read(form, null, DateOnly.FromDateTime(PeopleSite.Noon));
        Assert.True(reading.Faults.Count == 0, string.Join("; ", reading.Faults));
        return reading.Content;
    }

    /// <summary>What somebody types who works from home, and who draws an area that begins at their own door.</summary>
    private ListingForm Form(GeoPoint home, bool drawn)
    {
        var place = new PlaceForm
        {
            Key = "p1",
            Setting = "their-home",
            AreaOnly = true,
            Line1 = Street,
            Locality = "Otley",
            Postcode = Postcode,
            Country = "GB",
            Latitude = home.Latitude.ToString("R", CultureInfo.InvariantCulture),
            Longitude = home.Longitude.ToString("R", CultureInfo.InvariantCulture),
            Parking = "In front of 17 Hidden Lane",
            Transport = "The bus stops at 17 Hidden Lane",
        };
        var (south, west, north, east) = Cell().Bounds;
        return new ListingForm
        {
            About = new AboutForm { Name = "Amira Holt", Headline = "Slow hands", About = "I work slowly.", Languages = ["en"] },
            Techniques = new TechniquesForm { Techniques = [new TechniqueForm { Key = "cupping" }] },
            Places = new PlacesForm { Places = [place] },
            Visits = new VisitsForm
            {
                Areas =
                [
                    new VisitForm
                    {
                        Key = "v1", From = "p1", Drawn = drawn, Radius = "6", Unit = "km",

                        // A corner in the middle of the cell: what touches the cell holds all of it.
                        Outline = drawn ? [[(south + north) / 2, (west + east) / 2], [north + 0.05, west - 0.05], [north + 0.05, east + 0.05]] : [],
                    },
                ],
            },
            Hours = new HoursForm { Accepting = "yes" },
            Contact = new ContactForm { Email = "amira@practice.example" },
        };
    }
}
