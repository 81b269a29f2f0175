using Microsoft.AspNetCore.Components;
using PractitionerFinder.Core.Learn;
using PractitionerFinder.Core.Listings.Editing;

namespace PractitionerFinder.Web.Features.Portal.Sections;

/// <summary>Claims that staff can check, each with its documents.</summary>
public sealed partial class CredentialsSection
{
    private Removable<CredentialForm> removed = default!;

    [Inject]
    private Vocabulary Words { get; set; } = default!;

    private IReadOnlyList<(string, string)> Offered =>
        [.. Form.Techniques.Techniques.Select(t => (t.Key, Words.Technique(t.Key)?.Name ?? t.Key))];

    private Task AddAsync() => AddAsync(Form.Credentials.Credentials, new CredentialForm
    {
        Key = NextKey("c", [.. Form.Credentials.Credentials.Select(c => c.Key), .. Draft.Sent?.Credentials.Select(c => c.Key) ?? []]),
    });
}
