using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PractitionerFinder.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Uploads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Photos",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    ListingId = table.Column<long>(type: "INTEGER", nullable: false),
                    Source = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false),
                    Served = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Small = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UploadedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Frame_FocusX = table.Column<double>(type: "REAL", nullable: false),
                    Frame_FocusY = table.Column<double>(type: "REAL", nullable: false),
                    Frame_Size = table.Column<double>(type: "REAL", nullable: false),
                    Frame_X = table.Column<double>(type: "REAL", nullable: false),
                    Frame_Y = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Photos", x => x.Id);
                    table.CheckConstraint("CK_Photos_Key_Length", "length(\"Key\") <= 22");
                    table.CheckConstraint("CK_Photos_UploadedBy_Length", "length(\"UploadedBy\") <= 64");
                    table.ForeignKey(
                        name: "FK_Photos_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProofDocuments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    ListingId = table.Column<long>(type: "INTEGER", nullable: false),
                    CredentialKey = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UploadedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProofDocuments", x => x.Id);
                    table.CheckConstraint("CK_ProofDocuments_ContentType_Length", "length(\"ContentType\") <= 40");
                    table.CheckConstraint("CK_ProofDocuments_CredentialKey_Length", "length(\"CredentialKey\") <= 40");
                    table.CheckConstraint("CK_ProofDocuments_FileName_Length", "length(\"FileName\") <= 100");
                    table.CheckConstraint("CK_ProofDocuments_Key_Length", "length(\"Key\") <= 22");
                    table.CheckConstraint("CK_ProofDocuments_UploadedBy_Length", "length(\"UploadedBy\") <= 64");
                    table.ForeignKey(
                        name: "FK_ProofDocuments_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Photos_Key",
                table: "Photos",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Photos_ListingId",
                table: "Photos",
                column: "ListingId");

            migrationBuilder.CreateIndex(
                name: "IX_ProofDocuments_Key",
                table: "ProofDocuments",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProofDocuments_ListingId_CredentialKey",
                table: "ProofDocuments",
                columns: new[] { "ListingId", "CredentialKey" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Photos");

            migrationBuilder.DropTable(
                name: "ProofDocuments");
        }
    }
}
