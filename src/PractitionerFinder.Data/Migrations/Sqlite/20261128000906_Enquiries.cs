using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PractitionerFinder.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Enquiries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Enquiries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ListingId = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    SenderKey = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    OnceKey = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    Reason = table.Column<int>(type: "INTEGER", nullable: false),
                    Technique = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Times = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Declined = table.Column<int>(type: "INTEGER", nullable: false),
                    DeclineWords = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AwaitsPractitioner = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Enquiries", x => x.Id);
                    table.CheckConstraint("CK_Enquiries_DeclineWords_Length", "length(\"DeclineWords\") <= 2000");
                    table.CheckConstraint("CK_Enquiries_Email_Length", "length(\"Email\") <= 254");
                    table.CheckConstraint("CK_Enquiries_Key_Length", "length(\"Key\") <= 32");
                    table.CheckConstraint("CK_Enquiries_Name_Length", "length(\"Name\") <= 60");
                    table.CheckConstraint("CK_Enquiries_Place_Length", "length(\"Place\") <= 200");
                    table.CheckConstraint("CK_Enquiries_Technique_Length", "length(\"Technique\") <= 100");
                    table.CheckConstraint("CK_Enquiries_Words_Length", "length(\"Words\") <= 2000");
                    table.ForeignKey(
                        name: "FK_Enquiries_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EnquiryBlocks",
                columns: table => new
                {
                    ListingId = table.Column<long>(type: "INTEGER", nullable: false),
                    Key = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnquiryBlocks", x => new { x.ListingId, x.Key });
                    table.ForeignKey(
                        name: "FK_EnquiryBlocks_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EnquiryChoices",
                columns: table => new
                {
                    ListingId = table.Column<long>(type: "INTEGER", nullable: false),
                    IsOpen = table.Column<bool>(type: "INTEGER", nullable: false),
                    TakesWords = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnquiryChoices", x => x.ListingId);
                    table.ForeignKey(
                        name: "FK_EnquiryChoices_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EnquiryReports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ListingId = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnquiryReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EnquiryReports_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EnquirySecrets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnquirySecrets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EnquiryLinks",
                columns: table => new
                {
                    TokenHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    EnquiryId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnquiryLinks", x => x.TokenHash);
                    table.ForeignKey(
                        name: "FK_EnquiryLinks_Enquiries_EnquiryId",
                        column: x => x.EnquiryId,
                        principalTable: "Enquiries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EnquiryMessages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EnquiryId = table.Column<long>(type: "INTEGER", nullable: false),
                    BySender = table.Column<bool>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Once = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnquiryMessages", x => x.Id);
                    table.CheckConstraint("CK_EnquiryMessages_Once_Length", "length(\"Once\") <= 32");
                    table.CheckConstraint("CK_EnquiryMessages_Words_Length", "length(\"Words\") <= 2000");
                    table.ForeignKey(
                        name: "FK_EnquiryMessages_Enquiries_EnquiryId",
                        column: x => x.EnquiryId,
                        principalTable: "Enquiries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_ListingId_State",
                table: "Enquiries",
                columns: new[] { "ListingId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_OnceKey",
                table: "Enquiries",
                column: "OnceKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_SenderKey_AskedAt",
                table: "Enquiries",
                columns: new[] { "SenderKey", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Enquiries_State_LastAt",
                table: "Enquiries",
                columns: new[] { "State", "LastAt" });

            migrationBuilder.CreateIndex(
                name: "IX_EnquiryLinks_EnquiryId",
                table: "EnquiryLinks",
                column: "EnquiryId");

            migrationBuilder.CreateIndex(
                name: "IX_EnquiryMessages_EnquiryId_Once",
                table: "EnquiryMessages",
                columns: new[] { "EnquiryId", "Once" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EnquiryReports_At",
                table: "EnquiryReports",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_EnquiryReports_ListingId",
                table: "EnquiryReports",
                column: "ListingId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EnquiryBlocks");

            migrationBuilder.DropTable(
                name: "EnquiryChoices");

            migrationBuilder.DropTable(
                name: "EnquiryLinks");

            migrationBuilder.DropTable(
                name: "EnquiryMessages");

            migrationBuilder.DropTable(
                name: "EnquiryReports");

            migrationBuilder.DropTable(
                name: "EnquirySecrets");

            migrationBuilder.DropTable(
                name: "Enquiries");
        }
    }
}
