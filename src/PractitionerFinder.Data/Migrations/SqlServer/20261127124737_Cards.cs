using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PractitionerFinder.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Cards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "PackedConfirmations",
                table: "Listings",
                type: "varbinary(max)",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "PackedRows",
                table: "Listings",
                type: "varbinary(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PhotoAlt",
                table: "Listings",
                type: "nvarchar(150)",
                maxLength: 150,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PhotoKey",
                table: "Listings",
                type: "nvarchar(22)",
                maxLength: 22,
                nullable: true);

            // Compiled by itself: in one batch with what adds the columns it would not find them.
            migrationBuilder.Sql(
                """
                EXEC(N'UPDATE l SET [PhotoKey] = JSON_VALUE(r.[SerialisedContent], ''$.photo.key''), [PhotoAlt] = JSON_VALUE(r.[SerialisedContent], ''$.photo.alt'')
                FROM [Listings] AS l JOIN [Revisions] AS r ON r.[ListingId] = l.[Id] AND r.[Number] = l.[PublicRevision]
                WHERE ISJSON(r.[SerialisedContent]) = 1')
                """);

            migrationBuilder.CreateIndex(
                name: "IX_ListingChanges_RowVersion",
                table: "ListingChanges",
                column: "RowVersion")
                .Annotation("SqlServer:Include", new[] { "ListingId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ListingChanges_RowVersion",
                table: "ListingChanges");

            migrationBuilder.DropColumn(
                name: "PackedConfirmations",
                table: "Listings");

            migrationBuilder.DropColumn(
                name: "PackedRows",
                table: "Listings");

            migrationBuilder.DropColumn(
                name: "PhotoAlt",
                table: "Listings");

            migrationBuilder.DropColumn(
                name: "PhotoKey",
                table: "Listings");
        }
    }
}
