using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Moderation;

/// <summary>Adds a listing that nobody keeps yet, made by staff from what is public about a practitioner.</summary>
public sealed class AddListing(
    IDbContextFactory<FinderDbContext> contexts, FormReader reader, Gazetteer gazetteer, Vocabulary vocabulary, TimeProvider time)
{
    private const string OnlyPlace = "p1";

    public abstract record Result
    {
        /// <summary>It is there and public; a second press of the same page finds it so.</summary>
        public sealed record Added(long Listing) : Result;

        /// <summary>Something has to be put right first.</summary>
        public sealed record Faulty(IReadOnlyList<FormFault> Faults) : Result;
    }

    /// <param name="form">What was typed; its only place gets its point from the gazetteer.</param>
    /// <param name="once">Names the page that was filled in, so that two presses of it make one listing.</param>
    /// <param name="by">Who adds it.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result> RunAsync(ListingForm form, Guid once, long by, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        Locate(form);
        var reading = reader.Read(form, null, DateOnly.FromDateTime(now));
        if (reading.Faults.Count > 0)
        {
            return new Result.Faulty(reading.Faults);
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancel);
        var mark = once.ToString("n");
        if (await db.Events.Where(e => e.Deed == ListingDeed.Began && e.By == by && e.Code == mark).Select(e => (long?)e.ListingId).FirstOrDefaultAsync(cancel) is { } there)
        {
            return new Result.Added(there);
        }

        var plain = ListingSlug.Of(reading.Content.Name, reading.Content.Locations.Select(l => l.Address.Locality).FirstOrDefault());
        var slug = plain;
        for (var i = 2; await db.Listings.AnyAsync(l => l.Slug == slug, cancel); i++)
        {
            slug = ListingSlug.Numbered(plain, i);
        }

        var person = AccountIds.AsPerson(by);
        var listing = Listing.Begin(slug);
        foreach (var fact in Freshness.Facts)
        {
            listing.Confirm(fact, person, ConfirmedHow.Staff, now);
        }

        listing.Propose(reading.Content, person, now);
        listing.Approve(1, person, now, vocabulary);
        db.Listings.Add(listing);
        await db.SaveChangesAsync(cancel);
        db.Events.Add(new ListingEvent(listing.Id, ListingDeed.Began, by, now, code: mark));
        db.Events.Add(new ListingEvent(listing.Id, ListingDeed.Approved, by, now, 1));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Result.Added(listing.Id);
    }

    /// <summary>The form of one place as it was typed.</summary>
    public static PlaceForm Place(ListingForm form)
    {
        if (form.Places.Places.Count == 0)
        {
            form.Places.Places.Add(new PlaceForm { Key = OnlyPlace });
        }

        return form.Places.Places[0];
    }

    private void Locate(ListingForm form)
    {
        var place = Place(form);
        foreach (var text in new[] { place.Postcode, $"{place.Locality}, {place.Postcode}", place.Locality }.Select(t => t.Trim(' ', ',')).Where(t => t.Length > 0))
        {
            if (gazetteer.Resolve(text, place.Country) is PlaceAnswer.Found { FellBackFrom: null, Place: { IsArea: false } found } && (place.Country.Length == 0 || found.Country == place.Country))
            {
                place.Latitude = found.Point.Latitude.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
                place.Longitude = found.Point.Longitude.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
                place.Country = found.Country;
                return;
            }
        }
    }
}
