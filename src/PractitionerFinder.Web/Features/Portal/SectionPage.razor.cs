using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using PractitionerFinder.Core.Listings.Editing;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Portal;

/// <summary>A section of a listing: the page around the part that is alive.</summary>
public sealed partial class SectionPage
{
    // Drawn at once on the server, so that the first look is the form; the connection takes it over.
    private static readonly InteractiveServerRenderMode Live = new(prerender: true);

    /// <summary>The forms that bring files, and what is done with these.</summary>
    public const string PhotoFormName = "photo";

    public const string CropForm = "crop";

    public const string DocumentForm = "document";

    public const string RemoveForm = "remove";

    // Far more than a file may have, so that who chose a wrong one reads a sentence and does not lose the connection.
    private const long MostRequestBytes = 64 * 1024 * 1024;

    private FormSection? found;
    private string? refused;

    [Parameter]
    public long Id { get; set; }

    [Parameter]
    public string Section { get; set; } = "";

    [SupplyParameterFromQuery(Name = "faults")]
    private int Faults { get; set; }

    [SupplyParameterFromForm(Name = "file")]
    private IFormFile? File { get; set; }

    [SupplyParameterFromForm(Name = "credential")]
    private string? Credential { get; set; }

    [SupplyParameterFromForm(Name = "key")]
    private string? Key { get; set; }

    [SupplyParameterFromForm(Name = "frame")]
    private string? Frame { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private ListMyListings Mine { get; set; } = default!;

    [Inject]
    private KeepUploads Uploads { get; set; } = default!;

    private long Account => Http.User.AccountId()!.Value;

    protected override async Task OnInitializedAsync()
    {
        if (await Mine.RoleAsync(Id, Account, Http.RequestAborted) is not null)
        {
            found = ListingForm.Find(Section);
        }

        if (found is null)
        {
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private async Task AddPhotoAsync()
    {
        if (File is null)
        {
            refused = "Choose a photo first.";
            return;
        }

        await using var stream = File.OpenReadStream();
        Answer(await Uploads.AddPhotoAsync(Id, Account, stream, Http.RequestAborted), PhotoForm.Section, "photo");
    }

    private async Task CropAsync()
    {
        if (PhotoFrames.Read(Frame) is { } frame)
        {
            Answer(await Uploads.CutAgainAsync(Id, Account, Key ?? "", frame, Http.RequestAborted), PhotoForm.Section, "photo");
        }
    }

    private async Task AddDocumentAsync()
    {
        if (File is null)
        {
            refused = "Choose a document first.";
            return;
        }

        await using var stream = File.OpenReadStream();
        Answer(
            await Uploads.AddDocumentAsync(Id, Account, Credential ?? "", stream, File.FileName, Http.RequestAborted),
            CredentialsForm.Section,
            $"credentials/{Credential}");
    }

    private async Task RemoveDocumentAsync()
    {
        await Uploads.RemoveDocumentAsync(Id, Account, Key ?? "", Http.RequestAborted);
        Http.Response.Redirect(PortalUrls.Section(Id, CredentialsForm.Section));
    }

    private void Answer(KeepUploads.Result result, string section, string field)
    {
        switch (result)
        {
            case KeepUploads.Result.Stored:
                Http.Response.Redirect($"{PortalUrls.Section(Id, section)}#{PortalUrls.FieldId(field)}");
                break;
            case KeepUploads.Result.Refused why:
                refused = why.Why;
                break;
            default:
                refused = "That could not be done with this listing.";
                break;
        }
    }
}
