using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using PractitionerFinder.Data;
using PractitionerFinder.Web.Shared;

namespace PractitionerFinder.Web.Features.Accounts;

/// <summary>Everything that is kept about an account in one file: the data as JSON, and the photos and documents beside it.</summary>
public sealed class ExportFile(IDbContextFactory<FinderDbContext> contexts, CollectData collect)
{
    private const string Data = "everything.json";

    internal static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet(AccountUrls.ExportFile, (HttpContext http, ExportFile export, CancellationToken cancel) =>
        {
            // The library writes the few bytes between two files of an archive in no other way.
            if (http.Features.Get<IHttpBodyControlFeature>() is { } body)
            {
                body.AllowSynchronousIO = true;
            }

            return Results.Stream(stream => export.WriteAsync(http.User.AccountId()!.Value, stream, cancel), "application/zip", "practitionerfinder.zip");
        })
        .RequireAuthorization(Policies.EvenLeaving)
        .ExcludeFromDescription();

    /// <summary>Writes the file; pictures and documents pass through memory one at a time.</summary>
    public async Task WriteAsync(long account, Stream stream, CancellationToken cancel)
    {
        var data = await collect.RunAsync(account, cancel);
        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        await WriteAsync(zip, Data, CollectData.AsBytes(data), CompressionLevel.Optimal, cancel);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        foreach (var listing in data.Listings)
        {
            await foreach (var photo in db.Photos.AsNoTracking().Where(p => p.ListingId == listing.Number).OrderBy(p => p.Id).AsAsyncEnumerable().WithCancellation(cancel))
            {
                foreach (var (file, bytes) in CollectData.PhotoFiles(listing.Number, photo.Key).Zip([photo.Source, photo.Served, photo.Small]))
                {
                    await WriteAsync(zip, file, bytes, CompressionLevel.NoCompression, cancel);
                }
            }

            await foreach (var document in db.Documents.AsNoTracking().Where(d => d.ListingId == listing.Number).OrderBy(d => d.Id).AsAsyncEnumerable().WithCancellation(cancel))
            {
                await WriteAsync(zip, CollectData.DocumentFile(listing.Number, document.Key, document.ContentType), document.Bytes, CompressionLevel.NoCompression, cancel);
            }
        }

        await foreach (var document in db.ClaimDocuments.AsNoTracking().Where(d => db.Claims.Any(c => c.Id == d.ClaimId && c.AccountId == account)).OrderBy(d => d.Id)
            .AsAsyncEnumerable().WithCancellation(cancel))
        {
            await WriteAsync(zip, CollectData.ClaimFile(document.Key, document.ContentType), document.Bytes, CompressionLevel.NoCompression, cancel);
        }
    }

    private static async Task WriteAsync(ZipArchive zip, string name, byte[] bytes, CompressionLevel compression, CancellationToken cancel)
    {
        await using var entry = await zip.CreateEntry(name, compression).OpenAsync(cancel);
        await entry.WriteAsync(bytes, cancel);
    }
}
