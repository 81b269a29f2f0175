namespace PractitionerFinder.Web.Shared.Uploads;

/// <summary>Registers what takes files.</summary>
public static class UploadsParts
{
    public static IServiceCollection AddUploads(this IServiceCollection services) =>
        services.AddSingleton(_ => new PictureReader()).AddSingleton<PhotoMaker>().AddSingleton<ProofMaker>();
}
