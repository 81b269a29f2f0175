using System.Runtime.CompilerServices;

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

    /// <summary>The values of one column.</summary>
    [InlineArray(Rows)]
    public struct Eight<T>
    {
        private T first;
    }
}
