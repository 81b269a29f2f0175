using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PractitionerFinder.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Claims : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ListingClaims",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ListingId = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SiteToken = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    LookedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CodeHash = table.Column<byte[]>(type: "BLOB", maxLength: 48, nullable: true),
                    CodeSentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CodeTries = table.Column<int>(type: "INTEGER", nullable: false),
                    EmailProvedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SiteProvedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SiteHost = table.Column<string>(type: "TEXT", maxLength: 253, nullable: true),
                    DocumentsAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    OwnersToldAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ObjectedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ObjectedBy = table.Column<long>(type: "INTEGER", nullable: true),
                    Objection = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingClaims", x => x.Id);
                    table.CheckConstraint("CK_ListingClaims_Objection_Length", "length(\"Objection\") <= 1000");
                    table.CheckConstraint("CK_ListingClaims_Reason_Length", "length(\"Reason\") <= 1000");
                    table.CheckConstraint("CK_ListingClaims_SiteHost_Length", "length(\"SiteHost\") <= 253");
                    table.CheckConstraint("CK_ListingClaims_SiteToken_Length", "length(\"SiteToken\") <= 22");
                    table.CheckConstraint("CK_ListingClaims_Words_Length", "length(\"Words\") <= 1000");
                    table.ForeignKey(
                        name: "FK_ListingClaims_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ListingClaims_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ClaimDocuments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    ClaimId = table.Column<long>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimDocuments", x => x.Id);
                    table.CheckConstraint("CK_ClaimDocuments_ContentType_Length", "length(\"ContentType\") <= 40");
                    table.CheckConstraint("CK_ClaimDocuments_FileName_Length", "length(\"FileName\") <= 100");
                    table.CheckConstraint("CK_ClaimDocuments_Key_Length", "length(\"Key\") <= 22");
                    table.ForeignKey(
                        name: "FK_ClaimDocuments_ListingClaims_ClaimId",
                        column: x => x.ClaimId,
                        principalTable: "ListingClaims",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ClaimDocuments_ClaimId",
                table: "ClaimDocuments",
                column: "ClaimId");

            migrationBuilder.CreateIndex(
                name: "IX_ClaimDocuments_Key",
                table: "ClaimDocuments",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ListingClaims_AccountId",
                table: "ListingClaims",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_ListingClaims_ListingId_AccountId",
                table: "ListingClaims",
                columns: new[] { "ListingId", "AccountId" });

            migrationBuilder.CreateIndex(
                name: "IX_ListingClaims_State_SentAt",
                table: "ListingClaims",
                columns: new[] { "State", "SentAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ClaimDocuments");

            migrationBuilder.DropTable(
                name: "ListingClaims");
        }
    }
}
