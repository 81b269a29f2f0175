using Microsoft.AspNetCore.Http.Extensions;
using PractitionerFinder.Core.Finder;
using PractitionerFinder.Core.Geography.Places;
using PractitionerFinder.Web.Shared.Finding;
using PractitionerFinder.Web.Shell;

namespace PractitionerFinder.Web.Features.Finder;

/// <summary>
/// The way in to the finder. What a form sends is made an address that means the same to everybody: the words of the one field
/// for technique or problem become parameters, what was left blank goes, and where the reader's language tells which of several
/// places is meant, the country is added. The page itself then depends on its address alone, and can be kept and shared.
/// </summary>
public sealed class FindEntrance(TopicReader topics, Gazetteer gazetteer, Origins origins, SiteSettings site)
{
    /// <summary>Longest text that is read, in characters.</summary>
    public const int WhatMaxLength = 200;

    private const string What = "what";

    /// <summary>Where the reader is sent; null when the address is as it should be.</summary>
    public string? Redirect(HttpRequest request)
    {
        var asked = request.Query;
        var query = new QueryBuilder();
        var isChanged = false;
        foreach (var (name, values) in asked)
        {
            foreach (var value in values)
            {
                if (string.IsNullOrWhiteSpace(value) || name.Equals(What, StringComparison.OrdinalIgnoreCase))
                {
                    isChanged = true;
                }
                else
                {
                    query.Add(name, value);
                }
            }
        }

        if (asked.TryGetValue(What, out var what))
        {
            Add(query, asked, what.ToString());
        }

        if (CountryOf(request) is { } country)
        {
            query.Add("country", country);
            isChanged = true;
        }

        return isChanged ? request.Path + query.ToQueryString().ToUriComponent() : null;
    }

    private void Add(QueryBuilder query, IQueryCollection asked, string what)
    {
        var read = topics.Read(what.Length <= WhatMaxLength ? what : what[..WhatMaxLength]);
        foreach (var technique in read.Techniques.Where(t => !asked["technique"].Contains(t)))
        {
            query.Add("technique", technique);
        }

        if (read.Area is { } area && string.IsNullOrWhiteSpace(asked["area"]))
        {
            query.Add("area", area);
        }

        if (read.Words is { } words && string.IsNullOrWhiteSpace(asked["q"]))
        {
            query.Add("q", words);
        }
    }

    /// <summary>The country of the reader's language, where it makes another place of the one that was typed.</summary>
    private string? CountryOf(HttpRequest request)
    {
        var near = request.Query["near"].ToString();
        if (string.IsNullOrWhiteSpace(near) || near.Length > SearchCriteria.NearMaxLength || !string.IsNullOrWhiteSpace(request.Query["country"])
            || Language(request) is not { } country || country == site.DefaultCountry || gazetteer.CountryName(country) is null)
        {
            return null;
        }

        return origins.Resolve(near, country) is PlaceAnswer.Found there
            && there.Place != (origins.Resolve(near, null) as PlaceAnswer.Found)?.Place
                ? country
                : null;
    }

    /// <summary>The region of the language that the reader likes best: US of en-US.</summary>
    private static string? Language(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage is { Count: > 0 } languages
        && languages.OrderByDescending(l => l.Quality ?? 1).First().Value.ToString().Split('-') is [_, .., { Length: 2 } region]
        && region.All(char.IsAsciiLetter)
            ? region.ToUpperInvariant()
            : null;
}
