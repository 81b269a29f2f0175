using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PractitionerFinder.Data.Migrations.Sqlite
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
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "PackedRows",
                table: "Listings",
                type: "BLOB",
                nullable: true);

            // A column brings its check along; put on afterwards, it would have the table made anew.
            migrationBuilder.Sql("""ALTER TABLE "Listings" ADD COLUMN "PhotoAlt" TEXT NULL CONSTRAINT "CK_Listings_PhotoAlt_Length" CHECK (length("PhotoAlt") <= 150)""");
            migrationBuilder.Sql("""ALTER TABLE "Listings" ADD COLUMN "PhotoKey" TEXT NULL CONSTRAINT "CK_Listings_PhotoKey_Length" CHECK (length("PhotoKey") <= 22)""");
            migrationBuilder.Sql(
                """
                UPDATE "Listings" SET ("PhotoKey", "PhotoAlt") = (
                    SELECT json_extract(r."SerialisedContent", '$.photo.key'), json_extract(r."SerialisedContent", '$.photo.alt')
                    FROM "Revisions" AS r WHERE r."ListingId" = "Listings"."Id" AND r."Number" = "Listings"."PublicRevision" AND json_valid(r."SerialisedContent"))
                WHERE "PublicRevision" IS NOT NULL
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Listings_PhotoAlt_Length",
                table: "Listings");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Listings_PhotoKey_Length",
                table: "Listings");

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
