using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Data.Seeding;

/// <summary>Gives a listing its past: handed in, decided, proved, confirmed, changed, paused, taken down.</summary>
internal sealed class DemoHistory(DemoProse prose, Vocabulary vocabulary, DateTime now)
{
    private const int DaysPaused = 2;

    private static readonly string[] Desk = ["demo-desk-1", "demo-desk-2", "demo-desk-3"];

    /// <summary>A listing whose past ends today.</summary>
    /// <param name="later">The content after a change the practitioner made since, drawn only when there was one.</param>
    public Listing Live(Dice dice, string slug, string author, ListingContent content, DemoPractice practice, Func<ListingContent> later)
    {
        var overdue = Overdue(dice, author);
        var age = Math.Max(
            dice.Between(45, 900),
            Math.Max(practice.HasExpired(DateOnly.FromDateTime(now)) ? 200 : 0, overdue.Count == 0 ? 0 : overdue.Values.Max() + 10));
        var begun = Ago(dice, age);
        if (dice.Percent(5))
        {
            return Unpublished(dice, slug, author, content);
        }

        var listing = new Listing(slug, content, author, begun, isDemo: true);
        listing.Submit(1, begun.AddHours(dice.Between(1, 40)));
        listing.Approve(1, dice.Of(Desk), begun.AddDays(dice.Between(2, 5)), vocabulary);
        Prove(dice, listing, content, practice, begun.AddDays(6));
        Confirm(dice, listing, author, age, overdue);
        Change(dice, listing, author, later);
        Decide(dice, listing);
        return listing;
    }

    /// <summary>Days since the last confirmation of the facts that nobody confirmed in time; most listings have none.</summary>
    private static Dictionary<ListingFact, int> Overdue(Dice dice, string author)
    {
        var days = new Dictionary<ListingFact, int>();
        Late(ListingFact.Accepting, 8, 60);
        Late(ListingFact.Hours, 5, 200);
        Late(ListingFact.Fees, 5, 200);
        Late(ListingFact.Techniques, 3, 200);

        // Contact and address hide the listing 30 days later; some are just overdue, some hidden.
        Late(ListingFact.Contact, 2.5, Freshness.DaysUntilHidden - 2);
        Late(ListingFact.Address, 1.5, Freshness.DaysUntilHidden - 2);
        if (dice.Percent(1.6))
        {
            var fact = dice.Percent(75) ? ListingFact.Contact : ListingFact.Address;
            days[fact] = Freshness.Days(fact) + Freshness.DaysUntilHidden + dice.Between(1, 90);
        }

        return days;

        void Late(ListingFact fact, double chance, int most)
        {
            if (dice.Percent(chance))
            {
                days[fact] = Freshness.Days(fact) + dice.Between(1, most);
            }
        }
    }

    private Listing Unpublished(Dice dice, string slug, string author, ListingContent content)
    {
        var begun = Ago(dice, dice.Between(1, 12));
        var listing = new Listing(slug, content, author, begun, isDemo: true);
        switch (dice.Share(50, 18, 20, 12))
        {
            case 0:
                listing.Submit(1, begun.AddHours(2));
                break;
            case 2:
                listing.Submit(1, begun.AddHours(1));
                listing.TurnDown(1, forGood: false, dice.Of(Desk), begun.AddHours(9), prose.Word("reason-changes", dice));
                break;
            case 3:
                listing.Submit(1, begun.AddHours(1));
                listing.TurnDown(1, forGood: true, dice.Of(Desk), begun.AddHours(9), prose.Word("reason-refused", dice));
                break;
        }

        return listing;
    }

    private void Prove(Dice dice, Listing listing, ListingContent content, DemoPractice practice, DateTime at)
    {
        foreach (var credential in content.Credentials.Where(c => practice.Checked.Contains(c.Key)))
        {
            var until = credential.ExpiresOn?.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            listing.Check(credential.Key, dice.Of(Desk), at, until, vocabulary);
        }
    }

    private void Confirm(Dice dice, Listing listing, string author, int age, Dictionary<ListingFact, int> overdue)
    {
        foreach (var fact in Freshness.Facts)
        {
            var days = overdue.TryGetValue(fact, out var late) ? late : dice.Between(0, Freshness.Days(fact) - 1);
            if (days < age - 8)
            {
                var how = dice.Share(60, 10, 30) switch { 0 => ConfirmedHow.Owner, 1 => ConfirmedHow.Staff, _ => ConfirmedHow.Link };
                listing.Confirm(fact, how == ConfirmedHow.Staff ? dice.Of(Desk) : author, how, Ago(dice, days));
            }
        }
    }

    private void Change(Dice dice, Listing listing, string author, Func<ListingContent> later)
    {
        if (!dice.Percent(14))
        {
            return;
        }

        var at = Ago(dice, dice.Between(2, 20));
        var revision = listing.Draft(later(), author, at).Number;
        var outcome = dice.Share(60, 24, 8, 8);
        if (outcome < 3)
        {
            listing.Submit(revision, at.AddHours(1));
        }

        if (outcome == 0)
        {
            listing.Approve(revision, dice.Of(Desk), at.AddHours(20), vocabulary);
        }
        else if (outcome == 2)
        {
            listing.TurnDown(revision, forGood: false, dice.Of(Desk), at.AddHours(20), prose.Word("reason-changes", dice));
        }
    }

    private void Decide(Dice dice, Listing listing)
    {
        switch (dice.Share(95.4, 1.6, 1.2, 0.7, 1.1))
        {
            case 1:
                listing.Pause(now.Date.AddDays(dice.Between(3, 60)), now.Date.AddDays(-DaysPaused));
                break;
            case 2:
                listing.Pause(null, now.Date.AddDays(-DaysPaused));
                break;
            case 3:
                listing.Suspend();
                break;
            case 4:
                listing.Archive();
                break;
        }
    }

    /// <summary>An instant of the working day so many days before today.</summary>
    private DateTime Ago(Dice dice, int days) => now.Date.AddDays(-days).AddMinutes(-dice.Between(300, 900));
}
