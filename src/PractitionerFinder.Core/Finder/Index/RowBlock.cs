using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace PractitionerFinder.Core.Finder.Index;

/// <summary>
/// Eight rows, column by column: what a search reads of rows that lie together stands together, in five lines of the cache on one page,
/// and eight are judged at once. In columns over all rows it would lie on as many pages as there are columns.
/// </summary>
internal struct RowBlock
{
    /// <summary>Rows of a block.</summary>
    public const int Rows = 8;

    /// <summary>A row's number is that of its block and, in so many low bits, its place there.</summary>
    public const int Shift = 3;

    public Eight<int> Latitudes;
    public Eight<int> Longitudes;

    /// <summary>See <see cref="Index.Traits"/>.</summary>
    public Eight<ulong> Traits;

    /// <summary>Instants in seconds since 2000; of rows that are not there it is 0, so that no question finds them.</summary>
    public Eight<uint> HiddenFrom;

    public Eight<uint> OverdueFrom;

    /// <summary>The first 64 techniques.</summary>
    public Eight<ulong> Techniques;

    /// <summary>See <see cref="ProofCode"/>.</summary>
    public Eight<uint> Proofs;

    /// <summary>Keys of listings; one that does not fit makes the row a rare one, see <see cref="RareFacts"/>.</summary>
    public Eight<uint> Ids;

    /// <summary>
    /// Asks the processor for the first lines of a block some way further on, while this one is looked at. It fetches by itself only to the end of a page of memory, which is some
    /// twelve blocks: without this, to go through a million rows took one and a half times as long. Beyond the last block nothing comes of it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void FetchAfter(in RowBlock block)
    {
        const int blocksAhead = 12;
        const int lineBytes = 64;
        if (Sse.IsSupported)
        {
            var ahead = (byte*)Unsafe.AsPointer(in block) + blocksAhead * sizeof(RowBlock);
            Sse.Prefetch0(ahead);
            Sse.Prefetch0(ahead + lineBytes);
            Sse.Prefetch0(ahead + 2 * lineBytes);
            Sse.Prefetch0(ahead + 3 * lineBytes);
        }
    }

    /// <summary>The values of one column.</summary>
    [InlineArray(Rows)]
    public struct Eight<T>
    {
        private T first;
    }
}
