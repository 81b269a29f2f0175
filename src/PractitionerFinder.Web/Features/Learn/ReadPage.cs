using PractitionerFinder.Core.Learn;
using PractitionerFinder.Web.Shared.Learning;

namespace PractitionerFinder.Web.Features.Learn;

/// <summary>Answers an address of Learn: with its page, with the way to it where the address is another name for it, or with nothing.</summary>
public sealed class ReadPage(LearnShelf shelf, NearbyPeople nearby)
{
    public async Task<(LearnPage? Page, NearbyPeople.Result? People)> RunAsync(LearnKind kind, string slug, HttpContext http)
    {
        if (shelf.Current.Page(kind, slug) is { } page)
        {
            return (page, await nearby.RunAsync(http.Request.Query, page, http.RequestAborted));
        }

        if (shelf.Current.Renamed(kind, slug) is { } renamed)
        {
            http.Response.Redirect(renamed.Address, permanent: true);
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return (null, null);
    }
}
