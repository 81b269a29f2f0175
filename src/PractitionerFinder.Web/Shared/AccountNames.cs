using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Data;

namespace PractitionerFinder.Web.Shared;

/// <summary>How people who keep and review listings are named to each other.</summary>
public static class AccountNames
{
    /// <summary>What stands where an account is gone.</summary>
    public const string Gone = "somebody whose account is gone";

    public static async Task<string> NameOfAsync(this FinderDbContext db, long account, CancellationToken cancel) =>
        await db.Users.Where(a => a.Id == account).Select(a => a.Name).SingleOrDefaultAsync(cancel) ?? Gone;

    /// <summary>The names of those who wrote and decided revisions.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> NamesOfAsync(
        this FinderDbContext db, IEnumerable<string?> people, CancellationToken cancel)
    {
        var texts = people.OfType<string>().Distinct().ToList();
        var ids = texts.Select(AccountIn).OfType<long>().ToList();
        var names = await db.Users.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        return texts.ToDictionary(t => t, t => NameOf(t, names));
    }

    private static string NameOf(string person, Dictionary<long, string> names) =>
        person == Revision.Rule ? "the rule for small facts"
        : AccountIn(person) is not { } id ? "the demonstration"
        : names.GetValueOrDefault(id, Gone);

    private static long? AccountIn(string person) =>
        long.TryParse(person, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
