using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Enquiries;
using PractitionerFinder.Web.Shared.Forms;

namespace PractitionerFinder.Web.Features.Enquiries;

/// <summary>Where somebody writes a message.</summary>
public sealed partial class SayField
{
    public const string Name = "Message";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public string? Error { get; set; }

    /// <summary>The words, with what to do about them when they cannot be sent.</summary>
    public static string Read(IFormCollection form, FormErrors errors)
    {
        var words = PlainText.Paragraphs(form[Name]);
        if (words.Length == 0)
        {
            errors.Add(Name, "Write your message.");
        }
        else if (words.Length > Enquiry.WordsMaxLength)
        {
            errors.Add(Name, $"Your message has {words.Length} characters. Shorten it to {Enquiry.WordsMaxLength}.");
        }

        return words;
    }

    /// <summary>Whether something names a form of ours.</summary>
    public static bool IsOnce(string? once) => Guid.TryParseExact(once, "n", out _);
}
