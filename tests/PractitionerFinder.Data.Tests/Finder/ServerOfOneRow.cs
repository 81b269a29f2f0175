using System.Collections;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PractitionerFinder.TestKit.Finder;

namespace PractitionerFinder.Data.Tests.Finder;

/// <summary>
/// Stands in for a server that is not there: connects to nothing, writes down every statement, and answers each with
/// one row of ones, so that every further question is asked.
/// </summary>
internal sealed class ServerOfOneRow : DbCommandInterceptor
{
    public List<string> Sent { get; } = [];

    public IInterceptor Connections { get; } = new NoConnection();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Sent.Add(command.CommandText);
        return ValueTask.FromResult(InterceptionResult<DbDataReader>.SuppressWithResult(new OneRow()));
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(InterceptionResult.Suppress());
    }

    private sealed class OneRow : DbDataReader
    {
        private bool isRead;

        public override int FieldCount => 1000;

        public override int RecordsAffected => -1;

        public override bool HasRows => true;

        public override bool IsClosed => false;

        public override int Depth => 0;

        public override object this[int ordinal] => GetValue(ordinal);

        public override object this[string name] => 1L;

        public override bool Read() => !isRead && (isRead = true);

        public override bool NextResult() => false;

        public override bool IsDBNull(int ordinal) => false;

        public override bool GetBoolean(int ordinal) => true;

        public override byte GetByte(int ordinal) => 1;

        public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => 0;

        public override char GetChar(int ordinal) => '1';

        public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => 0;

        public override string GetDataTypeName(int ordinal) => "bigint";

        public override DateTime GetDateTime(int ordinal) => World.Now;

        public override decimal GetDecimal(int ordinal) => 1;

        public override double GetDouble(int ordinal) => 1;

        public override Type GetFieldType(int ordinal) => typeof(long);

        public override float GetFloat(int ordinal) => 1;

        public override Guid GetGuid(int ordinal) => Guid.Empty;

        public override short GetInt16(int ordinal) => 1;

        public override int GetInt32(int ordinal) => 1;

        public override long GetInt64(int ordinal) => 1;

        public override string GetName(int ordinal) => $"c{ordinal.ToString(CultureInfo.InvariantCulture)}";

        public override int GetOrdinal(string name) => 0;

        public override string GetString(int ordinal) => "1";

        public override object GetValue(int ordinal) => 1L;

        public override int GetValues(object[] values) => 0;

        public override IEnumerator GetEnumerator() => throw new NotSupportedException();
    }
}
