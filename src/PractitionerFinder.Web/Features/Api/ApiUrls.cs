namespace PractitionerFinder.Web.Features.Api;

/// <summary>Addresses of the API's own description.</summary>
public static class ApiUrls
{
    public const string Root = "/api";

    public const string Reference = "/api/reference";

    public const string DocumentRoute = "/openapi/{documentName}.json";

    public const string Document = "/openapi/v1.json";
}
