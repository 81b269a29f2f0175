using PractitionerFinder.Data;
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
        return Say($"Copied to {Path.GetFullPath(file)}. To restore it, stop the site and put it in the place of the database file.");
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
