namespace PractitionerFinder.Web.Features.Claims;

/// <summary>What a practice's website holds for us, in the world outside.</summary>
public interface IPracticeFile
{
    /// <summary>The text at the known place of a host; null when it is not there or cannot be had within our limits.</summary>
    Task<string?> ReadAsync(string host, CancellationToken cancel);
}
