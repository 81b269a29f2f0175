using System.Globalization;
using PractitionerFinder.Core.Geography.Places.Importing;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Features.Accounts;
using PractitionerFinder.Web.Shared.Rights;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Operations;

/// <summary>Something that an operator asks of the program instead of serving, by its first word.</summary>
public sealed class Command
{
    private const int Failed = 1;
    private const int Misused = 2;

    private const string Usage =
        """
        PractitionerFinder                  serves the site
        PractitionerFinder migrate          makes the database, or brings it up to date, and seeds it
        PractitionerFinder backup FILE      copies the database to a new file, also while the site serves
        PractitionerFinder administrator EMAIL
                                            makes somebody an administrator, with an account if they have none
        PractitionerFinder erase account NUMBER
        PractitionerFinder erase listing NUMBER
                                            erases at once what somebody asked to have erased, for good
        PractitionerFinder places import FILE
                                            adds the places of an official file (GeoNames, OS Open Names; plain or zipped)
        PractitionerFinder places list      shows what was added
        PractitionerFinder places remove NAME
                                            takes it away again
        """;

    private readonly string[] words;

    private Command(string[] words) => this.words = words;

    /// <summary>The command of the arguments; null when they only hold settings, such as --urls.</summary>
    public static Command? Of(string[] args) => args.Length > 0 && !args[0].StartsWith('-') ? new Command(args) : null;

    /// <summary>Does it and answers the exit code.</summary>
    public async Task<int> RunAsync(IServiceProvider services)
    {
        try
        {
            return words switch
            {
                ["migrate"] => await MigrateAsync(services),
                ["backup", var file] => await BackupAsync(services, file),
                ["administrator", var email] => await AppointAsync(services, email),
                ["erase", "account" or "listing", var number] => await EraseAsync(services.GetRequiredService<EraseAtOnce>(), words[1], number),
                ["places", "import", var file] => ImportPlaces(services.GetRequiredService<PlaceImports>(), file),
                ["places", "list"] => ListPlaces(services.GetRequiredService<PlaceImports>()),
                ["places", "remove", var name] => RemovePlaces(services.GetRequiredService<PlaceImports>(), name),
                ["help"] => Say(Usage),
                _ => Misuse(),
            };
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or UnauthorizedAccessException or InvalidDataException or System.Data.Common.DbException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return Failed;
        }
    }

    private static async Task<int> MigrateAsync(IServiceProvider services)
    {
        await services.GetRequiredService<SiteDatabase>().PrepareAsync(CancellationToken.None);
        var demo = services.GetRequiredService<SiteSettings>().ShowDemo;
        return Say(demo ? "The database is up to date and holds the fictional listings." : "The database is up to date.");
    }

    private static async Task<int> BackupAsync(IServiceProvider services, string file)
    {
        await services.GetRequiredService<FinderDatabase>().BackupAsync(Path.GetFullPath(file), CancellationToken.None);
        return Say($"Copied to {Path.GetFullPath(file)}. To restore it, stop the site, remove the database file with its -wal and -shm, and put this one there.");
    }

    private static async Task<int> AppointAsync(IServiceProvider services, string email)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppointAdministrator>().RunAsync(email) switch
        {
            AppointAdministrator.Result.Appointed => Say($"{email} is an administrator now."),
            AppointAdministrator.Result.Made made => Say($"{email} has an account and is an administrator. To set the password, open this link within a day:\n{made.Link}"),
            AppointAdministrator.Result.Unconfirmed => Complain($"{email} has an account that waits to be confirmed. Follow the link in the mail first, then try again. Nothing was changed."),
            _ => Complain($"'{email}' is no e-mail address. Nothing was changed."),
        };
    }

    private static async Task<int> EraseAsync(EraseAtOnce erase, string what, string number)
    {
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return Complain($"'{number}' is no number. Nothing was changed.");
        }

        var wasThere = what == "account" ? await erase.AccountAsync(id, CancellationToken.None) : await erase.ListingAsync(id, CancellationToken.None);
        return wasThere
            ? Say($"The {what} {id} is erased. Backups hold it until you replace them.")
            : Complain($"There is no {what} {id}. Nothing was changed.");
    }

    private static int ImportPlaces(PlaceImports imports, string file) => imports.Import(Path.GetFullPath(file)) switch
    {
        PlaceImportOutcome.Imported { Import: var made } =>
            Say($"{made.Name}: {Places(made.Rows)} ({made.Licence}). The site reads them when it next starts."),
        PlaceImportOutcome.Refused refused => Complain(
            $"{refused.File}{(refused.Line is { } line ? $", line {line}" : "")}: {refused.Reason}. Nothing was changed."),
        var other => throw new InvalidOperationException($"An import ended as {other}."),
    };

    private static int ListPlaces(PlaceImports imports) => imports.List() switch
    {
        [] => Say("No places were added."),
        var list => Say(string.Join('\n', list.Select(i => $"{i.Name}\t{Places(i.Rows)}\t{i.Licence}\t{i.ImportedAt:yyyy-MM-dd}"))),
    };

    private static int RemovePlaces(PlaceImports imports, string name) => imports.Remove(name)
        ? Say($"{name} is removed. The site forgets it when it next starts.")
        : Complain($"There is no '{name}'. See 'places list'.");

    private static string Places(int number) => number == 1 ? "1 place" : $"{number:N0} places";

    private static int Complain(string text)
    {
        Console.Error.WriteLine(text);
        return Failed;
    }

    private static int Say(string text)
    {
        Console.WriteLine(text);
        return 0;
    }

    private static int Misuse()
    {
        Console.Error.WriteLine("That is no command of this program. There are:\n" + Usage);
        return Misused;
    }
}
