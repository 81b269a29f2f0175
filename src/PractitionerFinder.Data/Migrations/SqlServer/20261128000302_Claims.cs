using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PractitionerFinder.Data.Migrations.SqlServer
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ListingId = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SiteToken = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false),
                    LookedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CodeHash = table.Column<byte[]>(type: "varbinary(48)", maxLength: 48, nullable: true),
                    CodeSentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CodeTries = table.Column<int>(type: "int", nullable: false),
                    EmailProvedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SiteProvedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SiteHost = table.Column<string>(type: "nvarchar(253)", maxLength: 253, nullable: true),
                    DocumentsAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Words = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    OwnersToldAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ObjectedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ObjectedBy = table.Column<long>(type: "bigint", nullable: true),
                    Objection = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DecidedBy = table.Column<long>(type: "bigint", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingClaims", x => x.Id);
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Key = table.Column<string>(type: "nvarchar(22)", maxLength: 22, nullable: false),
                    ClaimId = table.Column<long>(type: "bigint", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    ContentType = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Bytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimDocuments", x => x.Id);
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
