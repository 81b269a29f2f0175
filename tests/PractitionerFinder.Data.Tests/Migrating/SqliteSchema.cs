using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PractitionerFinder.Data.Tests.Migrating;

/// <summary>What a SQLite file says of its tables, or what a model says that they should be, line by line so that the two compare.</summary>
internal static partial class SqliteSchema
{
    /// <summary>Tables, columns, keys, indexes, checks and computed columns of a file.</summary>
    public static List<string> Of(SqliteConnection file)
    {
        var lines = new List<string>();
        foreach (var table in Tables(file))
        {
            var sql = (string)file.Query("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = $p", table)[0][0]!;
            lines.AddRange(file.Query("SELECT * FROM pragma_table_xinfo($p)", table).Select(c =>
                $"{table}: column {c[1]} " + c[6] switch { 2L => "virtual", 3L => "stored", _ => $"{c[2]} {(c[3] is 1L ? "not null" : "null")}" }));
            lines.Add($"{table}: key {string.Join(", ", file.Query("SELECT name FROM pragma_table_xinfo($p) WHERE pk > 0 ORDER BY pk", table).Select(c => c[0]))}"
                + (sql.Contains("AUTOINCREMENT", StringComparison.Ordinal) ? " autoincrement" : ""));
            foreach (var index in file.Query("SELECT name, \"unique\", partial FROM pragma_index_list($p) WHERE origin = 'c'", table))
            {
                // index_xinfo tells apart the columns asked for from the row id that every index ends with.
                var columns = file.Query("SELECT name FROM pragma_index_xinfo($p) WHERE key = 1 ORDER BY seqno", (string)index[0]!).Select(c => c[0]);
                var filter = index[2] is 1L ? " where " + Where().Match((string)file.Query("SELECT sql FROM sqlite_master WHERE name = $p", (string)index[0]!)[0][0]!).Groups[1].Value : "";
                lines.Add($"{table}: {(index[1] is 1L ? "unique index" : "index")} {index[0]} ({string.Join(", ", columns)}){filter}");
            }

            lines.AddRange(file.Query("SELECT \"from\", \"table\", \"to\", on_delete FROM pragma_foreign_key_list($p)", table)
                .Select(k => $"{table}: {k[0]} references {k[1]} ({k[2]}) on delete {k[3]}"));
            lines.AddRange(Check().Matches(sql).Select(m => $"{table}: check {m.Groups["name"].Value} ({m.Groups["sql"].Value})"));
            lines.AddRange(Generated().Matches(sql).Select(m => $"{table}: {m.Groups["name"].Value} computed as ({m.Groups["sql"].Value})"));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>The same of the model, as EF's migrations read it.</summary>
    public static List<string> Of(DbContext db)
    {
        var lines = new List<string>();
        foreach (var table in db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables)
        {
            foreach (var column in table.Columns)
            {
                // A computed column has the type and the blanks of its expression.
                lines.Add($"{table.Name}: column {column.Name} " + column switch
                {
                    { ComputedColumnSql: null } => $"{column.StoreType} {(column.IsNullable ? "null" : "not null")}",
                    { IsStored: true } => "stored",
                    _ => "virtual",
                });
                if (column.ComputedColumnSql is { } sql)
                {
                    lines.Add($"{table.Name}: {column.Name} computed as ({sql})");
                }
            }

            var key = table.PrimaryKey!.Columns;
            lines.Add($"{table.Name}: key {string.Join(", ", key.Select(c => c.Name))}" + (IsNumbered(key) ? " autoincrement" : ""));
            lines.AddRange(table.Indexes.Select(i =>
                $"{table.Name}: {(i.IsUnique ? "unique index" : "index")} {i.Name} ({string.Join(", ", i.Columns.Select(c => c.Name))}){(i.Filter is null ? "" : " where " + i.Filter)}"));
            lines.AddRange(table.ForeignKeyConstraints.Select(k =>
                $"{table.Name}: {k.Columns[0].Name} references {k.PrincipalTable.Name} ({k.PrincipalColumns[0].Name}) on delete {(k.OnDeleteAction == ReferentialAction.Cascade ? "CASCADE" : k.OnDeleteAction == ReferentialAction.SetNull ? "SET NULL" : "RESTRICT")}"));
            lines.AddRange(table.CheckConstraints.Select(c => $"{table.Name}: check {c.Name} ({c.Sql})"));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    public static IReadOnlyList<string> Tables(SqliteConnection file) =>
    [
        .. file.Query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' AND name NOT LIKE '~_~_EF%' ESCAPE '~' ORDER BY name")
            .Select(t => (string)t[0]!),
    ];

    /// <summary>Every row of every table, by table, with the names of its columns.</summary>
    public static Dictionary<string, List<Dictionary<string, string>>> Rows(SqliteConnection file) => Tables(file).ToDictionary(t => t, t =>
    {
        var columns = file.Query("SELECT name FROM pragma_table_xinfo($p)", t).Select(c => (string)c[0]!).ToList();
        var select = $"SELECT {string.Join(", ", columns.Select(c => $"quote(\"{c}\")"))} FROM \"{t}\" ORDER BY {string.Join(", ", columns.Select(c => $"\"{c}\""))}";
        return file.Query(select).ConvertAll(row => columns.Zip(row).ToDictionary(p => p.First, p => (string)p.Second!));
    });

    public static List<object?[]> Query(this SqliteConnection file, string sql, string? parameter = null)
    {
        using var command = file.CreateCommand();
        command.CommandText = sql;
        if (parameter is not null)
        {
            command.Parameters.AddWithValue("$p", parameter);
        }

        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        }

        return rows;
    }

    /// <summary>Puts three rows into every table that has none, with values of the types that a model gives its columns.</summary>
    public static void Fill(SqliteConnection file, IModel model)
    {
        // Rows that point at rows of a table not yet filled are put right before the transaction ends.
        using var transaction = file.BeginTransaction();
        file.Query("PRAGMA defer_foreign_keys = ON");
        foreach (var table in model.GetRelationalModel().Tables.Where(t => file.Query($"SELECT 1 FROM \"{t.Name}\" LIMIT 1").Count == 0))
        {
            var columns = table.Columns.Where(c => c.ComputedColumnSql is null).ToList();
            for (var row = 1; row <= 3; row++)
            {
                using var insert = file.CreateCommand();
                insert.CommandText = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"$v{i}"))})";
                for (var i = 0; i < columns.Count; i++)
                {
                    insert.Parameters.AddWithValue($"$v{i}", Value(columns[i], row));
                }

                insert.ExecuteNonQuery();
            }
        }

        transaction.Commit();
    }

    private static object Value(IColumn column, int row)
    {
        var property = column.PropertyMappings[0].Property;
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;

        // Text ends with the row's number, so that it is unique and as short as its column may want it.
        return type == typeof(string) ? property.GetMaxLength() is < 8 ? $"x{row}" : $"{column.Name[..2]} “ż” {row}"
            : type == typeof(DateTime) ? new DateTime(2026, 3, row, 9, 30, 0, 125)
            : type == typeof(DateOnly) ? new DateOnly(2026, 3, row)
            : type == typeof(double) ? row * 17.123456789012345
            : type == typeof(bool) ? row % 2
            : type == typeof(byte[]) ? new[] { (byte)row, (byte)0 }
            : type == typeof(Guid) ? new Guid(row, 0, 0, new byte[8]).ToString()
            : Convert.ToInt64(row, CultureInfo.InvariantCulture);
    }

    private static bool IsNumbered(IReadOnlyList<IColumn> key) => key is [{ } column]
        && column.PropertyMappings[0].Property is { ValueGenerated: ValueGenerated.OnAdd } property && property.ClrType != typeof(string);

    [GeneratedRegex(@"\bWHERE (.+)$", RegexOptions.Singleline)]
    private static partial Regex Where();

    [GeneratedRegex(@"CONSTRAINT ""(?<name>\w+)"" CHECK \((?<sql>(?:[^()]|\((?<d>)|\)(?<-d>))+(?(d)(?!)))\)")]
    private static partial Regex Check();

    [GeneratedRegex(@"""(?<name>\w+)"" AS \((?<sql>(?:[^()]|\((?<d>)|\)(?<-d>))+(?(d)(?!)))\)")]
    private static partial Regex Generated();
}
