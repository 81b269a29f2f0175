namespace PractitionerFinder.Web.Shell;

/// <summary>What an operator decides about the site.</summary>
/// <param name="PublicUrl">Where the public reaches it, without a slash at the end: absolute links are made from it and never from a request.</param>
/// <param name="DefaultCountry">The country for namesakes when the reader gives no hint, ISO 3166-1 alpha-2.</param>
/// <param name="ShowDemo">Whether the fictional listings are seeded and shown.</param>
/// <param name="DataFolder">Where the database, imported places and the like are kept.</param>
/// <param name="SeedFolder">The facts that travel with the program.</param>
/// <param name="Contact">Who runs it and how to reach them.</param>
public sealed record SiteSettings(
    Uri PublicUrl, string DefaultCountry, bool ShowDemo, string DataFolder, string SeedFolder, ContactSettings Contact)
{
    /// <summary>The gazetteer that travels with the program.</summary>
    public string SeedPlaces => Path.Combine(SeedFolder, "places");

    /// <summary>Places that an operator added.</summary>
    public string ImportedPlaces => Path.Combine(DataFolder, "places");

    /// <exception cref="InvalidOperationException">A setting cannot be used; the message says which and what it should be.</exception>
    public static SiteSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var url = configuration["Site:PublicUrl"] is { Length: > 0 } given ? given : "http://localhost:5080";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var publicUrl) || publicUrl.Scheme is not ("http" or "https"))
        {
            throw new InvalidOperationException($"Site:PublicUrl is '{url}'; it should be an address such as https://finder.example.");
        }

        var country = configuration["Site:DefaultCountry"] is { Length: > 0 } code ? code.ToUpperInvariant() : "GB";
        if (country.Length != 2 || !country.All(char.IsAsciiLetterUpper))
        {
            throw new InvalidOperationException($"Site:DefaultCountry is '{country}'; it should be a code of two letters such as GB.");
        }

        return new SiteSettings(
            publicUrl,
            country,
            configuration.GetValue("Demo:Enabled", environment.IsDevelopment()),
            configuration["App:DataFolder"] is { Length: > 0 } folder ? Path.GetFullPath(folder) : Path.Combine(environment.ContentRootPath, "App_Data"),
            Path.Combine(AppContext.BaseDirectory, "seed-data"),
            ContactSettings.Read(configuration));
    }

    /// <summary>An absolute address for a path that begins with a slash.</summary>
    public string Absolute(string path) => PublicUrl.GetLeftPart(UriPartial.Path).TrimEnd('/') + path;
}
