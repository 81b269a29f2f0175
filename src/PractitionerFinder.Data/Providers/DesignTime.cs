using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using PractitionerFinder.Data.Providers.Sqlite;
using PractitionerFinder.Data.Providers.SqlServer;

namespace PractitionerFinder.Data.Providers;

// What `dotnet ef` makes contexts with: it compares models and writes migrations, and connects to nothing.
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteFinderContext>
{
    public SqliteFinderContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteFinderContext>().UseSqlite("Data Source=:memory:").Options, TimeProvider.System);
}

internal sealed class SqlServerDesignTime : IDesignTimeDbContextFactory<SqlServerFinderContext>
{
    public SqlServerFinderContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerFinderContext>().UseSqlServer("Server=none").Options, TimeProvider.System);
}
