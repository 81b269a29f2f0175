using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.IO;
using Microsoft.Net.Http.Headers;
using PractitionerFinder.Web.Shared.Finding;
using PractitionerFinder.Web.Shared.Learning;

namespace PractitionerFinder.Web.Shell;

/// <summary>An answer that is the same for everybody who asks the same: it depends on the address and the colour scheme only.</summary>
public interface IPublicAnswer : IForEverybody;

/// <summary>Marks an answer to programs that is the same for everybody.</summary>
public sealed class PublicAnswer : IPublicAnswer;

/// <summary>
/// Marks a file that is the same for everybody and is read in parts. It has a name and says itself how long it may be kept; the whole
/// of it is not held in memory, and is never the answer to somebody who asked for a part.
/// </summary>
public sealed class PublicFile : IPublicAnswer;

/// <summary>
/// Answers that are the same for everybody are made once, kept for a minute or until the next change of a listing, and not sent
/// again to somebody who has them.
/// </summary>
public static class PublicAnswers
{
    // What changes with time alone, such as "today", may be a minute late: an answer is kept within the minute it was made in.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    // Whole answers lie here for a moment: in memory used again and again, for a new array of that size would be a large object each time.
    private static readonly RecyclableMemoryStreamManager Buffers = new(new RecyclableMemoryStreamManager.Options { MaximumSmallPoolFreeBytes = 32 << 20 });

    public static IServiceCollection AddPublicAnswers(this IServiceCollection services)
    {
        services.AddSingleton<SnapshotStore>().AddSingleton<SnapshotKeeper>().AddHostedService(s => s.GetRequiredService<SnapshotKeeper>());
        services.AddOutputCache();
        services.AddOptions<OutputCacheOptions>().Configure<SnapshotKeeper, LearnShelf, TimeProvider>((options, keeper, shelf, time) => options.AddBasePolicy(new Policy(keeper, shelf, time)));
        return services.AddResponseCompression(options =>
        {
            // Public pages hold nothing secret that their length could tell.
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/geo+json", "image/svg+xml"];
        })
        .Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal)
        .Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
    }

    /// <summary>Comes after routing: what is kept hangs on the endpoint.</summary>
    public static void UsePublicAnswers(this IApplicationBuilder app)
    {
        app.Use(AnswerConditionallyAsync);
        app.UseOutputCache();
        app.Use(NameAsync);
        app.UseResponseCompression();
    }

    /// <summary>
    /// Fonts are named in a style sheet and the libraries of the map in a script, where no fingerprint can stand: their addresses hold
    /// a version instead, and a changed file takes a new one.
    /// </summary>
    public static void UseVersionedFiles(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/fonts", StringComparison.Ordinal) || context.Request.Path.StartsWithSegments("/lib", StringComparison.Ordinal))
        {
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
                {
                    context.Response.Headers.CacheControl = "max-age=31536000, immutable";
                }

                return Task.CompletedTask;
            });
        }

        return next(context);
    });

    private static bool IsPublic(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.GetEndpoint()?.Metadata.GetMetadata<IPublicAnswer>() is not (null or PublicFile)
        && !context.IsErrorAnswer();

    /// <summary>Leaves the bytes out for somebody who names the answer that they would get, kept or made anew.</summary>
    private static async Task AnswerConditionallyAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsPublic(context))
        {
            await next(context);
            return;
        }

        // One encoding is settled on here, so that what is made and the key it is kept under cannot differ.
        context.Request.Headers.AcceptEncoding = EncodingOf(context.Request);
        if (context.Request.GetTypedHeaders().IfNoneMatch is not { Count: > 0 } known)
        {
            await next(context);
            return;
        }

        // What keeps answers would compare for itself, and leave out what an answer says of itself to those who count.
        context.Request.Headers.IfNoneMatch = default;
        var (response, body) = (context.Response, context.Response.Body);
        using var answer = await BufferAsync(context, next);
        if (response.StatusCode == StatusCodes.Status200OK && response.GetTypedHeaders().ETag is { } tag
            && known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentLength = null;
            response.Headers.ContentType = default;
            response.Headers.ContentEncoding = default;
            return;
        }

        await answer.CopyToAsync(body, context.RequestAborted);
    }

    /// <summary>
    /// Says what a cache may do and names the answer by its bytes. It comes after what keeps answers, so that the name is made once
    /// and kept with them.
    /// </summary>
    private static async Task NameAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsPublic(context))
        {
            await next(context);
            return;
        }

        var (response, body) = (context.Response, context.Response.Body);
        using var answer = await BufferAsync(context, next);
        if (response.StatusCode == StatusCodes.Status200OK)
        {
            response.Headers.ETag = NameOf(answer);
            response.Headers.CacheControl = "public, max-age=0, must-revalidate";
            response.Headers.Append(HeaderNames.Vary, HeaderNames.Cookie);
            response.ContentLength = answer.Length;
        }

        await answer.CopyToAsync(body, context.RequestAborted);
    }

    private static string NameOf(RecyclableMemoryStream answer)
    {
        const int bytesOfName = 12;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in answer.GetReadOnlySequence())
        {
            hash.AppendData(part.Span);
        }

        Span<byte> name = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(name);
        return $"\"{Convert.ToHexStringLower(name[..bytesOfName])}\"";
    }

    /// <summary>The body that the rest writes, from its beginning, while nothing has been sent.</summary>
    private static async Task<RecyclableMemoryStream> BufferAsync(HttpContext context, RequestDelegate next)
    {
        var body = context.Response.Body;
        var answer = Buffers.GetStream();
        context.Response.Body = answer;
        try
        {
            await next(context);
        }
        catch
        {
            await answer.DisposeAsync();
            throw;
        }
        finally
        {
            context.Response.Body = body;
        }

        answer.Position = 0;
        return answer;
    }

    /// <summary>Every browser words its header differently, and gets one of three encodings: br, gzip or none.</summary>
    private static string EncodingOf(HttpRequest request)
    {
        var said = request.GetTypedHeaders().AcceptEncoding;
        return Takes("br") ? "br" : Takes("gzip") ? "gzip" : "";

        // What is not named is taken if anything is.
        bool Takes(string encoding) =>
            (said.FirstOrDefault(e => e.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase)) ?? said.FirstOrDefault(e => e.Value == "*")) is { Quality: null or > 0 };
    }

    /// <summary>What is kept, and what it is told apart by.</summary>
    private sealed class Policy(SnapshotKeeper keeper, LearnShelf shelf, TimeProvider time) : IOutputCachePolicy
    {
        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            var isPublic = IsPublic(context.HttpContext);
            context.EnableOutputCaching = isPublic;
            context.AllowCacheLookup = isPublic;
            context.AllowCacheStorage = isPublic;
            context.AllowLocking = isPublic;
            context.ResponseExpirationTimeSpan = Kept;
            var rules = context.CacheVaryByRules;
            rules.QueryKeys = "*";
            rules.VaryByHost = false;
            rules.VaryByValues["feed"] = keeper.Version.ToString(CultureInfo.InvariantCulture);
            rules.VaryByValues["shelf"] = shelf.Version;
            rules.VaryByValues["minute"] = (time.GetUtcNow().Ticks / Kept.Ticks).ToString(CultureInfo.InvariantCulture);
            rules.VaryByValues["theme"] = Appearance.Of(context.HttpContext.Request) ?? "";
            rules.VaryByValues["encoding"] = context.HttpContext.Request.Headers.AcceptEncoding.ToString();
            return ValueTask.CompletedTask;
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            var response = context.HttpContext.Response;
            context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0;
            return ValueTask.CompletedTask;
        }
    }
}
