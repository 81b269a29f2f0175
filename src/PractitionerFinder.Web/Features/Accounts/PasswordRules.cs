using Microsoft.AspNetCore.Identity;
using PractitionerFinder.Data.Accounts;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>Refuses passwords that are guessed first: common ones, and those that are made of the e-mail address or the site's name.</summary>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int MinLength = 12;

    /// <summary>Longer ones only cost time to read.</summary>
    public const int MaxLength = 200;

    private const int ShortestNamePart = 4;

    // What people type when twelve characters are asked for. Compared without case, spaces and signs, and also when repeated or counted on.
    private static readonly string[] Common =
    [
        "password", "passwort", "passphrase", "qwertyuiop", "qwerty", "azerty", "asdfghjkl", "zxcvbnm", "letmein", "welcome", "iloveyou", "sunshine",
        "princess", "football", "baseball", "dragon", "monkey", "superman", "batman", "trustno", "master", "administrator", "admin", "changeme", "secret",
        "liverpool", "arsenal", "chelsea", "manchester", "charlie", "jennifer", "michael", "computer", "internet", "whatever", "starwars", "pokemon",
        "massage", "therapist", "therapy", "physio", "practitioner", "practitionerfinder", "finder", "abcdefghijkl", "abc", "test", "hello", "login",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(
        password is null || IsEasy(password, user.Email)
            ? IdentityResult.Failed(new IdentityError
            {
                Code = nameof(PasswordRules),
                Description = "Choose a password that is harder to guess: not a common one, not a row of signs, and not your e-mail address.",
            })
            : IdentityResult.Success);

    private static bool IsEasy(string password, string? email)
    {
        var letters = string.Concat(password.ToLowerInvariant().Where(char.IsLetterOrDigit));
        var rest = letters.Trim('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return letters.Distinct().Count() < 5
            || "01234567890123456789098765432109876543210".Contains(letters, StringComparison.Ordinal)
            || Common.Any(word => IsMadeOf(rest, word))
            || IsMadeOfParts(rest, email);
    }

    /// <summary>Whether little is left of a text without the words of an address.</summary>
    private static bool IsMadeOfParts(string text, string? email)
    {
        var left = Parts(email).Aggregate(text, (words, part) => words.Replace(part, "", StringComparison.Ordinal));
        return left.Length < text.Length && left.Length < MinLength / 2;
    }

    /// <summary>Whether a text is a word, once or again and again.</summary>
    private static bool IsMadeOf(string text, string word) => text.Length > 0 && text.Replace(word, "", StringComparison.Ordinal).Length == 0;

    private static IEnumerable<string> Parts(string? email) =>
        (email ?? "").ToLowerInvariant().Split('@', '.', '-', '_', '+').Where(part => part.Length >= ShortestNamePart);
}
