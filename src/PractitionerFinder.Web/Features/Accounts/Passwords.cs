using Microsoft.AspNetCore.Identity;
using PractitionerFinder.Data.Accounts;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>What a new password has to be, in words for the person who chooses it.</summary>
internal static class Passwords
{
    public static string Hint { get; } = $"At least {PasswordRules.MinLength} characters. Three or four words that do not belong together are easy to keep and hard to guess.";

    /// <summary>What to do about a password that cannot be taken; null when it can.</summary>
    public static async Task<string?> WhatIsWrongAsync(this UserManager<Account> accounts, Account account, string password)
    {
        if (password.Length < PasswordRules.MinLength)
        {
            return password.Length == 0 ? "Choose a password." : $"Choose a password of at least {PasswordRules.MinLength} characters.";
        }

        if (password.Length > PasswordRules.MaxLength)
        {
            return $"Choose a password of at most {PasswordRules.MaxLength} characters.";
        }

        foreach (var rule in accounts.PasswordValidators)
        {
            if (await rule.ValidateAsync(accounts, account, password) is { Succeeded: false } refused)
            {
                return refused.Errors.First().Description;
            }
        }

        return null;
    }
}
