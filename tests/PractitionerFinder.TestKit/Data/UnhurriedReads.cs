using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PractitionerFinder.TestKit.Data;

/// <summary>
/// SQLite answers before it is awaited, which SQL Server never does. With this, whatever is awaited is waited for, so that what was drawn
/// or done too early in between shows in tests.
/// </summary>
internal sealed class UnhurriedReads : DbCommandInterceptor
{
    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return result;
    }
}
