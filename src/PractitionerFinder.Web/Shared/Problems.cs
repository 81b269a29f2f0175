using Microsoft.AspNetCore.Http.HttpResults;

namespace PractitionerFinder.Web.Shared;

/// <summary>The problems that more than one part of the API answers with (RFC 9457).</summary>
public static class Problems
{
    private const string Types = "urn:practitionerfinder:problem:";

    public static ProblemHttpResult PlaceNotFound(string near, IEnumerable<string> suggestions) => TypedResults.Problem(
        type: Types + "place-not-found",
        title: "We do not know that place.",
        detail: $"No place or postcode is called “{near}”. Give a town, a postcode, or lat and lon.",
        statusCode: StatusCodes.Status404NotFound,
        extensions: new Dictionary<string, object?> { ["suggestions"] = suggestions });

    public static ProblemHttpResult PractitionerNotFound() => TypedResults.Problem(
        type: Types + "practitioner-not-found",
        title: "There is no such practitioner.",
        detail: "Take the slug from a result of /api/v1/search.",
        statusCode: StatusCodes.Status404NotFound);

    /// <summary>Of what is answered from memory alone, in the first moments after a start.</summary>
    public static ProblemHttpResult NotYet(HttpResponse response)
    {
        response.Headers.RetryAfter = "5";
        return TypedResults.Problem(
            type: Types + "not-yet",
            title: "The map is being drawn up.",
            detail: "The site has just started. Ask again in a few seconds.",
            statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    public static ProblemHttpResult PractitionerGone() => TypedResults.Problem(
        type: Types + "practitioner-gone",
        title: "This listing is no longer shown.",
        detail: "Remove it from your copies.",
        statusCode: StatusCodes.Status410Gone);
}
