using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace PractitionerFinder.Data.Tests.Migrating;

/// <summary>T-SQL as SQL Server 2022 reads it, without a server.</summary>
internal static class TransactSql
{
    public static TSqlFragment Parse(string sql)
    {
        var fragment = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        Assert.True(errors.Count == 0, string.Join('\n', errors.Select(e => $"Line {e.Line}: {e.Message}")) + "\n" + sql);
        return fragment;
    }

    /// <summary>Every part of a kind, however deep.</summary>
    public static List<T> All<T>(this TSqlFragment fragment)
        where T : TSqlFragment
    {
        var finder = new Finder<T>();
        fragment.Accept(finder);
        return finder.Found;
    }

    /// <summary>The same, also in the text that statements execute.</summary>
    public static List<T> AllExecuted<T>(this TSqlFragment fragment)
        where T : TSqlFragment =>
    [
        .. fragment.All<T>(),
        .. fragment.All<ExecutableStringList>().SelectMany(e => Parse(string.Concat(e.Strings.OfType<StringLiteral>().Select(s => s.Value))).AllExecuted<T>()),
    ];

    private sealed class Finder<T> : TSqlFragmentVisitor
        where T : TSqlFragment
    {
        public List<T> Found { get; } = [];

        public override void Visit(TSqlFragment fragment)
        {
            if (fragment is T found)
            {
                Found.Add(found);
            }
        }
    }
}
