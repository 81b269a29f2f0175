using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using PractitionerFinder.Core.Statistics;

namespace PractitionerFinder.Web.Shared.Counting;

/// <summary>Counts what is served: once for every answer, kept or made, in the moment in which it begins to be sent.</summary>
public sealed class CountAnswers(CountJournal journal, TimeProvider time)
{
    private readonly int salt = Random.Shared.Next();

    /// <summary>Takes what an answer shows off it and counts it, unless a program asked.</summary>
    public void Count(HttpContext context, bool hasReader)
    {
        var headers = context.Response.Headers;
        if (!headers.TryGetValue(Shown.Header, out var said))
        {
            return;
        }

        headers.Remove(Shown.Header);
        if (hasReader && said is [{ } what]
            && context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified
            && !Robots.IsOne(context.Request))
        {
            var week = CountedWeek.Of(time.GetUtcNow().UtcDateTime);
            journal.Add(new CountJournal.Entry(week, what, SearcherOf(context, week)));
        }
    }

    /// <summary>
    /// Tells one searcher from another for as long as a week lasts and the program runs: of an address and the name of a browser, with a salt that
    /// exists in memory alone. Two of one household with the same browser are one.
    /// </summary>
    private int SearcherOf(HttpContext context, DateOnly week) =>
        HashCode.Combine(salt, week, AddressOf(context.Connection.RemoteIpAddress), context.Request.Headers.UserAgent.ToString().GetHashCode(StringComparison.Ordinal));

    // An IPv6 customer has a network of 64 bits to choose addresses from.
    private static int AddressOf(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
        {
            return address?.GetHashCode() ?? 0;
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        return BinaryPrimitives.ReadInt64BigEndian(bytes).GetHashCode();
    }
}
