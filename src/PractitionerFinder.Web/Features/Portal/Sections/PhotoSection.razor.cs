using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PractitionerFinder.Core.Listings;
using PractitionerFinder.Web.Shared;
using PractitionerFinder.Web.Shared.Uploads;

namespace PractitionerFinder.Web.Features.Portal.Sections;

/// <summary>The picture: chosen, framed, and said in words. Files are sent as plain forms, which no connection can lose.</summary>
public sealed partial class PhotoSection
{
    private const int UploadLimit = UploadBytes.Most;

    // What is drawn of it: the frame, and not the bytes.
    private sealed record Shown(string Key, PhotoFrame Frame);

    private Shown? photo;

    [CascadingParameter]
    private Task<AuthenticationState> SignedInAs { get; set; } = default!;

    [Inject]
    private KeepUploads Uploads { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        if (Form.Photo.Key.Length > 0 && await Uploads.FindPhotoAsync(Draft.Listing, (await SignedInAs).User.AccountId() ?? 0, Form.Photo.Key, CancellationToken.None) is { } stored)
        {
            photo = new Shown(stored.Key, stored.Frame);
        }
    }

    private Task RemoveAsync()
    {
        Form.Photo.Key = "";
        photo = null;
        return Draft.FlushAsync();
    }

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
