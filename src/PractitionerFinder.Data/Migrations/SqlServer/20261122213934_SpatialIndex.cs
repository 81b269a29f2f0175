using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PractitionerFinder.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SpatialIndex : Migration
    {
        // Latitude and longitude are the truth; the column follows them by itself. EF's model does not know it, because
        // nothing but the spatial predicate reads it.
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("ALTER TABLE [Locations] ADD [Point] AS geography::Point([Latitude], [Longitude], 4326) PERSISTED;");

            // A script has one batch for each migration, and the server looks for columns before it runs the first statement.
            migrationBuilder.Sql("EXEC(N'CREATE SPATIAL INDEX [SIX_Locations_Point] ON [Locations] ([Point]) USING GEOGRAPHY_AUTO_GRID;');");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX [SIX_Locations_Point] ON [Locations];");
            migrationBuilder.Sql("ALTER TABLE [Locations] DROP COLUMN [Point];");
        }
    }
}
