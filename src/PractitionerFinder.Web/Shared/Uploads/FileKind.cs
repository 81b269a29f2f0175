namespace PractitionerFinder.Web.Shared.Uploads;

/// <summary>What a file is by its own first bytes. Its name and the type that came with it are anybody's word.</summary>
public enum FileKind
{
    Unknown = 0,
    Jpeg = 1,
    Png = 2,
    Webp = 3,
    Pdf = 4,
    Gif = 5,
    Svg = 6,

    /// <summary>HEIC and its kin: pictures of telephones.</summary>
    Heic = 7,

    Avif = 8,
    Tiff = 9,
    Bmp = 10,
}
