using System.Globalization;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Listings;

namespace PractitionerFinder.Web.Shared;

/// <summary>What people read for the values of a listing; the words of addresses and answers are in <see cref="ListingWords"/>.</summary>
public static class ListingPhrases
{
    public static string InWords(this Setting setting) => setting switch
    {
        Setting.Clinic => "At a clinic",
        Setting.TheirHome => "At their home",
        Setting.Visit => "Visits you",
        _ => "Online",
    };

    public static string InWords(this Accepting accepting) => accepting switch
    {
        Accepting.Yes => "Taking on new people",
        Accepting.Waiting => "Has a waiting list",
        _ => "Not taking on new people",
    };

    public static string InWords(this Gender gender) => gender switch
    {
        Gender.Woman => "Woman",
        Gender.Man => "Man",
        _ => "Non-binary",
    };

    public static string InWords(this Needs need) => need switch
    {
        Needs.StepFree => "No steps",
        Needs.Evenings => "Weekday evenings",
        _ => "Weekends",
    };

    public static string InWords(this StepFree stepFree) => stepFree switch
    {
        StepFree.Yes => "Step-free throughout",
        StepFree.Partly => "Step-free in part; ask before you come",
        StepFree.No => "There are steps",
        _ => "Nobody has said whether there are steps",
    };

    public static string InWords(this ListingFact fact) => fact switch
    {
        ListingFact.Accepting => "Taking on new people",
        ListingFact.Contact => "Contact",
        ListingFact.Address => "Address",
        ListingFact.Hours => "Hours",
        ListingFact.Fees => "Fees",
        _ => "Techniques",
    };

    public static string InWords(this ConfirmedHow how) => how == ConfirmedHow.Staff ? "by our staff" : "by the practitioner";

    public static string InWords(this DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string InWords(this TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
